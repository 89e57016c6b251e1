import type { EngineService } from '../engine/contract.ts';
import { workOn, type Work } from './engine-work.ts';
import { canBeLate, countedValues, earlyStatements, late, storeStatements, LATE_UP_TO, type LateShop } from './late-tables.ts';
import type { OpenDraft } from './open-draft.ts';
import { payDelays } from './pay-delays.ts';
import { isSplitShop } from './shop-currency.ts';
import { countTotals, shopFacts } from './shop-facts.ts';
import { dropNext, NEXT, swapEarly, swapLate } from './shop-tables.ts';
import type { ShopFacts } from './source.ts';

/** A shop that answers. */
export interface AnsweringShop {
  readonly facts: ShopFacts;
  /** Stores the tables that are views over staged ones still; null where all are stored. Rejects with `EngineError`, and leaves what stands in. */
  readonly store: (() => Promise<void>) | null;
}

/** Whether the shop of these drafts can answer before all of it is stored. */
export function canBeEarly(given: readonly OpenDraft[]): boolean {
  const [only, ...others] = given;
  return only !== undefined && others.length === 0 && only.balance.orders <= LATE_UP_TO && !isSplitShop(given) && canBeLate(only);
}

/** Builds the shop of one ordinary file as far as the first answers need it, and puts it in the place of the one in use. */
export async function buildEarly(engine: EngineService, work: Work, shop: LateShop, extras: Partial<ShopFacts>): Promise<AnsweringShop> {
  const { draft } = shop;
  await work.execute(earlyStatements(draft, NEXT));
  const totals = await countTotals(work, {
    orders: late(`${NEXT}visits`),
    purchases: `memory.main.${NEXT}all_purchases`,
    customers: `select coalesce(max(customer), 0) from ${late(`${NEXT}customer_keys`)}`
  });
  const counted = { ...totals, dimensions: await countedValues(work, draft), currencies: undefined, tables: undefined };
  const built = { given: [draft], drafts: [draft], others: null, notes: [], balances: [draft.balance] };
  const facts = { ...shopFacts(built, counted), ...(await payDelays(work, [draft])), ...extras };
  // From here on it is quick and not to be interrupted.
  await engine.execute('build-shop:swap', swapEarly(shop, facts));
  return {
    facts,
    store: async () => {
      const storing = workOn(engine, 'store-shop');
      try {
        await storing.execute([...storeStatements(shop, NEXT), ...swapLate(shop)]);
      } catch (error) {
        await engine.execute('store-shop:clear', dropNext());
        throw error;
      }
    }
  };
}
