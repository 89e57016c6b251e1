import { EngineError, type ColumnRead, type LoadReport, type LoadRequest, type LoadWarning } from '../contract.ts';
import type { Session } from '../duckdb.ts';
import { countRows } from '../readers/csv-table.ts';
import { gatherParts } from '../readers/gathering.ts';
import { isInSample } from '../readers/key-sample.ts';
import { unreadable } from '../readers/unreadable.ts';
import { quoteName } from '../sql.ts';
import type { FormatService, Listener } from './format-service.ts';
import { insertPiece, parquetColumns, readSql, shiftsOf, type ParquetColumn } from './parquet-columns.ts';
import { isKnownZone } from './zone-shift.ts';

const PIECE = 'parquet_piece';
/** About how many times as large the same rows are as a text. */
const AS_TEXT = 6;

/** Loads a Parquet file, piece by piece, into `request.table`; a column that is not what was hoped becomes text. */
export async function loadParquet(
  session: Session,
  file: File,
  request: LoadRequest,
  formats: FormatService,
  listener: Listener
): Promise<LoadReport> {
  const startedAt = performance.now();
  const { schema, rows } = await formats.outline(file, { signal: listener.signal, heard: () => undefined });
  const columns = parquetColumns(schema);
  const reads = request.columns.map(({ read }) => read);
  if (columns.length !== reads.length) throw unreadable('damaged');
  const { sample, gather } = request;
  let loaded: number;
  try {
    const load = async (table: string, test?: string) => {
      const misread = await loadOnce(
        session,
        file,
        { table, columns, reads, rows, test, hasPlaces: gather !== undefined },
        formats,
        listener
      );
      if (misread !== null) reads[misread] = 'text';
      return misread === null;
    };
    const gathering = gather && { table: request.table, gather, reads, bytes: AS_TEXT * file.size, heard: () => undefined };
    const isWhole = async () => {
      if (!gathering) return load(request.table, sample && isInSample(sample));
      const read = await gatherParts(session, gathering, load);
      if (read !== null && read !== rows) throw new EngineError({ fault: 'sql', message: `the database read ${read} rows of ${rows}` });
      return read !== null;
    };
    while (!(await isWhole())) session.check();
    loaded = await countRows(session, request.table);
    if (!sample && !gather && loaded !== rows)
      throw new EngineError({ fault: 'sql', message: `the database read ${loaded} rows of ${rows}` });
  } catch (error) {
    await session.tidyUp(`drop table if exists ${quoteName(request.table)}`);
    throw error;
  } finally {
    await session.tidyUp(`drop table if exists ${PIECE}`);
  }
  return {
    table: request.table,
    rows: gather ? rows : loaded,
    outside: [],
    rejected: [],
    rejectedCount: 0,
    outsideCount: 0,
    lines: rows,
    reads,
    warnings: warningsOf(columns, reads),
    ms: performance.now() - startedAt,
    sampled: sample && { of: sample.of, leftOut: rows - loaded },
    gathered: gather && { into: loaded }
  };
}

interface Load {
  readonly table: string;
  readonly columns: readonly ParquetColumn[];
  readonly reads: readonly ColumnRead[];
  readonly rows: number;
  /** SQL: which rows are taken; undefined for all. */
  readonly test: string | undefined;
  /** Rows tell their `place` in the file. */
  readonly hasPlaces: boolean;
}

/** Loads all pieces; the place of a column that turned out to be something else, or null. */
async function loadOnce(session: Session, file: File, load: Load, formats: FormatService, listener: Listener): Promise<number | null> {
  const kept = load.columns.filter((_, place) => load.reads[place] !== 'skip');
  // One column at least, so that the rows are counted.
  const tops = [...new Set((kept.length > 0 ? kept : load.columns.slice(0, 1)).map(({ leaf }) => leaf.path[0] ?? ''))];
  const table = quoteName(load.table);
  const where = load.test === undefined ? '' : ` where ${load.test}`;
  let isFirst = true;
  let read = 0;
  const failed: unknown[] = [];
  await session.run(`drop table if exists ${table}`);
  const take = async (bytes: Uint8Array, rows: number): Promise<boolean> => {
    try {
      session.check();
      await session.tidyUp(`drop table if exists ${PIECE}`);
      await insertPiece(session, bytes, PIECE);
      if ((await countRows(session, PIECE)) !== rows) throw unreadable('damaged');
      const cells = await cellsOf(session, load);
      await session.run(
        `${isFirst ? `create table ${table} as` : `insert into ${table}`} select * from (select ${cells}${load.hasPlaces ? `, ${read} + row_number() over () as place` : ''} from ${PIECE})${where}`
      );
      isFirst = false;
      read += rows;
      return true;
    } catch (error) {
      failed.push(error);
      return false;
    }
  };
  await formats.rows(file, tops, take, {
    signal: listener.signal,
    heard: ({ rows, share }) => listener.heard({ stage: 'read', rows, share })
  });
  if (failed.length === 0 && read !== load.rows)
    throw new EngineError({ fault: 'sql', message: `the database read ${read} rows of ${load.rows}` });
  if (failed.length === 0) return null;
  const place = misreadColumn(failed[0]);
  if (place === null) throw failed[0];
  return place;
}

async function cellsOf(session: Session, { columns, reads }: Load): Promise<string> {
  const wanted = columns.map((column, place) => (reads[place] === 'skip' ? { ...column, leaf: { ...column.leaf, zone: null } } : column));
  const shifts = await shiftsOf(session, wanted, PIECE);
  const cells = columns.flatMap(({ leaf }, place) => {
    const read = reads[place] ?? 'skip';
    return read === 'skip' ? [] : [`${readSql(leaf, read, place, shifts[place] ?? '')} as c${place}`];
  });
  return cells.length > 0 ? cells.join(', ') : 'true as kept';
}

function misreadColumn(error: unknown): number | null {
  const match = error instanceof EngineError ? /misread column c(\d+)/.exec(error.message) : null;
  return match ? Number(match[1]) : null;
}

function warningsOf(columns: readonly ParquetColumn[], reads: readonly ColumnRead[]): LoadWarning[] {
  const kept = columns.filter((_, place) => reads[place] !== 'skip');
  const lists = kept.filter(({ leaf }) => leaf.holds === 'list').length;
  const moments = kept.flatMap(({ leaf: { zone } }) => (zone === null ? [] : [isKnownZone(zone) ? zone : 'UTC']));
  return [
    ...(lists > 0 ? [{ kind: 'list-as-text', line: 1, count: lists } as const] : []),
    ...(moments.length > 0
      ? [{ kind: 'moments-in-zone', line: 1, count: moments.length, zone: [...new Set(moments)].join(', ') } as const]
      : [])
  ];
}
