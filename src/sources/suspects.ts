import { literal, quoteText } from '../engine/sql.ts';
import { cellsSelect, type CellsInput } from './cells.ts';
import { isOn } from './cleaning.ts';
import { columnOf } from './mapping.ts';
import type { Work } from './engine-work.ts';
import { isAmong, repeatedSelect } from './grain.ts';
import { countsOf, isLoaded, rawName, type RawTable } from './raw-table.ts';
import { refundedPlaces } from './refunds.ts';
import { stagedName } from './staged-tables.ts';
import { STATUS_MEANINGS, type StatusMeaning } from './status-words.ts';

/**
 * The rows about which anything has to be decided: all others are orders just as they stand. In an ordinary
 * file they are few, so that everything after is asked of them instead of the whole file.
 */
export interface Suspects {
  /** Table or select of their raw cells: row (the place in the raw table), c0, c1, …. */
  readonly raw: string;
  /** Table or view of their cells by roles. */
  readonly cells: string;
  /** Whether order ids occur on several rows; null where no order id is mapped. */
  readonly isRepeated: boolean | null;
  /** Adds the rows that a select names by `row`. */
  readonly add: (rows: string) => Promise<void>;
}

/** Of files where more than this share of the rows is suspect nothing is copied: they are looked at as they are. */
const MOST = 0.5;

/** Finds the suspect rows, and makes `repeated` where order ids are mapped. */
export async function findSuspects(work: Work, id: string, input: CellsInput, cellsAre: 'view' | 'table'): Promise<Suspects> {
  const { raw, mapping } = input;
  const [all, repeated, suspects, cells] = (['cells', 'repeated', 'suspects', 'suspect_cells'] as const).map((table) =>
    stagedName(table, id)
  ) as [string, string, string, string];
  const hasOrderId = isLoaded(raw, columnOf(mapping, 'order_id') ?? -1);
  let again = 0;
  if (hasOrderId) {
    await work.execute([`create table ${repeated} as ${repeatedSelect(perhapsRepeated(input, all))}`]);
    again = countsOf(await work.run(`select coalesce(sum(rows), 0) as rows from ${repeated}`))('rows');
  }
  const isAgain = hasOrderId ? again > 0 : null;
  if (again + rowsByStatus(input) > MOST * raw.rows)
    return { raw: `(select rowid as row, * from ${raw.name})`, cells: all, isRepeated: isAgain, add: () => Promise.resolve() };

  const columns = columnsOf(raw);
  const from = { from: raw.name, row: `${raw.name}.rowid`, beside: columns };
  const [source, look] = cellsAre === 'view' ? [`(${cellsSelect(input, from)}) as cells`, 'raw' as const] : [all, 'cells' as const];
  const places = [
    ...(again > 0 ? [`select place from ${repeated}`] : []),
    // Orders that nothing but their refund's number names are ordinary ones otherwise.
    ...(hasOrderId && isOn(mapping, 'refund-row') ? [refundedPlaces(source, mayBeRefund(input, look))] : [])
  ].join(' union all ');
  const isOne = `${isSuspect(input, look)}${places === '' ? '' : ` or ${isAmong(places)}`}`;
  const rawRows = `select rowid as row, ${columns.join(', ')} from ${raw.name}`;
  const byRoles = cellsSelect(input, { from: suspects, row: 'row' });
  await work.execute(
    cellsAre === 'view'
      ? [
          // Reading by roles is cheap: one look at the file decides and copies.
          `create table ${suspects} as select row, ${columns.join(', ')} from ${source} where ${isOne}`,
          `create table ${cells} as ${byRoles}`
        ]
      : [
          `create table ${cells} as select * from ${source} where ${isOne}`,
          `create table ${suspects} as ${rawRows} where rowid in (select row from ${cells})`
        ]
  );
  const add = (rows: string) =>
    work.execute([
      `insert into ${suspects} ${rawRows} where rowid in (${rows}) and rowid not in (select row from ${suspects})`,
      `insert into ${cells} select * from (${cellsAre === 'view' ? byRoles : `select * from ${all} where row in (select row from ${suspects})`}) as added where row not in (select row from ${cells})`
    ]);
  return { raw: suspects, cells, isRepeated: isAgain, add };
}

/** SQL: rows of cells among which all are whose order id stands in another row, too. */
function perhapsRepeated({ raw, mapping, plain }: CellsInput, cells: string): string {
  const column = columnOf(mapping, 'order_id');
  const { watched } = raw;
  // What the reader saw are the cells as they stand.
  if (column === null || watched?.column !== column || !watched.rows || !plain.has(column)) return cells;
  if (watched.rows.length === 0) return `(select * from ${cells} where false) as told`;
  return `(select * from ${cells} where row in (select cast(unnest(string_split(${quoteText(watched.rows.join(','))}, ',')) as bigint))) as told`;
}

/**
 * SQL: whether a row of cells may have a fate, or a part of its amount taken off, because of what it holds itself.
 * `look` at the raw status where it stands beside: that takes a third of the time of telling its meaning.
 */
export function isSuspect(input: CellsInput, look: 'raw' | 'cells'): string {
  return [
    ...(look === 'raw' ? statusIn(input, DEAD) : ["(meaning is not null and meaning <> 'paid')"]),
    'order_time is null',
    'paid is null',
    'paid <= 0',
    '(refund is not null and refund <> 0)',
    ...(input.currency ? ['is_foreign'] : []),
    // Any other refund row has a status of refunds or less than nothing paid.
    ...(input.rowKind ? ['is_refund'] : [])
  ].join(' or ');
}

/** SQL: a cheap look, true of every row that is a refund. */
function mayBeRefund(input: CellsInput, look: 'raw' | 'cells'): string {
  return [
    'paid < 0',
    ...(look === 'raw' ? statusIn(input, ['refunded']) : ["meaning = 'refunded'"]),
    ...(input.rowKind ? ['is_refund'] : [])
  ].join(' or ');
}

const DEAD = STATUS_MEANINGS.filter((meaning) => meaning !== 'paid');

/** SQL: tests of the raw status cells, of which at least one holds where the row has one of the meanings. */
function statusIn({ status, refundStatus }: CellsInput, meanings: readonly StatusMeaning[]): string[] {
  return [status, refundStatus].flatMap((reading) => {
    const values = (reading?.values ?? []).filter(({ meaning }) => meaning !== null && meanings.includes(meaning));
    return reading === null || values.length === 0
      ? []
      : [`coalesce(${rawName(reading.column)} in ${literal(values.map(({ value }) => value))}, false)`];
  });
}

/** How many rows are suspect by their status at least. */
function rowsByStatus({ status, refundStatus }: CellsInput): number {
  const rows = (reading: CellsInput['status'], meanings: readonly StatusMeaning[]) =>
    (reading?.values ?? []).reduce((sum, value) => sum + (value.meaning && meanings.includes(value.meaning) ? value.rows : 0), 0);
  return Math.max(rows(status, DEAD), rows(refundStatus, ['refunded', 'partially-refunded']));
}

function columnsOf(raw: RawTable): string[] {
  return [
    ...raw.headers.flatMap((_, column) => (isLoaded(raw, column) ? [rawName(column)] : [])),
    ...(raw.carried === undefined ? [] : ['carried'])
  ];
}
