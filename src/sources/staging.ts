import { amountSource, cellsOf, cellsSelect, type AmountSource, type CellsInput } from './cells.ts';
import { DIMENSIONS } from './canonical-tables.ts';
import { moneyFate, REASONS, refundToTakeOff, statusFate, TIME_FATE, type FateRules } from './cleaning.ts';
import { decideFormats, type Formats } from './column-formats.ts';
import { readValues } from './column-values.ts';
import { readCurrency, type CurrencyReading } from './currency.ts';
import { customerIdOf } from './customer-ids.ts';
import { rowsOfTable, type Work } from './engine-work.ts';
import type { Grain } from './grain.ts';
import type { MeasuredIdentity } from './identity.ts';
import type { Mapping } from './mapping.ts';
import { markRows } from './marks.ts';
import { countsOf, isLoaded, rawName, type RawTable, type Run } from './raw-table.ts';
import { ALL, type RefundRows } from './refunds.ts';
import { stagedName, type StagedTable } from './staged-tables.ts';
import { quoteText } from '../engine/sql.ts';
import { readStatuses, type StatusReading } from './statuses.ts';

/** All that was decided on the way from a raw table to orders. */
export interface Stage {
  readonly formats: Formats;
  readonly identity: MeasuredIdentity;
  readonly statuses: readonly (StatusReading | null)[];
  readonly currency: CurrencyReading | null;
  /** A view when the raw table's cells are typed, so that reading them again costs nothing. */
  readonly cellsAre: 'view' | 'table';
  readonly amountSource: AmountSource;
  /** The paid amount has its refunds taken off already. */
  readonly isNet: boolean;
  readonly grain: Grain | null;
  readonly refunds: RefundRows | null;
  /** Identical rows of a file without order ids: kept unless the rule is on. */
  readonly identical: number;
  /** Rows by fate; '' = used. */
  readonly fates: ReadonlyMap<string, number>;
  readonly orders: number;
  /** Used rows whose customer is nobody. */
  readonly anonymous: number;
  readonly customers: number | null;
  /** Columns of `orders` that hold nothing in this file. */
  readonly absent: readonly string[];
}

/** Whether a file can hold orders at all: something says when, and something says who or how much. */
export function holdsOrders(mapping: Mapping): boolean {
  const has = (...roles: Mapping['roles']) => roles.some((role) => role !== null && mapping.roles.includes(role));
  return has('order_time', 'pay_time') && has('amount', 'gross', 'unit_price', 'customer', 'order_id');
}

/** Makes the staged tables of a raw table under the name `id`. */
export async function stageOrders(work: Work, id: string, raw: RawTable, mapping: Mapping, identity: MeasuredIdentity): Promise<Stage> {
  const { run, execute } = work;
  const name = (table: StagedTable) => stagedName(table, id);
  const formats = await decideFormats(run, raw, mapping);
  const status = await readStatuses(run, raw, mapping, 'status');
  const refundStatus = await readStatuses(run, raw, mapping, 'refund_status');
  const rowKind = await readStatuses(run, raw, mapping, 'row_kind');
  const currency = await readCurrency(run, raw, mapping);
  const { plain, values } = await readValues(run, raw, mapping);
  const input: CellsInput = { raw, mapping, formats, status, refundStatus, rowKind, plain, values, currency: currency?.test ?? null, customer: identity.key?.column ?? null };
  const isTyped = [...formats.dates.values()].every((date) => date.readings[0]?.format === 'typed') && [...formats.money.values()].every((money) => money.format === 'typed');
  const cellsAre = isTyped ? 'view' : 'table';
  await execute([`create ${cellsAre} ${name('cells')} as ${cellsSelect(input)}`]);
  const cells = cellsOf(input, name('cells'), cellsAre);

  const source = amountSource(raw, mapping);
  const isNet = source === 'amount' && isLoaded(raw, mapping.roles.indexOf('refund')) && (await paidIsNet(run, name('cells')));
  const rules: FateRules = { mapping, isNet, hasStatus: status !== null, hasNoAmount: source === 'none', hasCurrency: currency?.test !== null && currency !== null };
  const { grain, refunds, identical, hasMarks, hasHeads } = await markRows(work, id, { cells, raw, mapping, rules, identity, amountSource: source });
  await execute([
    `create table ${name('fates')} as ${fatesSelect(name('cells'), hasMarks ? name('marks') : null, rules)}`,
    `create view ${name('orders')} as
${orderColumns(`${name('cells')} positional join ${name('fates')} where fate is null and not is_line`, 'cast(1 as integer)', isNet)}${hasHeads ? `\nunion all\n${orderColumns(`${name('heads')} where fate is null`, 'lines', isNet)}` : ''}`
  ]);
  const has = (role: Mapping['roles'][number]) => isLoaded(raw, mapping.roles.indexOf(role));
  return {
    formats, identity, currency, cellsAre, isNet, grain, refunds, identical,
    statuses: [status, refundStatus, rowKind],
    amountSource: source,
    ...(await countFates(work, id, identity, hasHeads)),
    absent: [
      ...(['gross', 'discount', 'quantity', 'product', ...DIMENSIONS] as const).filter((role) => !has(role)),
      ...(has('refund') || refunds ? [] : ['refund']),
      ...(hasHeads ? [] : ['lines'])
    ]
  };
}

/**
 * One row per row of `cells`, in the same order, so that the two can be laid side by side: its fate (null:
 * used), whether it is a line of a collapsed order, and the refund taken off. A join may change the order.
 */
function fatesSelect(cells: string, marks: string | null, rules: FateRules): string {
  const foreign = rules.hasCurrency ? "case when is_foreign then 'other-currency' end, " : '';
  const own = `coalesce(${foreign}${statusFate(rules)}, ${TIME_FATE}, ${moneyFate(rules, 'taken_off')})`;
  const asReason = (fate: string) => `cast(${fate} as enum(${REASONS.map(quoteText).join(', ')})) as fate`;
  if (!marks) return `select ${asReason(own)}, false as is_line, taken_off from (select *, ${refundToTakeOff(rules, null)} as taken_off from ${cells}) as netted`;
  return `select ${asReason(`case when mark_fate is not null then mark_fate when is_line then null else ${own} end`)}, is_line, taken_off
from (
  select cell.*, ${refundToTakeOff(rules, 'mark.refunded')} as taken_off, mark.fate as mark_fate, coalesce(mark.is_line, false) as is_line
  from ${cells} as cell
  left join ${marks} as mark on mark.row = cell.row
) as netted
order by row`;
}

/** One row per order in the columns of `staged_orders`; the customer is the cell as it stands. */
function orderColumns(from: string, lines: string, isNet: boolean): string {
  return `select order_id, customer as customer_id, order_time, cast(paid - taken_off as decimal(18, 2)) as amount, gross, discount,
  ${isNet ? 'cast(greatest(coalesce(abs(refund), 0), taken_off) as decimal(18, 2))' : 'cast(taken_off as decimal(18, 2))'} as refund, quantity, ${lines} as lines, product, ${DIMENSIONS.join(', ')}
from ${from}`;
}

/**
 * Whether the paid amount has its refunds taken off already: paid + refund = gross on nearly all refunded
 * rows, or less is paid than refunded.
 */
async function paidIsNet(run: Run, cells: string): Promise<boolean> {
  const count = countsOf(
    await run(`select count(*) as refunded,
  count(*) filter (where abs(paid + abs(refund) - gross) < 0.015) as adding_up,
  count(*) filter (where paid < abs(refund)) as less
from ${cells}
where abs(refund) > 0 and paid is not null and not is_refund`)
  );
  return count('refunded') > 0 && (count('adding_up') >= 0.95 * count('refunded') || count('less') >= 0.5 * count('refunded'));
}

/** Counts the rows by fate, the orders, and the customers (kept in `buyers`), in one pass over `fates`. */
async function countFates(work: Work, id: string, identity: MeasuredIdentity, hasHeads: boolean): Promise<Pick<Stage, 'fates' | 'orders' | 'anonymous' | 'customers'>> {
  const name = (table: StagedTable) => stagedName(table, id);
  const id_ = identity.key ? customerIdOf(identity.key, 'cell') : 'cast(null as varchar)';
  await work.execute([
    `create table ${name('tally')} as
select cast(fate as varchar) as fate, is_line, case when fate is null and not is_line then customer end as cell, count(*) as rows, count(*) as orders
from ${name('cells')} positional join ${name('fates')}
group by 1, 2, 3${hasHeads ? `\nunion all\nselect 'head', true, customer, sum(lines), count(*) from ${name('heads')} where fate is null group by 3` : ''}`,
    `create table ${name('buyers')} as
select cell, customer_id
from (select cell, ${id_} as customer_id from (select cell from ${name('tally')} where cell is not null group by cell limit ${ALL}) as cells) as told
where customer_id is not null`
  ]);
  const fates = rowsOfTable(await work.run(`select coalesce(fate, '') as fate, sum(rows) as rows from ${name('tally')} where coalesce(fate, '') <> 'head' group by 1`));
  const count = countsOf(
    await work.run(`select
  coalesce(sum(orders), 0) as orders,
  coalesce(sum(rows) filter (where buyers.cell is null), 0) as anonymous,
  (select count(distinct customer_id) from ${name('buyers')}) as customers
from ${name('tally')} as tally
left join ${name('buyers')} as buyers on buyers.cell = tally.cell
where fate = 'head' or (fate is null and not is_line)`)
  );
  return {
    fates: new Map(fates.map(([fate, rows]) => [String(fate), Number(rows)])),
    orders: count('orders'),
    anonymous: count('anonymous'),
    customers: identity.key ? count('customers') : null
  };
}
