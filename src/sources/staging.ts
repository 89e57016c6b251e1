import { amountSource, cellsSelect, type AmountSource, type CellsInput } from './cells.ts';
import { DIMENSIONS, type Dimension } from './canonical-tables.ts';
import { isOn, moneyFate, refundToTakeOff, statusFate, TIME_FATE, type FateRules } from './cleaning.ts';
import { decideFormats, type Formats } from './column-formats.ts';
import { readCurrency, type CurrencyReading } from './currency.ts';
import { dimensionValues, plainColumns } from './column-values.ts';
import { rowsOfTable, type Work } from './engine-work.ts';
import { againSelect, duplicateTest, headsSelect, linesSelect, measureGrain, type Grain } from './grain.ts';
import { customerExpression, measureIdentity, type MeasuredIdentity } from './identity.ts';
import { columnOf, type Mapping } from './mapping.ts';
import { countsOf, isLoaded, rawName, type RawTable, type Run } from './raw-table.ts';
import { measureRefunds, nettingSelect, refundsSelect, type RefundRows } from './refunds.ts';
import { stagedName } from './staged-tables.ts';
import { readStatuses, type StatusReading } from './statuses.ts';

/** All that was decided on the way from a raw table to orders. */
export interface Stage {
  readonly raw: RawTable;
  readonly formats: Formats;
  readonly identity: MeasuredIdentity;
  readonly statuses: readonly StatusReading[];
  readonly currency: CurrencyReading | null;
  readonly cellsAre: 'view' | 'table';
  readonly amountSource: AmountSource;
  readonly isNet: boolean;
  readonly grain: Grain | null;
  readonly refunds: RefundRows | null;
  /** Identical rows of a file without order ids: kept unless the rule is on. */
  readonly identical: number;
  /** Rows by fate; '' = used. */
  readonly fates: ReadonlyMap<string, number>;
  readonly orders: number;
  readonly anonymous: number;
  readonly customers: number | null;
}

/** Whether a file can hold orders at all: something says when, and something says who or how much. */
export function holdsOrders(mapping: Mapping): boolean {
  const has = (...roles: Mapping['roles']) => roles.some((role) => role !== null && mapping.roles.includes(role));
  return has('order_time', 'pay_time') && has('amount', 'gross', 'unit_price', 'customer', 'order_id');
}

/** Makes the staged tables of a raw table under the name `id`. */
export async function stageOrders(work: Work, id: string, raw: RawTable, mapping: Mapping, identity: MeasuredIdentity): Promise<Stage> {
  const { run, execute } = work;
  const name = (table: Parameters<typeof stagedName>[0]) => stagedName(table, id);
  const formats = await decideFormats(run, raw, mapping);
  const status = await readStatuses(run, raw, mapping, 'status');
  const refundStatus = await readStatuses(run, raw, mapping, 'refund_status');
  const rowKind = await readStatuses(run, raw, mapping, 'row_kind');
  const currency = await readCurrency(run, raw, mapping);
  const customer = await readCustomers(work, name('keys'), raw, identity);
  const input: CellsInput = {
    raw,
    mapping,
    formats,
    status,
    refundStatus,
    rowKind,
    currency: currency?.test ?? null,
    customer: customer.sql,
    keysTable: customer.isJoined ? name('keys') : null,
    plain: await plainColumns(run, raw, mapping),
    values: await dimensionValues(run, raw, mapping)
  };
  // Typed columns cost nothing to read again; parsed ones are parsed once.
  const isCheap = !customer.isJoined && [...formats.dates.values()].every((date) => date.formats[0] === 'typed') && [...formats.money.values()].every((money) => money.format === 'typed');
  const cellsAre = isCheap ? 'view' : 'table';
  await execute([`create ${cellsAre} ${name('cells')} as ${cellsSelect(input)}`]);

  const source = amountSource(raw, mapping);
  const isNet = source === 'amount' && (await paidIsNet(run, raw, mapping, name('cells')));
  const rules: FateRules = { mapping, isNet, hasStatus: status !== null, hasNoAmount: source === 'none', hasCurrency: input.currency !== null };
  const { grain, refunds, identical, hasMarks } = await markRows(work, id, raw, mapping, rules, source);

  const hasHeads = grain !== null && grain.collapsed + grain.twins > 0;
  const takenOff = refundToTakeOff(rules, hasMarks ? 'mark.refunded' : null);
  await execute([
    `create view ${name('fates')} as
select *, ${hasMarks ? "case when mark_fate is not null then mark_fate when is_line then null else coalesce(" : 'coalesce('}${rowFate(rules, 'taken_off')}${hasMarks ? ') end' : ')'} as fate
from (
  select cell.*, ${takenOff} as taken_off${hasMarks ? ', mark.fate as mark_fate, coalesce(mark.is_line, false) as is_line' : ', false as is_line'}
  from ${name('cells')} as cell${hasMarks ? `\n  left join ${name('marks')} as mark using (row)` : ''}
) as marked`,
    `create view ${name('orders')} as
${orderColumns(`${name('fates')} where fate is null and not is_line`, 'cast(1 as integer)', isNet)}${hasHeads ? `\nunion all\n${orderColumns(`${name('heads')} where fate is null`, 'lines', isNet)}` : ''}`
  ]);
  return {
    raw, formats, identity, currency, cellsAre, isNet, grain, refunds, identical,
    statuses: [status, refundStatus, rowKind].filter((reading) => reading !== null),
    amountSource: source,
    ...(await countFates(work, id, identity))
  };
}

function rowFate(rules: FateRules, takenOff: string): string {
  const foreign = rules.hasCurrency ? "case when is_foreign then 'other-currency' end, " : '';
  return `${foreign}${statusFate(rules)}, ${TIME_FATE}, ${moneyFate(rules, takenOff)}`;
}

/** One row per order in the columns of `staged_orders`. */
function orderColumns(from: string, lines: string, isNet: boolean): string {
  return `select order_id, customer as customer_id, order_time, cast(paid - taken_off as decimal(18, 2)) as amount, gross, discount,
  ${isNet ? 'cast(greatest(coalesce(abs(refund), 0), taken_off) as decimal(18, 2))' : 'cast(taken_off as decimal(18, 2))'} as refund, quantity, ${lines} as lines, product, ${DIMENSIONS.join(', ')}
from ${from}`;
}

interface CustomerColumn {
  readonly sql: string | null;
  readonly isJoined: boolean;
}

/** Tidies the customer column by its different cells, which are far fewer than its rows. */
async function readCustomers(work: Work, keys: string, raw: RawTable, identity: MeasuredIdentity): Promise<CustomerColumn> {
  if (!identity.key) return { sql: null, isJoined: false };
  const cell = rawName(identity.key.column);
  await work.execute([`create table ${keys} as select ${cell} as cell, ${customerExpression(raw, identity.key)} as customer_id from (select distinct ${cell} from ${raw.name} where ${cell} is not null) as cells`]);
  const changed = rowsOfTable(await work.run(`select cell, customer_id from ${keys} where customer_id is distinct from cell limit 51`));
  const nobodies = changed.filter(([, key]) => key === null).map(([text]) => `'${String(text).replaceAll("'", "''")}'`);
  if (changed.length > 50 || nobodies.length < changed.length) return { sql: 'key.customer_id', isJoined: true };
  await work.execute([`drop table ${keys}`]);
  return { sql: nobodies.length === 0 ? cell : `case when ${cell} in (${nobodies.join(', ')}) then null else ${cell} end`, isJoined: false };
}

/** Whether the paid amount has its refunds taken off already: paid + refund = gross, or less is paid than refunded. */
async function paidIsNet(run: Run, raw: RawTable, mapping: Mapping, cells: string): Promise<boolean> {
  const has = (role: 'refund' | 'gross') => isLoaded(raw, columnOf(mapping, role) ?? -1);
  if (!has('refund')) return false;
  const count = countsOf(
    await run(`select count(*) as refunded,
  count(*) filter (where abs(paid + abs(refund) - gross) < 0.015) as adding_up,
  count(*) filter (where paid < abs(refund)) as less
from ${cells} where abs(refund) > 0 and paid is not null and not is_refund`)
  );
  return count('refunded') > 0 && (count('adding_up') >= 0.95 * count('refunded') || count('less') >= 0.5 * count('refunded'));
}

interface Marks {
  readonly grain: Grain | null;
  readonly refunds: RefundRows | null;
  readonly identical: number;
  readonly hasMarks: boolean;
}

/** Finds duplicates, lines and refund rows, and makes `marks` for the rows concerned. */
async function markRows(work: Work, id: string, raw: RawTable, mapping: Mapping, rules: FateRules, source: AmountSource): Promise<Marks> {
  const { run, execute } = work;
  const name = (table: Parameters<typeof stagedName>[0]) => stagedName(table, id);
  const isMapped = (role: 'order_id' | 'line_id') => isLoaded(raw, columnOf(mapping, role) ?? -1);
  const hasLineId = isMapped('line_id');
  const nothing = 'select 0 where false';
  let duplicates = nothing;
  let grain: Grain | null = null;
  let identical = 0;
  if (isMapped('order_id')) {
    await execute([`create table ${name('again')} as ${againSelect(name('cells'), hasLineId)}`]);
    const again = countsOf(await run(`select count(*) as rows from ${name('again')}`))('rows');
    if (again > 0) {
      grain = await measureGrain(run, name('again'), hasLineId, source === 'lines');
      if (isOn(mapping, 'duplicate')) duplicates = `select row from ${name('again')} where ${duplicateTest(grain, hasLineId)}`;
    }
  } else {
    const twins = `select row from (select row, row_number() over (partition by hash(customer, order_time, paid, gross, discount, refund, quantity, meaning, product, sku, ${DIMENSIONS.join(', ')}) order by row) as nth from ${name('cells')}) as twins where nth > 1`;
    if (isOn(mapping, 'duplicate')) duplicates = twins;
    else identical = countsOf(await run(`select count(*) - count(distinct hash(customer, order_time, paid, gross, discount, refund, quantity, meaning, product, sku, ${DIMENSIONS.join(', ')})) as twins from ${name('cells')}`))('twins');
  }

  const refundRows = isOn(mapping, 'refund-row') ? countsOf(await run(`select count(*) filter (where is_refund) as rows from ${name('cells')}`))('rows') : 0;
  let refunds: RefundRows | null = null;
  if (refundRows > 0) {
    await execute([
      `create table ${name('refunds')} as ${refundsSelect(name('cells'), duplicates)}`,
      `create table ${name('netting')} as ${nettingSelect(name('cells'), name('refunds'), duplicates)}`
    ]);
    refunds = await measureRefunds(run, name('refunds'), name('netting'));
  }

  const hasLines = grain !== null && grain.collapsed + grain.twins > 0;
  if (grain && hasLines) {
    const stays = `from ${name('again')} where not is_refund and row not in (${duplicates})`;
    await execute([
      `create table ${name('lines')} as ${linesSelect(
        `(select line.*, ${refunds ? 'netted.amount' : 'cast(null as decimal(18, 2))'} as refunded from (select * ${stays} and order_id in (select order_id ${stays} group by order_id having count(*)${grain.isLineFile ? '' : ' filter (where twin = 0)'} > 1)) as line${refunds ? ` left join (select target, sum(amount) as amount from ${name('netting')} group by target) as netted on netted.target = line.row` : ''})`,
        rules,
        grain
      )}`,
      `create table ${name('heads')} as ${headsSelect(name('lines'), rules, grain)}`
    ]);
  }

  const marks = [
    ...(duplicates === nothing ? [] : [`select row, 'duplicate' as fate, cast(null as decimal(18, 2)) as refunded, false as is_line from (${duplicates}) as duplicates`]),
    ...(refunds ? [`select row, 'refund-row' as fate, cast(null as decimal(18, 2)) as refunded, false as is_line from ${name('refunds')}`] : []),
    ...(hasLines
      ? [`select line.row, coalesce(line.dead, line.unpaid_for, head.fate) as fate, cast(null as decimal(18, 2)) as refunded, true as is_line from ${name('lines')} as line left join ${name('heads')} as head using (order_id)`]
      : []),
    ...(refunds
      ? [`select target as row, cast(null as varchar) as fate, sum(amount) as refunded, false as is_line from ${name('netting')}${hasLines ? ` where target not in (select row from ${name('lines')})` : ''} group by target`]
      : [])
  ];
  if (marks.length > 0) await execute([`create table ${name('marks')} as ${marks.join('\nunion all\n')}`]);
  return { grain, refunds, identical, hasMarks: marks.length > 0 };
}

/** Counts the rows by fate, the orders, and the customers (kept in `buyers`). */
async function countFates(work: Work, id: string, identity: MeasuredIdentity): Promise<Pick<Stage, 'fates' | 'orders' | 'anonymous' | 'customers'>> {
  const orders = stagedName('orders', id);
  const fates = new Map(rowsOfTable(await work.run(`select coalesce(fate, '') as fate, count(*) as rows from ${stagedName('fates', id)} group by fate`)).map(([fate, rows]) => [String(fate), Number(rows)]));
  const count = countsOf(await work.run(`select count(*) as orders, coalesce(sum(lines) filter (where customer_id is null), 0) as anonymous from ${orders}`));
  if (!identity.key) return { fates, orders: count('orders'), anonymous: fates.get('') ?? 0, customers: null };
  await work.execute([`create table ${stagedName('buyers', id)} as select customer_id from ${orders} where customer_id is not null group by customer_id`]);
  const customers = countsOf(await work.run(`select count(*) as customers from ${stagedName('buyers', id)}`))('customers');
  return { fates, orders: count('orders'), anonymous: count('anonymous'), customers };
}
