import { headersKey } from '../sources/header.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';
import type { Recipe } from './manifest.ts';
import { driftOf, isKnownKind, type Drift } from './recipes.ts';

/** What new files did to a shop. */
export interface Change {
  readonly before: ShopFacts;
  readonly after: ShopFacts;
  /** How much each grew, as a share of what it was; null where there was none. */
  readonly growth: Readonly<Record<'orders' | 'customers' | 'purchases' | 'amount', number | null>>;
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly rows: number;
    readonly used: number;
    readonly drift: Drift | null;
    /** No file of its kind was there before, so that nothing can be said of its headers. */
    readonly isFirst: boolean;
  }[];
}

/** The change that `added` made, or null where there was no shop before, or no file is new. */
export function changeOf(before: ShopFacts | null, after: ShopFacts, added: readonly Draft[], recipes: readonly Recipe[]): Change | null {
  if (before === null || added.length === 0) return null;
  const files = added.map(({ id, file, sketch, balance }) => ({
    id,
    name: file.name,
    rows: balance.inFile,
    used: balance.used,
    drift: driftOf(recipes, headersKey(sketch.columns)),
    isFirst: !isKnownKind(recipes, headersKey(sketch.columns))
  }));
  const growth = {
    orders: share(before.orders, after.orders),
    customers: share(before.customers, after.customers),
    purchases: share(before.purchases, after.purchases),
    // Amounts in two currencies are not compared.
    amount: before.currency === after.currency ? share(before.amount, after.amount) : null
  };
  return { before, after, growth, files };
}

function share(before: number | null, after: number | null): number | null {
  return before === null || after === null || before === 0 ? null : (after - before) / before;
}
