import { quoteText } from '../engine/sql.ts';
import { amountSource, cellsSelect, type AmountSource, type CellsInput } from './cells.ts';
import { DIMENSIONS } from './canonical-tables.ts';
import { moneyFate, refundToTakeOff, statusFate, TIME_FATE, type FateRules } from './cleaning.ts';
import { decideFormats, type Formats } from './column-formats.ts';
import { readValues, type ColumnValues } from './column-values.ts';
import { converted, rateOf, readCurrency, type CurrencyReading } from './currency.ts';
import type { Work } from './engine-work.ts';
import type { Grain } from './grain.ts';
import type { MeasuredIdentity } from './identity.ts';
import type { Mapping } from './mapping.ts';
import { markRows } from './marks.ts';
import { countsOf, isLoaded, type RawTable, type Run } from './raw-table.ts';
import type { RefundRows } from './refunds.ts';
import { stagedName, type StagedTable } from './staged-tables.ts';
import { readStatuses, type StatusReading } from './statuses.ts';
import { findSuspects, isSuspect } from './suspects.ts';
import { tallyRows, type Tally } from './tally.ts';

/** All that was decided on the way from a raw table to orders. */
export interface Stage extends Tally {
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
  /** Rows whose order id another row before them has; null where no order id is mapped. */
  readonly repeated: number | null;
  /** Columns whose cells are taken as they are. */
  readonly plain: ReadonlySet<number>;
  /** How many different cells a column has, where that was counted. */
  readonly distinct: ReadonlyMap<number, number>;
  /** The rows of each value of a dimension, where it has few values. */
  readonly valueRows: ColumnValues['valueRows'];
  /** Whether orders were put together of several rows. */
  readonly hasHeads: boolean;
  /** Table or view of the cells of the rows that may be set aside. */
  readonly suspectCells: string;
  /** Table or select of the raw cells of the rows that may be set aside, with their `row`. */
  readonly suspects: string;
  /** Columns of `orders` that hold nothing in this file. */
  readonly absent: readonly string[];
}

/** The currencies of a file of which several are used. */
type Kept = (CurrencyReading & { readonly code: string }) | null;

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
  const currency = await readCurrency(run, raw, mapping, formats);
  const kept = currency?.each && currency.code !== null ? { ...currency, code: currency.code } : null;
  const { plain, values, distinct, valueRows } = await readValues(run, raw, mapping);
  const input: CellsInput = {
    raw,
    mapping,
    formats,
    status,
    refundStatus,
    rowKind,
    plain,
    values,
    currency: currency?.test ?? null,
    eachCurrency: currency?.each ?? null,
    customer: identity.key?.column ?? null
  };
  const isTyped =
    [...formats.dates.values()].every((date) => date.readings[0]?.format === 'typed') &&
    [...formats.money.values()].every((money) => money.format === 'typed');
  const cellsAre = isTyped ? 'view' : 'table';
  await execute([`create ${cellsAre} ${name('cells')} as ${cellsSelect(input)}`]);
  const suspects = await findSuspects(work, id, input, cellsAre);

  const source = amountSource(raw, mapping);
  const isNet = source === 'amount' && isLoaded(raw, mapping.roles.indexOf('refund')) && (await paidIsNet(run, suspects.cells));
  const rules: FateRules = {
    mapping,
    isNet,
    hasStatus: status !== null,
    hasNoAmount: source === 'none',
    hasCurrency: currency?.test !== null && currency !== null,
    currency: kept
  };
  const { grain, refunds, identical, repeated, hasMarks, hasHeads } = await markRows(work, id, {
    cells: name('cells'),
    suspects,
    raw,
    mapping,
    rules,
    identity,
    amountSource: source
  });
  await execute([
    `create table ${name('verdicts')} as ${verdictsSelect(suspects.cells, hasMarks ? name('marks') : null, isSuspect(input, 'cells'), rules, raw)}`,
    `create view ${name('orders')} as ${ordersSelect(name('cells'), name('verdicts'), kept, raw)}${hasHeads ? `\nunion all\n${headOrders(name('heads'), isNet, kept)}` : ''}`
  ]);
  const has = (role: Mapping['roles'][number]) => isLoaded(raw, mapping.roles.indexOf(role));
  return {
    formats,
    identity,
    currency,
    cellsAre,
    isNet,
    grain,
    refunds,
    identical,
    repeated,
    plain,
    distinct,
    statuses: [status, refundStatus, rowKind],
    amountSource: source,
    valueRows,
    hasHeads,
    suspects: suspects.raw,
    suspectCells: suspects.cells,
    ...(await tallyRows(work, id, { raw, identity, hasHeads })),
    absent: [
      ...(['gross', 'discount', 'quantity', 'product', ...DIMENSIONS] as const).filter((role) => !has(role)),
      ...(has('refund') || refunds ? [] : ['refund']),
      ...(hasHeads || raw.carried !== undefined ? [] : ['lines'])
    ]
  };
}

/**
 * One row per row of `cells` that is not an order just as it stands: row, customer, fate (null: used), is_order
 * (used by itself, not as a line), and then the amount and the refund of that order.
 */
function verdictsSelect(cells: string, marks: string | null, isSuspect: string, rules: FateRules, raw: RawTable): string {
  const foreign = rules.hasCurrency ? "case when is_foreign then 'other-currency' end, " : '';
  const own = `coalesce(${foreign}${statusFate(rules)}, ${TIME_FATE}, ${moneyFate(rules, 'taken_off')})`;
  // A cheap look spares judging the many that nothing is the matter with, where all rows are looked at.
  const looked = `(select * from ${cells} where ${isSuspect}${marks ? ` or row in (select row from ${marks})` : ''})`;
  const marked = marks
    ? `mark.fate as mark_fate, coalesce(mark.is_line, false) as is_line`
    : 'cast(null as varchar) as mark_fate, false as is_line';
  return `select row, customer, fate, is_order,${raw.carried === undefined ? '' : ' carried,'}
  case when is_order then cast(paid - taken_off as decimal(18, 2)) end as amount,
  case when is_order then ${refundOf(rules.isNet)} end as refund
from (
  select *, fate is null and not is_line as is_order
  from (
    select *, case when mark_fate is not null then mark_fate when is_line then null else ${own} end as fate
    from (
      select cell.*, ${refundToTakeOff(rules, marks ? 'mark.refunded' : null)} as taken_off, ${marked}
      from ${looked} as cell${marks ? ` left join ${marks} as mark on mark.row = cell.row` : ''}
    ) as judged
  ) as told
) as verdicts
where not is_order or taken_off <> 0 or refund <> 0`;
}

/** One row per row of `cells` that is an order by itself, in the columns of `staged_orders` and its `row`; the customer is the cell as it stands. */
function ordersSelect(cells: string, verdicts: string, kept: Kept, raw: RawTable): string {
  const money = (amount: string) => (kept ? converted(amount, kept) : amount);
  return `select order_id, cell.customer as customer_id, order_time, ${money('coalesce(verdict.amount, cell.paid)')} as amount, ${money('gross')} as gross, ${money('discount')} as discount,
  ${money('coalesce(verdict.refund, 0)')} as refund, quantity, ${raw.carried === undefined ? 'cast(1 as integer)' : 'cell.carried'} as lines, product, ${DIMENSIONS.join(', ')}${besides(kept)}, cell.row
from ${cells} as cell
left join ${verdicts} as verdict on verdict.row = cell.row
where coalesce(verdict.is_order, true)`;
}

/** One row per order of several lines, in the same columns. */
function headOrders(heads: string, isNet: boolean, kept: Kept): string {
  const money = (amount: string) => (kept ? converted(amount, kept) : amount);
  return `select order_id, customer, order_time, ${money('cast(paid - taken_off as decimal(18, 2))')}, ${money('gross')}, ${money('discount')},
  ${money(refundOf(isNet))}, quantity, lines, product, ${DIMENSIONS.join(', ')}${besides(kept)}, cast(null as bigint) as row
from ${heads}
where fate is null`;
}

/** SQL: the further columns of orders of several currencies: currency, or what 1 of it counts as. */
function besides(kept: Kept): string {
  if (!kept) return '';
  return kept.isSplit ? `, coalesce(currency, ${quoteText(kept.code)}) as currency` : `, ${rateOf(kept.rates, 'currency')} as rate`;
}

/** SQL: what was given back of an order. */
function refundOf(isNet: boolean): string {
  return `cast(${isNet ? 'greatest(coalesce(abs(refund), 0), taken_off)' : 'taken_off'} as decimal(18, 2))`;
}

/**
 * Whether the paid amount has its refunds taken off already: paid + refund = gross on nearly all refunded
 * rows, or less is paid than refunded. Orders that died of themselves do not speak for the others: a closed one
 * often shows nothing paid beside its refund.
 */
async function paidIsNet(run: Run, cells: string): Promise<boolean> {
  const count = countsOf(
    await run(`select count(*) as refunded,
  count(*) filter (where abs(paid + abs(refund) - gross) < 0.015) as adding_up,
  count(*) filter (where paid < abs(refund)) as less
from ${cells}
where abs(refund) > 0 and paid is not null and not is_refund and coalesce(meaning, '') not in ('cancelled', 'unpaid')`)
  );
  return count('refunded') > 0 && (count('adding_up') >= 0.95 * count('refunded') || count('less') >= 0.5 * count('refunded'));
}
