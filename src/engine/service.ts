import {
  EngineError,
  type EngineInfo,
  type EngineService,
  type FileSketch,
  type LoadProgress,
  type LoadReport,
  type LoadRequest,
  type RequestRecord,
  type ResultBytes,
  type TextShape
} from './contract.ts';
import type { Database } from './duckdb.ts';
import { countRows } from './readers/csv-table.ts';
import { loadFile, sketchFile } from './readers/reader.ts';
import { columnsOfTable, createTable, dumpRows, MOST_PER_PART, pack, restoreRows, unpack } from './table-bytes.ts';

/** Serves the engine from any place that can open a `Database`: the browser's worker, or Node. */
export function serveEngine(
  opening: Promise<Database>,
  requests: () => Promise<readonly RequestRecord[]> = () => Promise.resolve([])
): EngineService {
  const startedAt = performance.now();
  const info: Promise<EngineInfo> = opening.then(async (database) => ({
    version: await database.version(),
    bootMs: performance.now() - startedAt
  }));
  info.catch(() => undefined); // told to whoever asks ready()
  const alone = async <T>(job: string, work: Parameters<Database['exclusively']>[1]): Promise<T> =>
    (await (await opening).exclusively(job, work)) as T;

  return {
    ready: () => info,
    run: (job, sql) => alone<ResultBytes>(job, (session) => session.run(sql)),
    execute: (job, statements) =>
      alone<void>(job, async (session) => {
        for (const statement of statements) await session.run(statement);
      }),
    runReadOnly: (job, sql, limit) =>
      alone<ResultBytes>(job, async (session) => {
        const text = sql.trim().replace(/;\s*$/, '');
        if (text === '') throw new EngineError({ fault: 'sql', message: 'the query is empty', sql });
        await session.run('begin transaction read only');
        try {
          const guarded = `select * from (\n${text}\n) limit ${Math.floor(limit)}`;
          await session.prepare(guarded);
          return await session.run(guarded);
        } catch (error) {
          throw shifted(error, sql, text);
        } finally {
          await session.tidyUp('rollback');
        }
      }),
    sketch: (_job: string, file: File, override?: Partial<TextShape>): Promise<FileSketch> => sketchFile(file, override),
    load: (job: string, file: File, request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<LoadReport> =>
      alone<LoadReport>(job, (session) => loadFile(session, file, request, onProgress)),
    describe: (job, table) =>
      alone(job, async (session) => ({ columns: await columnsOfTable(session, table), rows: await countRows(session, table) })),
    dump: async (job, part) => pack(await alone<Uint8Array>(job, (session) => dumpRows(session, part))),
    restore: async (job, part, packed) => {
      const bytes = await unpack(packed, MOST_PER_PART);
      await alone<void>(job, async (session) => {
        if (part.from === 0) await session.run(createTable(part.table, part.columns));
        await restoreRows(session, part, bytes);
      });
    },
    cancel: async (job) => (await opening).cancel(job),
    requests
  };
}

/** An error in the wrapped text as an error in what the user typed. */
function shifted(error: unknown, sql: string, text: string): unknown {
  if (!(error instanceof EngineError)) return error;
  const before = 'select * from (\n'.length;
  const position = error.position === undefined ? undefined : error.position - before + sql.indexOf(text.slice(0, 1));
  const isInside = position !== undefined && position >= 0 && position <= sql.length;
  return new EngineError({ fault: error.fault, message: error.message, sql, position: isInside ? position : undefined });
}
