import { decode } from '../arrow.ts';
import { EngineError, type ColumnRead, type LoadProgress, type LoadRequest } from '../contract.ts';
import { importPath, type Session } from '../duckdb.ts';
import { quoteName, quoteText } from '../sql.ts';
import { gatherParts } from './gathering.ts';
import { isInSample } from './key-sample.ts';

/** How each column was read, and the rows that the database read, whether they are in a sample or not. */
export interface TableRead {
  readonly reads: ColumnRead[];
  readonly rows: number;
}

/** Reads rows into the table; a column that is not what was hoped becomes text. */
export async function readTable(
  session: Session,
  rows: Blob,
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void
): Promise<TableRead> {
  const reads = request.columns.map((column) => column.read);
  const name = `${encodeURIComponent(request.table)}.csv`;
  if (rows.size === 0) {
    await session.run(
      `create or replace table ${quoteName(request.table)} as select ${selection(reads)} from (select ${reads.map((_, index) => `cast(null as varchar) as c${index}`).join(', ')}) where false`
    );
    return { reads, rows: 0 };
  }
  await session.register(rows, name);
  try {
    for (;;) {
      try {
        if (request.gather) {
          const { table, gather } = request;
          const read = await gatherParts(
            session,
            { table, gather, reads, bytes: rows.size, heard: (read, share) => onProgress({ stage: 'read', rows: read, share }) },
            async (part, test) => {
              await session.run(createTable(part, request, reads, name, { test, hasPlaces: true }));
              return true;
            }
          );
          return { reads, rows: read ?? 0 };
        }
        await session.run(createTable(request.table, request, reads, name, { test: request.sample && isInSample(request.sample) }));
        if (!request.sample) return { reads, rows: await countRows(session, request.table) };
        return { reads, rows: await countSampled(session, request.table, readCsv(request, reads, name), isInSample(request.sample)) };
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

function createTable(
  table: string,
  request: LoadRequest,
  reads: readonly ColumnRead[],
  name: string,
  { test, hasPlaces = false }: { readonly test?: string | undefined; readonly hasPlaces?: boolean }
): string {
  const from = readCsv(request, reads, name);
  return `create or replace table ${quoteName(table)} as
select ${selection(reads)}${hasPlaces ? ', place' : ''}
from ${hasPlaces ? `(select *, row_number() over () as place from ${from}) as placed` : from}${test === undefined ? '' : ` where ${test}`}`;
}

function readCsv(request: LoadRequest, reads: readonly ColumnRead[], name: string): string {
  const { delimiter, quote } = request.shape;
  const types = reads.map(
    (kind, index) => `'c${index}': '${kind === 'number' ? 'DOUBLE' : kind === 'timestamp' || kind === 'date' ? 'TIMESTAMP' : 'VARCHAR'}'`
  );
  return `read_csv(${importPath(name)}, auto_detect = false, header = false, delim = ${quoteText(delimiter)},
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
    if (kind === 'number')
      return [
        `case when ${column} is null or isfinite(cast(${column} as double)) then cast(${column} as double) else ${misread} end as ${column}`
      ];
    if (kind === 'timestamp')
      return [
        `case when ${plausible.replaceAll(`${column} between`, `cast(${column} as timestamp) between`)} then cast(${column} as timestamp) else ${misread} end as ${column}`
      ];
    if (kind === 'date')
      return [
        `case when ${column} is null or (cast(${column} as timestamp) between timestamp '1900-01-01' and timestamp '2199-12-31' and cast(${column} as timestamp) = date_trunc('day', cast(${column} as timestamp))) then cast(${column} as date) else ${misread} end as ${column}`
      ];
    return [];
  });
  return columns.length > 0 ? columns.join(', ') : 'true as kept';
}

function failedColumn(error: unknown): number | null {
  if (!(error instanceof EngineError)) return null;
  const match = /Error when converting column "c(\d+)"|misread column c(\d+)/.exec(error.message);
  return match ? Number(match[1] ?? match[2]) : null;
}

/** The rows a table holds. */
export function countRows(session: Session, table: string): Promise<number> {
  return countIn(session, quoteName(table));
}

/** All rows of `from`. Throws unless the table holds those of them that `test` takes. */
async function countSampled(session: Session, table: string, from: string, test: string): Promise<number> {
  const { bytes } = await session.run(
    `select cast(count(*) as integer) as rows, cast(count(*) filter (where ${test}) as integer) as sampled from ${from}`
  );
  const counted = decode(bytes);
  const [sampled, held] = [Number(counted.at(0, 1)), await countRows(session, table)];
  if (held !== sampled) throw new EngineError({ fault: 'sql', message: `the table holds ${held} rows of ${sampled} in the sample` });
  return Number(counted.at(0, 0));
}

async function countIn(session: Session, from: string): Promise<number> {
  const { bytes } = await session.run(`select cast(count(*) as integer) as rows from ${from}`);
  return Number(decode(bytes).at(0, 0));
}
