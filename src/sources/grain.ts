import { DIMENSIONS } from './canonical-tables.ts';
import { countsOf, type Run } from './raw-table.ts';
import { moneyFate, refundToTakeOff, statusFate, TIME_FATE, type FateRules } from './cleaning.ts';

/** How the amounts on the lines of one order become the order's amount. */
export type LineReading =
  | 'once' // the order's amount stands on every line: taken once
  | 'sum' // each line has its own amount
  | 'carried'; // only the order's first line is filled

/** What the rows that share an order id turned out to be. */
export interface Grain {
  /** Order ids that occur on more than one row, refund rows and identical rows left out. */
  readonly collapsed: number;
  readonly reading: LineReading;
  /** Lines are the rule in this file, not the exception. */
  readonly isLineFile: boolean;
  /** Identical rows of an order without a line id, in a line file: kept, and pointed out. */
  readonly twins: number;
  /** Rows that share their order id with another row, and how many different ids these are. */
  readonly rows: number;
  readonly ids: number;
}

/** SQL: whether an order id may be among those whose hashes a select gives: a chance match is found out by the order id itself. */
export function isAmong(places: string): string {
  return `(order_id is not null and hash(order_id) in (${places}))`;
}

/** The hashes of the order ids that occur on several rows, and on how many. */
export function repeatedSelect(cells: string): string {
  return `select place, count(*) as rows from (select hash(order_id) as place from ${cells} where order_id is not null) as places group by place having count(*) > 1`;
}

/** One row per row of the select `repeated` (of cells); `twin` is 0 for the first of identical ones. */
export function againSelect(repeated: string, hasLineId: boolean, hasCurrencies = false): string {
  const parts = hasLineId
    ? 'line_id, is_refund'
    : `hash(line_id, customer, order_time, paid, gross, discount, refund, quantity, meaning, product, sku, ${[...DIMENSIONS, ...(hasCurrencies ? ['currency'] : [])].join(', ')})`;
  return `select *, row_number() over (partition by order_id, ${parts} order by row) - 1 as twin from (${repeated}) as repeated`;
}

/** Decides how repeated order ids are to be read, from the rows in `again`. */
export async function measureGrain(
  run: Run,
  again: string,
  {
    hasLineId,
    isCounted,
    isPerLine,
    hasCurrencies = false
  }: { hasLineId: boolean; isCounted: boolean; isPerLine: boolean; hasCurrencies?: boolean }
): Promise<Grain> {
  const count = countsOf(
    await run(`select
  coalesce(sum(all_rows), 0) as rows,
  count(*) as ids,
  count(*) filter (where different > 1) as collapsed,
  count(*) filter (where rows > 1) as repeated,
  coalesce(sum(rows - different), 0) as twins,
  count(*) filter (where different > 1 and filled > 1 and lowest = highest) as constant,
  count(*) filter (where different > 1 and filled > 1 and lowest = highest and is_gross_varied) as contrasted,
  count(*) filter (where different > 1 and filled > 1 and lowest <> highest) as varied,
  count(*) filter (where different > 1 and filled = 1) as single
from (
  select order_id, count(*) as all_rows, count(*) filter (where not is_refund) as rows,
    count(*) filter (where twin = 0 and not is_refund) as different,
    ${hasCurrencies ? 'case when count(distinct currency) > 1 then 0 else count(paid) filter (where twin = 0 and not is_refund) end' : 'count(paid) filter (where twin = 0 and not is_refund)'} as filled,
    min(paid) filter (where not is_refund) as lowest, max(paid) filter (where not is_refund) as highest,
    coalesce(min(gross) <> max(gross), false) as is_gross_varied
  from ${again}
  group by order_id
) as repeated_orders`)
  );
  const collapsed = count('collapsed');
  // In an order-level file with duplicates a few repeated orders differ too, because their status went on.
  const isLineFile = hasLineId || collapsed > 0.3 * count('repeated');
  const filled = count('constant') + count('varied');
  const isConstant = count('constant') >= 0.95 * Math.max(filled, 1);
  // Lines of one price each look like an order's amount repeated: where the export is known to give each line
  // its own, only lines whose list amounts differ say otherwise.
  const isOnce = isConstant && (!isPerLine || count('contrasted') > 0.5 * count('constant'));
  const reading: LineReading = isCounted ? 'sum' : count('single') > filled ? 'carried' : isOnce ? 'once' : 'sum';
  return { collapsed, reading, isLineFile, twins: isLineFile && !hasLineId ? count('twins') : 0, rows: count('rows'), ids: count('ids') };
}

/** SQL: the rows of `again` that are duplicates. */
export function duplicateTest(grain: Grain, hasLineId: boolean): string {
  return grain.isLineFile && !hasLineId ? 'false' : 'twin > 0';
}

/**
 * One row per line of a collapsed order, what its order says filled in where its own cell is empty, with
 * `status_fate` and the refund taken off the paid amount. `lines` holds again's rows that stay, with `refunded`.
 */
export function linesSelect(lines: string, rules: FateRules, grain: Grain): string {
  const filled = ['customer', ...DIMENSIONS, 'product', ...(rules.currency === null ? [] : ['currency'])];
  // A line with a time of its own has a state of its own: that another one was refunded says nothing of it.
  const meaning = `case when line.has_time and ${grain.reading !== 'carried'} then line.meaning else coalesce(line.meaning, orders_filled.meaning) end`;
  // Further lines may repeat when the order was made, while only the first one says when it was paid.
  const time =
    grain.reading === 'carried'
      ? 'coalesce(orders_filled.carried_time, line.order_time, orders_filled.order_time)'
      : 'coalesce(line.order_time, orders_filled.order_time)';
  // Amounts of another currency are not added, neither as lines: an order in two of them is set aside.
  const hasForeign = rules.hasCurrency || rules.currency !== null;
  const foreign = hasForeign ? "case when is_foreign then 'other-currency' end, " : '';
  const isForeign = [
    ...(rules.hasCurrency ? ['bool_or(is_foreign)'] : []),
    ...(rules.currency === null ? [] : ['count(distinct currency) > 1'])
  ].join(' or ');
  return `with orders_filled as (
  select order_id, bool_or(has_time) as has_time, any_value(order_time) filter (where paid is not null) as carried_time,${hasForeign ? ` ${isForeign} as is_foreign,` : ''} bool_and(is_unpaid_blank) as is_unpaid_blank, ${[...filled, 'order_time', 'meaning'].map((column) => `any_value(${column}) as ${column}`).join(', ')}
  from (select * from ${lines} order by row) as in_order
  group by order_id
), line_cells as (
  select line.row, line.order_id, line.paid, line.gross, line.discount, line.refund, line.quantity, line.refunded,
    orders_filled.has_time, orders_filled.is_unpaid_blank,
    ${hasForeign ? 'orders_filled.is_foreign, ' : ''}${time} as order_time, ${meaning} as meaning, ${filled.map((column) => `coalesce(line.${column}, orders_filled.${column}) as ${column}`).join(', ')}
  from ${lines} as line
  join orders_filled using (order_id)
)
select *, coalesce(${foreign}${statusFate(rules)}) as dead, ${lineMoneyFate(rules, grain)} as unpaid_for
from line_cells`;
}

// A line's own money counts only where each line has its own; otherwise the order as a whole is judged.
function lineMoneyFate(rules: FateRules, grain: Grain): string {
  return grain.reading === 'sum' ? moneyFate(rules, refundToTakeOff(rules, null)) : 'cast(null as varchar)';
}

/** One row per collapsed order: its values, `lines` used, the refund taken off, and its own `fate`. */
export function headsSelect(lines: string, rules: FateRules, grain: Grain): string {
  const money = (column: string) => (grain.reading === 'sum' ? `cast(sum(${column}) as decimal(18, 2))` : `max(${column})`);
  // Beside an amount that stands on every line, a refund of 0, 5 and 4 is the lines' own, and one of 9, 9 and 9 the order's.
  const beside = (column: string) =>
    grain.reading === 'sum'
      ? money(column)
      : `case when min(${column}) = max(${column}) then max(${column}) else cast(sum(${column}) as decimal(18, 2)) end`;
  return `with summed as (
  select order_id, min(row) as row, any_value(customer) as customer, min(order_time) as order_time, bool_or(has_time) as has_time,
    ${money('paid')} as paid, ${beside('gross')} as gross, ${beside('discount')} as discount, ${beside('refund')} as refund,
    cast(sum(refunded) as decimal(18, 2)) as refunded, sum(quantity) as quantity, cast(count(*) as integer) as lines,
    case when bool_and(coalesce(meaning = 'refunded', false)) then 'refunded' end as meaning, any_value(product) as product,
    ${[...DIMENSIONS, ...(rules.currency === null ? [] : ['currency'])].map((column) => `any_value(${column}) as ${column}`).join(', ')}
  from (select * from ${lines} where coalesce(dead, unpaid_for) is null order by row) as alive
  group by order_id
), netted as (
  select *, ${refundToTakeOff(rules, 'refunded')} as taken_off from summed
)
select *, coalesce(${TIME_FATE}, ${moneyFate(rules, 'taken_off')}) as fate
from netted`;
}
