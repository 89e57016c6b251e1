import { EngineError, type ColumnRead, type LoadProgress, type LoadReport, type LoadRequest } from '../contract.ts';
import { importPath, type Session } from '../duckdb.ts';
import { quoteName, quoteText } from '../sql.ts';
import { checkDelimiter } from './csv-sketch.ts';
import { survey, type Survey } from './survey.ts';
import { unreadable } from './unreadable.ts';

/**
 * Loads a text table. The rows are counted by our own pass over the bytes, and the database is given
 * those rows and nothing else, so that what it reads is what was counted. Empty cells are null.
 */
export async function loadText(session: Session, file: File, request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<LoadReport> {
  const startedAt = performance.now();
  checkDelimiter(request.shape.delimiter);
  try {
    return await loadCounted(session, file, request, onProgress, startedAt);
  } catch (error) {
    if (!session.isCancelled()) await session.run(`drop table if exists ${quoteName(request.table)}`);
    throw error;
  }
}

async function loadCounted(session: Session, file: File, request: LoadRequest, onProgress: (progress: LoadProgress) => void, startedAt: number): Promise<LoadReport> {
  let isRewritten = await endsLinesWithReturns(file, request);
  for (;;) {
    const found = await surveyed(session, file, request, isRewritten, onProgress);
    const { census } = found;
    if (census.rows === 0 && census.rejectedCount === 0) throw unreadable('header-only');
    onProgress({ stage: 'read', rows: census.rows });
    try {
      const reads = await read(session, found.rows, request, census.rows);
      return {
        table: request.table,
        rows: census.rows,
        outside: census.outside,
        rejected: census.rejected,
        rejectedCount: census.rejectedCount,
        outsideCount: census.outsideCount,
        lines: census.lines,
        reads,
        warnings: census.warnings,
        ms: performance.now() - startedAt
      };
    } catch (error) {
      if (isRewritten || !isAboutBytes(error)) throw error;
      isRewritten = true;
    }
  }
}

function surveyed(session: Session, file: File, request: LoadRequest, isRewritten: boolean, onProgress: (progress: LoadProgress) => void): Promise<Survey> {
  const { shape } = request;
  const options = {
    encoding: shape.encoding,
    isRewritten,
    cut: { delimiter: shape.delimiter, quote: shape.quote },
    columns: request.columns.length,
    headerLine: shape.headerLine,
    hasDescriptionRow: shape.hasDescriptionRow,
    trimsOutsideRows: shape.trimsOutsideRows,
    countsReplaced: isRewritten || shape.encoding !== 'utf-8'
  };
  return survey(file, options, (rows, share) => {
    session.check();
    onProgress({ stage: 'decode', rows, share });
  });
}

/** Reads rows into the table; a column that is not what was hoped becomes text. Returns how each was read. */
async function read(session: Session, rows: Blob, request: LoadRequest, expected: number): Promise<ColumnRead[]> {
  const reads = request.columns.map((column) => column.read);
  const name = `${encodeURIComponent(request.table)}.csv`;
  if (expected === 0) {
    await session.run(`create or replace table ${quoteName(request.table)} as select ${selection(reads)} from (select ${reads.map((_, index) => `cast(null as varchar) as c${index}`).join(', ')}) where false`);
    return reads;
  }
  await session.register(rows, name);
  try {
    for (;;) {
      try {
        await session.run(createTable(request, reads, name));
        return reads;
      } catch (error) {
        const column = failedColumn(error);
        if (column === null || reads[column] === undefined || reads[column] === 'text') throw error;
        reads[column] = 'text';
      }
    }
  } finally {
    await session.drop(name);
  }
}

function createTable(request: LoadRequest, reads: readonly ColumnRead[], name: string): string {
  const { delimiter, quote } = request.shape;
  const types = reads.map((kind, index) => `'c${index}': '${kind === 'number' ? 'DOUBLE' : kind === 'timestamp' || kind === 'date' ? 'TIMESTAMP' : 'VARCHAR'}'`);
  return `create or replace table ${quoteName(request.table)} as
select ${selection(reads)}
from read_csv(${importPath(name)}, auto_detect = false, header = false, delim = ${quoteText(delimiter)},
  quote = ${quoteText(quote)}, escape = ${quoteText(quote)}, strict_mode = false, null_padding = false, parallel = false,
  max_line_size = 2000000, columns = {${types.join(', ')}})`;
}

/** Typed values outside what is plausible (year 19, infinity, NaN) mean that the column was misread: text then. */
function selection(reads: readonly ColumnRead[]): string {
  const columns = reads.flatMap((kind, index) => {
    const column = `c${index}`;
    const misread = `error('misread column ${column}')`;
    const plausible = `${column} is null or ${column} between timestamp '1900-01-01' and timestamp '2199-12-31'`;
    if (kind === 'text') return [column];
    if (kind === 'number') return [`case when ${column} is null or isfinite(cast(${column} as double)) then cast(${column} as double) else ${misread} end as ${column}`];
    if (kind === 'timestamp') return [`case when ${plausible.replaceAll(`${column} between`, `cast(${column} as timestamp) between`)} then cast(${column} as timestamp) else ${misread} end as ${column}`];
    if (kind === 'date') return [`case when ${column} is null or (cast(${column} as timestamp) between timestamp '1900-01-01' and timestamp '2199-12-31' and cast(${column} as timestamp) = date_trunc('day', cast(${column} as timestamp))) then cast(${column} as date) else ${misread} end as ${column}`];
    return [];
  });
  return columns.length > 0 ? columns.join(', ') : 'true as kept';
}

function failedColumn(error: unknown): number | null {
  if (!(error instanceof EngineError)) return null;
  const match = /Error when converting column "c(\d+)"|misread column c(\d+)/.exec(error.message);
  return match ? Number(match[1] ?? match[2]) : null;
}

/** Whether the database stumbled over bytes that are not UTF-8. */
function isAboutBytes(error: unknown): boolean {
  return error instanceof EngineError && /utf-?8|unicode/i.test(error.message);
}

async function endsLinesWithReturns(file: File, request: LoadRequest): Promise<boolean> {
  if (request.shape.encoding !== 'utf-8') return false;
  const head = new Uint8Array(await file.slice(0, 2_000_000).arrayBuffer());
  return !head.includes(0x0a) && head.includes(0x0d);
}
