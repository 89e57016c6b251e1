import { literal, quoteName, quoteText } from '../sql.ts';
import type { WrittenCell, WrittenColumn, WrittenFile, WrittenRows } from './write-request.ts';

const LARGEST_INTEGER = 2 ** 31 - 1;

/** The statement that gives the rows of a file, typed, under the ids of its columns and in the order given. */
export function rowsSql({ columns }: WrittenFile, rows: WrittenRows): string {
  if ('sql' in rows) return `select ${columns.map(worded).join(', ')} from (\n${rows.sql}\n) as written`;
  const types = columns.map((column, place) => typeOf(column, rows.cells, place));
  const cells = columns.map(({ id }, place) => `cast(c${place} as ${types[place] ?? 'varchar'}) as ${quoteName(id)}`);
  const names = columns.map((_, place) => `c${place}`).join(', ');
  const values = (rows.cells.length > 0 ? rows.cells : [columns.map(() => null)]).map(
    (row) => `(${columns.map((_, place) => cellSql(row[place] ?? null, types[place] ?? 'varchar')).join(', ')})`
  );
  return `select ${cells.join(', ')} from (values ${values.join(', ')}) as written(${names})${rows.cells.length === 0 ? ' where false' : ''}`;
}

function worded({ id, words }: WrittenColumn): string {
  const column = quoteName(id);
  const pairs = Object.entries(words ?? {});
  if (pairs.length === 0) return column;
  return `case ${column} ${pairs.map(([code, word]) => `when ${quoteText(code)} then ${quoteText(word)}`).join(' ')} else ${column} end as ${column}`;
}

/** The type of a column of cells; one that holds something else as well is text. */
function typeOf({ kind }: WrittenColumn, cells: readonly (readonly WrittenCell[])[], place: number): string {
  const filled = cells.map((row) => row[place] ?? null).filter((cell) => cell !== null);
  const all = (test: (cell: WrittenCell) => boolean) => filled.every(test);
  if (kind === 'boolean') return all((cell) => typeof cell === 'boolean') ? 'boolean' : 'varchar';
  if (kind === 'date' || kind === 'month') {
    if (!all((cell) => cell instanceof Date)) return 'varchar';
    return all((cell) => (cell as Date).getTime() % 86_400_000 === 0) ? 'date' : 'timestamp';
  }
  if (kind === 'text' || !all((cell) => typeof cell === 'number')) return 'varchar';
  const isWhole = kind === 'integer' && all((cell) => Number.isInteger(cell) && Math.abs(cell as number) <= LARGEST_INTEGER);
  return isWhole ? 'integer' : 'double';
}

function cellSql(cell: WrittenCell, type: string): string {
  if (cell === null) return 'null';
  if (typeof cell === 'number' && !Number.isFinite(cell)) return 'null';
  if (type !== 'varchar') return literal(cell);
  return quoteText((cell instanceof Date ? cell.toISOString() : String(cell)).replaceAll('\0', ''));
}
