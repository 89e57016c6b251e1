import { sumBalances } from './balance.ts';
import { DIMENSIONS, type Dimension } from './canonical-tables.ts';
import { rowsOfTable, type Work } from './engine-work.ts';
import type { OpenDraft } from './open-draft.ts';
import { isSplitShop, shopCurrency } from './shop-currency.ts';
import type { Balance, Note, ShopFacts } from './source.ts';
import type { Joined } from './subjects/join-others.ts';
import { SUBJECT_TABLES } from './subjects/subject-tables.ts';

/** Values of a dimension that a page lists. */
export const MOST_LISTED = 200;

/** What a shop was built of. */
export interface Built {
  readonly given: readonly OpenDraft[];
  /** Those with orders. */
  readonly drafts: readonly OpenDraft[];
  readonly others: Joined | null;
  readonly notes: readonly Note[];
  readonly balances: readonly Balance[];
}

/** What is counted in the tables. */
export interface Counted extends Pick<ShopFacts, 'orders' | 'purchases' | 'customers' | 'firstDay' | 'lastDay' | 'dimensions' | 'tables'> {
  readonly amount: number;
  readonly currencies: ShopFacts['currencies'];
}

/** The tables that are counted, by what is counted in them. */
interface CountedTables {
  /** One row per order: day, amount. */
  readonly orders: string;
  readonly purchases: string;
  /** A select of the number of customers. */
  readonly customers: string;
}

/** Orders, purchases, customers, the money and the days between; throws a RangeError where no order is left. */
export async function countTotals(
  work: Work,
  { orders: table, purchases: visits, customers: people }: CountedTables
): Promise<Omit<Counted, 'dimensions' | 'tables' | 'currencies'>> {
  const [totals = []] = rowsOfTable(
    await work.run(`select count(*) as orders, min(day) as first_day, max(day) as last_day, cast(sum(amount) as double) as amount,
  (select count(*) from ${visits}) as purchases, (${people}) as customers
from ${table}`)
  );
  const [orders, firstDay, lastDay, amount, purchases, customers] = totals;
  if (!(firstDay instanceof Date) || !(lastDay instanceof Date)) throw new RangeError('no order was left to build a shop from');
  return { orders: Number(orders), purchases: Number(purchases), customers: Number(customers), firstDay, lastDay, amount: Number(amount) };
}

/** Counts what is in the tables that `name` gives. */
export async function countShop(work: Work, name: (table: string) => string, { given, drafts, others }: Built): Promise<Counted> {
  const totals = await countTotals(work, {
    orders: name('order_rows'),
    purchases: name('all_purchases'),
    customers: `select count(*) from ${name('customer_profiles')}`
  });
  const dimensions: Partial<Record<Dimension, { value: string; orders: number }[]>> = {};
  const has = (dimension: Dimension) =>
    drafts.some((draft) => draft.mapping.roles.includes(dimension)) || (others?.filled.includes(dimension) ?? false);
  for (const dimension of DIMENSIONS.filter(has)) {
    const values = rowsOfTable(
      await work.run(
        `select coalesce(cast(${dimension} as varchar), '') as value, count(*) as orders from ${name('order_rows')} group by ${dimension} order by orders desc, value limit ${MOST_LISTED}`
      )
    );
    dimensions[dimension] = values.map(([value, count]) => ({ value: String(value), orders: Number(count) }));
  }
  const currencies = isSplitShop(given)
    ? rowsOfTable(
        await work.run(
          `select currency as value, count(*) as orders, cast(sum(amount) as double) as amount from ${name('order_rows')} group by currency order by orders desc, value`
        )
      ).map(([value, count, sum]) => ({ value: String(value), orders: Number(count), amount: Number(sum) }))
    : undefined;
  return { ...totals, dimensions, currencies, tables: others ? await rowsPerTable(work, name) : undefined };
}

/** What is known of a shop. */
export function shopFacts({ given, drafts, others, notes, balances }: Built, counted: Counted): ShopFacts {
  const { currencies, tables, amount, customers, ...rest } = counted;
  const isAnyoneKnown = drafts.some((draft) => draft.identity.chosen !== null);
  return {
    ...rest,
    name: (drafts[0]?.file.name ?? '').replace(/\.[^.]+$/, ''),
    files: given.filter((draft) => drafts.includes(draft) || draft.subjectStage !== null).map((draft) => draft.file.name),
    customers: isAnyoneKnown ? customers : null,
    amount: currencies?.[0]?.amount ?? amount,
    currency: currencies?.[0]?.value ?? (drafts.every((draft) => (draft.stage?.currency ?? null) !== null) ? shopCurrency(drafts) : null),
    ...(currencies ? { currencies } : {}),
    balance: sumBalances(balances),
    readings: [
      ...given
        .filter((draft) => drafts.includes(draft) || draft.isAfterSales || draft.subjectStage !== null)
        .flatMap((draft) => draft.readings),
      ...notes,
      ...(others?.notes ?? [])
    ],
    ...(others ? { matches: others.matches, tables } : {})
  };
}

async function rowsPerTable(work: Work, name: (table: string) => string): Promise<NonNullable<ShopFacts['tables']>> {
  const counts = SUBJECT_TABLES.map((table) => `select '${table}' as name, count(*) as rows from ${name(`all_${table}`)}`);
  const found = rowsOfTable(await work.run(counts.join(' union all ')));
  return Object.fromEntries(found.filter(([, rows]) => Number(rows) > 0).map(([table, rows]) => [String(table), Number(rows)]));
}
