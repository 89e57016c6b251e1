import { leavesOf, type ArrowLeaf } from '../arrow.ts';
import { EngineError, type ColumnRead } from '../contract.ts';
import type { Session } from '../duckdb.ts';
import { columnNames } from '../readers/column-names.ts';
import { unreadable } from '../readers/unreadable.ts';
import { quoteName, quoteText } from '../sql.ts';
import { zoneShift } from './zone-shift.ts';

/** One column of a Parquet file as it is shown and loaded: a part of a record has a name such as `address.city`. */
export interface ParquetColumn {
  readonly name: string;
  readonly leaf: ArrowLeaf;
}

/** The columns of a file by the schema in an Arrow stream. */
export function parquetColumns(schema: Uint8Array): ParquetColumn[] {
  const leaves = leavesOf(schema);
  const names = columnNames(
    leaves.map(({ path }) => path.join('.')),
    leaves.length
  );
  return leaves.map((leaf, place) => ({ name: names[place] ?? '', leaf }));
}

/** Makes `table` of an Arrow stream. Refuses, by its name, a column of a type that the database does not know. */
export async function insertPiece(session: Session, bytes: Uint8Array, table: string): Promise<void> {
  try {
    await session.insertArrow(bytes, table);
  } catch (error) {
    const known = error instanceof EngineError && (error.fault === 'cancelled' || error.fault === 'out-of-memory');
    if (known || !(error instanceof EngineError)) throw error;
    const odd = leavesOf(bytes).find(({ holds, type }) => type === 'Float16' || holds === 'other' || holds === 'list');
    throw odd ? unreadable('column-type', { column: odd.path.join('.'), type: odd.type }) : error;
  }
}

/** SQL: a cell of a column as a plain value: moments by the clock of their zone, bytes as text, no NaN. */
export function cellSql({ path, holds }: ArrowLeaf, shift: string): string {
  const cell = path.map(quoteName).join('.');
  if (holds === 'timestamp') return `(cast(${cell} as timestamp)${shift})`;
  if (holds === 'float') return `(case when isfinite(${cell}) then ${cell} end)`;
  if (holds === 'binary') return `coalesce(try(decode(${cell})), cast(${cell} as varchar))`;
  return cell;
}

/** SQL: the cell as text, exact; '' is left to the caller. A whole number kept as a float is written as one. */
export function textSql(leaf: ArrowLeaf, shift: string): string {
  const cell = cellSql(leaf, shift);
  if (leaf.holds !== 'float') return `cast(${cell} as varchar)`;
  return `case when abs(${cell}) < 1e15 and ${cell} = trunc(${cell}) then cast(cast(${cell} as bigint) as varchar) else cast(${cell} as varchar) end`;
}

/** SQL: the cell read as `read`, an error that names column `place` where it is something else. */
export function readSql(leaf: ArrowLeaf, read: ColumnRead, place: number, shift: string): string {
  const text = `nullif(${textSql(leaf, shift)}, '')`;
  if (read === 'text') return text;
  const misread = `error(${quoteText(`misread column c${place}`)})`;
  if (read === 'number') {
    const plain = leaf.holds === 'number' || leaf.holds === 'float';
    if (plain) return `cast(${cellSql(leaf, shift)} as double)`;
    return `case when ${text} is null then null when isfinite(try_cast(${text} as double)) then try_cast(${text} as double) else ${misread} end`;
  }
  const isTyped = leaf.holds === 'timestamp' || leaf.holds === 'date';
  const moment = isTyped ? `cast(${cellSql(leaf, shift)} as timestamp)` : `try_cast(${text} as timestamp)`;
  const isPlausible = `${moment} between timestamp '1900-01-01' and timestamp '2199-12-31'`;
  const isDay = read === 'date' ? ` and ${moment} = date_trunc('day', ${moment})` : '';
  const type = read === 'date' ? 'date' : 'timestamp';
  return `case when ${isTyped ? moment : text} is null then null when ${isPlausible}${isDay} then cast(${moment} as ${type}) else ${misread} end`;
}

/** What is added to the moments of each column so that they show the clock of its zone; '' for all others. */
export async function shiftsOf(session: Session, columns: readonly ParquetColumn[], table: string): Promise<string[]> {
  const shifts: string[] = [];
  for (const { leaf } of columns) shifts.push(leaf.zone === null ? '' : await zoneShift(session, leaf.zone, cellSql(leaf, ''), table));
  return shifts;
}
