import type { ResultTable } from '../engine/arrow.ts';
import type { ColumnRead, LoadReport, WatchedColumn } from '../engine/contract.ts';

/** Runs one statement and decodes what it gives. */
export type Run = (sql: string) => Promise<ResultTable>;

/** A loaded file: columns c0, c1, … in file order, skipped ones absent; empty cells are null. */
export interface RawTable {
  readonly name: string;
  readonly rows: number;
  /** The headers as they stand in the file. */
  readonly headers: readonly string[];
  /** How each column was read in the end. */
  readonly reads: readonly ColumnRead[];
  /** What the reader saw of the order ids while it counted the rows. */
  readonly watched?: WatchedColumn | undefined;
  /** How many rows of the file these stand for, as their column `carried` tells; undefined where each stands for itself. */
  readonly carried?: number | undefined;
}

/** The table that a file with these headers was loaded into. */
export function rawTable(
  name: string,
  headers: readonly string[],
  { rows, reads, gathered }: Pick<LoadReport, 'rows' | 'reads' | 'gathered'>,
  watched?: WatchedColumn
): RawTable {
  return { name, rows: gathered?.into ?? rows, headers, reads, watched, carried: gathered && rows };
}

/** SQL: how many rows of the file the rows of `raw` stand for, those for which `test` holds. */
export function rowsOf(raw: RawTable, test?: string): string {
  const filter = test === undefined ? '' : ` filter (where ${test})`;
  return raw.carried === undefined ? `count(*)${filter}` : `cast(coalesce(sum(carried)${filter}, 0) as bigint)`;
}

/** The raw table's name for a column of the file. */
export function rawName(column: number): string {
  return `c${column}`;
}

/** Whether the column is in the raw table. */
export function isLoaded(raw: RawTable, column: number): boolean {
  const read = raw.reads[column];
  return read !== undefined && read !== 'skip';
}

/** The first row of a result by column name; for statements that give one row of counts. */
export function countsOf(result: ResultTable): (name: string) => number {
  const places = new Map(result.columns.map((column, place) => [column.name, place]));
  return (name) => {
    const place = places.get(name);
    if (place === undefined) throw new TypeError(`the result has no column ${name}`);
    return Number(result.at(0, place) ?? 0);
  };
}

/** A few hundred filled cells of a text column, from the beginning to the end of the file. */
export async function sampleOf(run: Run, raw: RawTable, column: string): Promise<string[]> {
  const step = Math.max(1, Math.floor(raw.rows / 600));
  const result = await run(`select ${column} from ${raw.name} where rowid % ${step} = 0 and ${column} is not null limit 800`);
  return Array.from({ length: result.rows }, (_, row) => String(result.at(row, 0)));
}
