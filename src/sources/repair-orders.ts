import { literal, quoteText } from '../engine/sql.ts';
import { withSetAside } from './balance.ts';
import { rowsOfTable, type Work } from './engine-work.ts';
import { ORDERS, PARTS, REPAIRED_AWAY, type GivenUp } from './join-drafts.ts';
import type { OpenDraft } from './open-draft.ts';
import { mergesOf, type AmountRepair, type AppliedRepair, type Repair, type SharedKey } from './repairs.ts';
import { isSplitShop, shopCurrency } from './shop-currency.ts';
import type { Balance, Note } from './source.ts';

/** What repairs did to the orders. */
export interface Repaired {
  readonly balances: readonly Balance[];
  readonly applied: readonly AppliedRepair[];
  readonly notes: readonly Note[];
  /** Select of alias, customer_id: ids that went into another customer's; undefined for none. */
  readonly merged: string | undefined;
}

/**
 * Applies the repairs to the orders in `PARTS`, which tell their `draft` and `row`. Orders that are set aside go to
 * `REPAIRED_AWAY`, with the reason, and out of their file's books.
 */
export async function repairOrders(
  work: Work,
  given: readonly OpenDraft[],
  repairs: readonly Repair[],
  { balances, links }: { readonly balances: readonly Balance[]; readonly links: readonly SharedKey[] }
): Promise<Repaired> {
  const applied: AppliedRepair[] = [];
  let merged: string | undefined;
  await work.execute([
    `create table ${REPAIRED_AWAY} as select draft, row, order_id, lines, customer_id, cast('outlier' as varchar) as reason from ${PARTS} where false`
  ]);
  for (const repair of repairs) {
    if (repair.kind === 'amounts') applied.push(await repairAmounts(work, given, repair));
    else {
      const merges = mergesOf(links, await byFirstOrder(work, links));
      applied.push({ repair, high: merges.size, low: 0 });
      if (merges.size === 0) continue;
      merged = `select alias, customer_id from (values ${[...merges].map((pair) => `(${pair.map(quoteText).join(', ')})`).join(', ')}) as merged(alias, customer_id)`;
      await work.execute([
        `update ${PARTS} as one set customer_id = merged.customer_id from (${merged}) as merged where merged.alias = one.customer_id`
      ]);
    }
  }
  const rows = rowsOfTable(
    await work.run(
      `select draft, sum(lines), ${ORDERS}, coalesce(sum(lines) filter (where customer_id is null), 0) from ${REPAIRED_AWAY} group by draft`
    )
  );
  const away = new Map(rows.map(([draft, ...counts]) => [String(draft), counts.map(Number)]));
  return {
    applied,
    merged,
    notes: applied.flatMap(noteOf),
    balances: given.map((draft, place) => {
      const balance = balances[place] ?? draft.balance;
      const [lines = 0, orders = 0, anonymous = 0] = away.get(draft.id) ?? [];
      return withSetAside(balance, 'outlier', lines, orders, anonymous);
    })
  };
}

/** The used rows of a file of orders that a repair set aside. */
export function repairedAway(draft: OpenDraft): GivenUp[] {
  if (draft.stage === null) return [];
  const own = `from ${REPAIRED_AWAY} where draft = ${quoteText(draft.id)}`;
  // An order of several rows is known by its number.
  const test = `(coalesce(cell.row in (select row ${own} and row is not null), false) or coalesce(cell.order_id in (select order_id ${own} and row is null), false))`;
  return [{ reason: 'outlier', test }];
}

async function repairAmounts({ run, execute }: Work, given: readonly OpenDraft[], repair: AmountRepair): Promise<AppliedRepair> {
  const { way, low, high, currency } = repair;
  const ours = shopCurrency(given.filter(({ stage }) => stage !== null));
  const which = isSplitShop(given)
    ? ` and currency = ${literal(currency ?? '')}`
    : currency !== null && ours !== null && currency !== ours
      ? ' and false'
      : '';
  const [isHigh, isLow] = [`amount > ${high}${which}`, `amount > 0 and amount < ${low}${which}`];
  const [[above, below] = []] = rowsOfTable(
    await run(`select count(*) filter (where ${isHigh}), count(*) filter (where ${isLow}) from ${PARTS}`)
  );
  if (way === 'winsorise')
    await execute([
      `update ${PARTS} set amount = cast(case when ${isHigh} then ${high} else ${low} end as decimal(18, 2)) where (${isHigh}) or (${isLow})`
    ]);
  else
    await execute([
      `insert into ${REPAIRED_AWAY} select draft, row, order_id, lines, customer_id, 'outlier' from ${PARTS} where (${isHigh}) or (${isLow})`,
      `delete from ${PARTS} where (${isHigh}) or (${isLow})`
    ]);
  return { repair, high: Number(above), low: Number(below) };
}

/** The linked customers, the one who ordered first before the others. */
async function byFirstOrder({ run }: Work, links: readonly SharedKey[]): Promise<string[]> {
  const ids = [...new Set(links.flatMap((link) => link.ids))];
  if (ids.length === 0) return [];
  const rows = await run(
    `select customer_id from ${PARTS} where customer_id in ${literal(ids)} group by customer_id order by min(order_time), customer_id`
  );
  return rowsOfTable(rows).map(([id]) => String(id));
}

function noteOf({ repair, high, low }: AppliedRepair): Note[] {
  if (high + low === 0) return [];
  if (repair.kind === 'merge') return [{ code: 'repair-merged', level: 'info', params: { customers: high } }];
  const params = { high: repair.high, low: repair.low, orders: high, below: low };
  return [{ code: repair.way === 'winsorise' ? 'repair-winsorised' : 'repair-set-aside', level: 'info', params }];
}
