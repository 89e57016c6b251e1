import type { AmountSource } from './cells.ts';
import { DIMENSIONS } from './canonical-tables.ts';
import { isOn, type FateRules } from './cleaning.ts';
import { isCustomer } from './customer-ids.ts';
import type { Work } from './engine-work.ts';
import { againSelect, duplicateTest, headsSelect, isAmong, linesSelect, measureGrain, type Grain } from './grain.ts';
import type { MeasuredIdentity } from './identity.ts';
import { columnOf, type Mapping, type Role } from './mapping.ts';
import { countsOf, isLoaded, type RawTable } from './raw-table.ts';
import { byOrderSelect, bySelect, measureRefunds, refundsSelect, type RefundRows } from './refunds.ts';
import { stagedName, type StagedTable } from './staged-tables.ts';
import type { Suspects } from './suspects.ts';

export interface MarkInput {
  /** The cells of all rows. */
  readonly cells: string;
  readonly suspects: Suspects;
  readonly raw: RawTable;
  readonly mapping: Mapping;
  readonly rules: FateRules;
  readonly identity: MeasuredIdentity;
  readonly amountSource: AmountSource;
}

/** What is known of single rows because of other rows. */
export interface Marks {
  readonly grain: Grain | null;
  readonly refunds: RefundRows | null;
  readonly identical: number;
  /** Rows whose order id another row before them has; null where no order id is mapped. */
  readonly repeated: number | null;
  /** Whether `marks` and `heads` were made. */
  readonly hasMarks: boolean;
  readonly hasHeads: boolean;
}

/** Exports that give each line of an order its own amount. */
const PER_LINE: readonly string[] = ['taobao-items', 'doudian', 'amazon'];
const NOTHING = 'select 0 where false';
const NO_MONEY = 'cast(null as decimal(18, 2))';

/** Finds duplicates, lines and refund rows, and makes `marks` for the rows concerned. */
export async function markRows(work: Work, id: string, input: MarkInput): Promise<Marks> {
  const { mapping, rules } = input;
  const name = (table: StagedTable) => stagedName(table, id);
  const { grain, identical, repeated, duplicates } = await findDuplicates(work, id, input);
  const refunds = isOn(mapping, 'refund-row') ? await netRefunds(work, id, input, duplicates) : null;

  const hasHeads = grain !== null && grain.collapsed + grain.twins > 0;
  if (grain && hasHeads) {
    const stays = `from ${name('again')} where not is_refund and row not in (${duplicates})`;
    const collapsing = `select order_id ${stays} group by order_id having count(*)${grain.isLineFile ? '' : ' filter (where twin = 0)'} > 1`;
    const netted = refunds
      ? ` left join (select target, sum(amount) as amount from ${name('netting')} group by target) as netted on netted.target = line.row`
      : '';
    const lines = `(select line.*, ${refunds ? 'netted.amount' : NO_MONEY} as refunded from (select * ${stays} and order_id in (${collapsing})) as line${netted})`;
    await work.execute([
      `create table ${name('lines')} as ${linesSelect(lines, rules, grain)}`,
      `create table ${name('heads')} as ${headsSelect(name('lines'), rules, grain)}`
    ]);
  }

  const marks = [
    ...(duplicates === NOTHING
      ? []
      : [`select row, 'duplicate' as fate, ${NO_MONEY} as refunded, false as is_line from (${duplicates}) as duplicates`]),
    ...(refunds ? [`select row, 'refund-row' as fate, ${NO_MONEY} as refunded, false as is_line from ${name('refunds')}`] : []),
    ...(hasHeads
      ? [
          `select line.row, coalesce(line.dead, line.unpaid_for, head.fate) as fate, ${NO_MONEY} as refunded, true as is_line from ${name('lines')} as line left join ${name('heads')} as head on head.order_id = line.order_id`
        ]
      : []),
    ...(refunds
      ? [
          `select target as row, cast(null as varchar) as fate, sum(amount) as refunded, false as is_line from ${name('netting')}${hasHeads ? ` where target not in (select row from ${name('lines')})` : ''} group by target`
        ]
      : [])
  ];
  if (marks.length > 0) await work.execute([`create table ${name('marks')} as ${marks.join('\nunion all\n')}`]);
  return { grain, refunds, identical, repeated, hasMarks: marks.length > 0, hasHeads };
}

interface Duplicates {
  readonly grain: Grain | null;
  readonly identical: number;
  readonly repeated: number | null;
  /** SQL: the rows that are duplicates. */
  readonly duplicates: string;
}

async function findDuplicates(
  work: Work,
  id: string,
  { cells, suspects, raw, mapping, rules, amountSource }: MarkInput
): Promise<Duplicates> {
  const again = stagedName('again', id);
  const isMapped = (role: Role) => isLoaded(raw, columnOf(mapping, role) ?? -1);
  const isRemoved = isOn(mapping, 'duplicate');
  if (suspects.isRepeated === null) {
    // Without an order id only whole rows can be compared, and two equal ones may be two orders.
    const columns = [...DIMENSIONS, ...(rules.currency === null ? [] : ['currency'])];
    const whole = `hash(customer, order_time, paid, gross, discount, refund, quantity, meaning, product, sku, ${columns.join(', ')})`;
    if (isRemoved) {
      const duplicates = `select row from (select row, row_number() over (partition by ${whole} order by row) as nth from ${cells}) as twins where nth > 1`;
      await suspects.add(duplicates);
      return { grain: null, identical: 0, repeated: null, duplicates };
    }
    const twins = countsOf(await work.run(`select count(*) - count(distinct ${whole}) as twins from ${cells}`))('twins');
    return { grain: null, identical: twins, repeated: null, duplicates: NOTHING };
  }
  if (!suspects.isRepeated) return { grain: null, identical: 0, repeated: 0, duplicates: NOTHING };
  const hasLineId = isMapped('line_id');
  await work.execute([
    `create table ${again} as ${againSelect(`select * from ${suspects.cells} where ${isAmong(`select place from ${stagedName('repeated', id)}`)}`, hasLineId, rules.currency !== null)}`
  ]);
  const grain = await measureGrain(work.run, again, {
    hasLineId,
    hasCurrencies: rules.currency !== null,
    isCounted: amountSource === 'lines',
    isPerLine: PER_LINE.includes(mapping.family ?? '')
  });
  const test = isRemoved ? duplicateTest(grain, hasLineId) : null;
  return { grain, identical: 0, repeated: grain.rows - grain.ids, duplicates: test ? `select row from ${again} where ${test}` : NOTHING };
}

async function netRefunds(
  work: Work,
  id: string,
  { cells, suspects, identity, rules }: MarkInput,
  duplicates: string
): Promise<RefundRows | null> {
  const [refunds, netting] = [stagedName('refunds', id), stagedName('netting', id)];
  // A refund in another currency is no refund of the orders used.
  const own = (table: string) => (rules.hasCurrency ? `(select * from ${table} where not is_foreign)` : table);
  const known = identity.key ? isCustomer(identity.key, 'customer') : 'false';
  await work.execute([`create table ${refunds} as ${refundsSelect(own(suspects.cells), duplicates, known, rules.currency)}`]);
  if (countsOf(await work.run(`select count(*) as rows from ${refunds}`))('rows') === 0) return null;
  await work.execute([`create table ${netting} as ${byOrderSelect(suspects.cells, refunds, duplicates, rules.currency)}`]);
  const left = `select * from ${refunds} where row not in (select row from ${netting}) and customer is not null and order_time is not null`;
  if (countsOf(await work.run(`select count(*) as rows from (${left}) as left_over`))('rows') > 0) {
    for (const how of ['amount', 'customer'] as const)
      await work.execute([`insert into ${netting} ${bySelect(how, own(cells), left, netting, duplicates, rules.currency)}`]);
    await suspects.add(`select target from ${netting}`);
  }
  return measureRefunds(work.run, refunds, netting, rules.currency !== null);
}
