import { amountSource, cellsOf, cellsSelect, type AmountSource, type CellsInput } from './cells.ts';
import { DIMENSIONS } from './canonical-tables.ts';
import { moneyFate, refundToTakeOff, statusFate, TIME_FATE, type FateRules } from './cleaning.ts';
import { decideFormats, type Formats } from './column-formats.ts';
import { readValues } from './column-values.ts';
import { readCurrency, type CurrencyReading } from './currency.ts';
import { customerIdOf } from './customer-ids.ts';
import { rowsOfTable, type Work } from './engine-work.ts';
import type { Grain } from './grain.ts';
import type { MeasuredIdentity } from './identity.ts';
import type { Mapping } from './mapping.ts';
import { markRows } from './marks.ts';
import { countsOf, isLoaded, type RawTable, type Run } from './raw-table.ts';
import { ALL, type RefundRows } from './refunds.ts';
import { stagedName, type StagedTable } from './staged-tables.ts';
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
  /** Rows whose order id another row before them has; null where no order id is mapped. */
  readonly repeated: number | null;
  /** Columns whose cells are taken as they are. */
  readonly plain: ReadonlySet<number>;
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
    customer: identity.key?.column ?? null
  };
  const isTyped =
    [...formats.dates.values()].every((date) => date.readings[0]?.format === 'typed') &&
    [...formats.money.values()].every((money) => money.format === 'typed');
  const cellsAre = isTyped ? 'view' : 'table';
  await execute([`create ${cellsAre} ${name('cells')} as ${cellsSelect(input)}`]);
  const cells = cellsOf(input, name('cells'), cellsAre);

  const source = amountSource(raw, mapping);
  const isNet = source === 'amount' && isLoaded(raw, mapping.roles.indexOf('refund')) && (await paidIsNet(run, name('cells')));
  const rules: FateRules = {
    mapping,
    isNet,
    hasStatus: status !== null,
    hasNoAmount: source === 'none',
    hasCurrency: currency?.test !== null && currency !== null
  };
  const { grain, refunds, identical, repeated, hasMarks, hasHeads } = await markRows(work, id, {
    cells,
    raw,
    mapping,
    rules,
    identity,
    amountSource: source
  });
  const marks = hasMarks ? ` left join ${name('marks')} as mark on mark.row = cell.row` : '';
  const takenOff = refundToTakeOff(rules, hasMarks ? 'mark.refunded' : null);
  await execute([
    `create table ${name('aside')} as ${asideSelect(`select cell.*, ${takenOff} as taken_off, ${hasMarks ? 'mark.fate as mark_fate, coalesce(mark.is_line, false) as is_line' : 'cast(null as varchar) as mark_fate, false as is_line'} from (select * from ${name('cells')} where ${suspect(rules, hasMarks ? name('marks') : null)}) as cell${marks}`, rules)}`,
    `create view ${name('orders')} as
${orderColumns(`(select cell.*, ${takenOff} as taken_off from ${name('cells')} as cell anti join ${name('aside')} as aside on aside.row = cell.row${marks}) as singles`, 'cast(1 as integer)', isNet)}${hasHeads ? `\nunion all\n${orderColumns(`${name('heads')} where fate is null`, 'lines', isNet)}` : ''}`
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
 * SQL: whether a cell may have a fate at all. A cheap look, true of every row that `asideSelect` sets aside,
 * which spares judging the many that nothing is the matter with.
 */
function suspect(rules: FateRules, marks: string | null): string {
  return [
    "(meaning is not null and meaning <> 'paid')",
    'order_time is null',
    'paid is null',
    'paid <= 0',
    '(refund is not null and refund <> 0)',
    ...(rules.hasCurrency ? ['is_foreign'] : []),
    ...(marks ? [`row in (select row from ${marks})`] : [])
  ].join(' or ');
}

/** One row per row of `judged` that is not an order by itself: row, fate (null: used, as a line of one). */
function asideSelect(judged: string, rules: FateRules): string {
  const foreign = rules.hasCurrency ? "case when is_foreign then 'other-currency' end, " : '';
  const own = `coalesce(${foreign}${statusFate(rules)}, ${TIME_FATE}, ${moneyFate(rules, 'taken_off')})`;
  return `select row, fate
from (
  select row, is_line, case when mark_fate is not null then mark_fate when is_line then null else ${own} end as fate
  from (${judged}) as judged
) as told
where fate is not null or is_line`;
}

/** One row per order in the columns of `staged_orders`; the customer is the cell as it stands. */
function orderColumns(from: string, lines: string, isNet: boolean): string {
  return `select order_id, customer as customer_id, order_time, case when taken_off = 0 then paid else cast(paid - taken_off as decimal(18, 2)) end as amount, gross, discount,
  ${isNet ? 'cast(greatest(coalesce(abs(refund), 0), taken_off) as decimal(18, 2))' : 'cast(taken_off as decimal(18, 2))'} as refund, quantity, ${lines} as lines, product, ${DIMENSIONS.join(', ')}
from ${from}`;
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

/** Counts the rows by fate, the orders, and the customers (kept in `buyers`), in one pass. */
async function countFates(
  work: Work,
  id: string,
  identity: MeasuredIdentity,
  hasHeads: boolean
): Promise<Pick<Stage, 'fates' | 'orders' | 'anonymous' | 'customers'>> {
  const name = (table: StagedTable) => stagedName(table, id);
  const id_ = identity.key ? customerIdOf(identity.key, 'cell') : 'cast(null as varchar)';
  await work.execute([
    `create table ${name('tally')} as
select cell.customer as cell, count(*) as rows, count(*) as orders
from ${name('cells')} as cell anti join ${name('aside')} as aside on aside.row = cell.row
group by cell.customer${hasHeads ? `\nunion all\nselect customer, sum(lines), count(*) from ${name('heads')} where fate is null group by customer` : ''}`,
    `create table ${name('buyers')} as
select cell, customer_id
from (select cell, ${id_} as customer_id from (select cell from ${name('tally')} where cell is not null group by cell limit ${ALL}) as cells) as told
where customer_id is not null`
  ]);
  const fates = rowsOfTable(await work.run(`select fate, count(*) as rows from ${name('aside')} where fate is not null group by fate`));
  const count = countsOf(
    await work.run(`select
  coalesce(sum(rows), 0) as used,
  coalesce(sum(orders), 0) as orders,
  coalesce(sum(rows) filter (where buyers.cell is null), 0) as anonymous,
  (select count(distinct customer_id) from ${name('buyers')}) as customers
from ${name('tally')} as tally
left join ${name('buyers')} as buyers on buyers.cell = tally.cell`)
  );
  return {
    fates: new Map([...fates.map(([fate, rows]) => [String(fate), Number(rows)] as const), ['', count('used')]]),
    orders: count('orders'),
    anonymous: count('anonymous'),
    customers: identity.key ? count('customers') : null
  };
}
