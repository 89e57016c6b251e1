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
import { decode } from './arrow.ts';
import type { Database, Session } from './duckdb.ts';
import { runFit, type RunFit } from './fitting.ts';
import type { FormatService } from './formats/format-service.ts';
import { rowsSql } from './formats/write-rows.ts';
import { FileReader } from './readers/reader.ts';
import { quoteName } from './sql.ts';
import { describeTable, dumpRows, lookAhead, MOST_PER_PART, pack, restoreTable, unpack } from './table-bytes.ts';

type Heard = (progress: LoadProgress) => void;
const unheard: Heard = () => undefined;

/** Serves the engine from any place that can open a `Database`: the browser's worker, or Node. */
export function serveEngine(
  opening: Promise<Database>,
  requests: () => Promise<readonly RequestRecord[]>,
  formats: FormatService,
  compute: RunFit
): EngineService {
  const startedAt = performance.now();
  const info: Promise<EngineInfo> = opening.then(async (database) => ({
    version: await database.version(),
    bootMs: performance.now() - startedAt
  }));
  info.catch(() => undefined); // told to whoever asks ready()
  const reader = new FileReader(formats);
  const stops = new Map<string, AbortController>();
  /** Work on a file as the job `job`; its conversion ends when the job is cancelled. */
  const stoppable = async <T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const stop = new AbortController();
    stops.set(job, stop);
    try {
      return await work(stop.signal);
    } finally {
      if (stops.get(job) === stop) stops.delete(job);
    }
  };
  const alone = async <T>(job: string, work: Parameters<Database['exclusively']>[1]): Promise<T> =>
    (await (await opening).exclusively(job, work)) as T;

  return {
    ready: () => info,
    run: (job, sql) => alone<ResultBytes>(job, (session) => session.run(sql)),
    execute: (job, statements) =>
      alone<void>(job, async (session) => {
        for (const script of together(statements)) await session.run(script);
      }),
    runReadOnly: (job, sql, limit) =>
      alone<ResultBytes>(job, async (session) => {
        const text = sql.trim().replace(/;\s*$/, '');
        if (text === '') throw new EngineError({ fault: 'sql', message: 'the query is empty', sql });
        await session.run('begin transaction read only');
        try {
          const guarded = `select * from (\n${text}\n) limit ${Math.floor(limit)}`;
          await session.prepare(guarded);
          return await session.run(await withoutEnums(session, guarded));
        } catch (error) {
          throw shifted(error, sql, text);
        } finally {
          await session.tidyUp('rollback');
        }
      }),
    expand: (job: string, file: File, onProgress: Heard = unheard) =>
      stoppable(job, (signal) => reader.expand(file, { signal, heard: onProgress })),
    sketch: (job: string, file: File, override: Partial<TextShape> = {}, onProgress: Heard = unheard): Promise<FileSketch> =>
      stoppable(job, (signal) => reader.sketch(file, override, { signal, heard: onProgress }, (work) => alone<FileSketch>(job, work))),
    load: (job: string, file: File, request: LoadRequest, onProgress: Heard): Promise<LoadReport> =>
      stoppable(job, (signal) => alone<LoadReport>(job, (session) => reader.load(session, file, request, signal, onProgress))),
    write: (job, file, rows, onProgress) =>
      stoppable(job, async (signal) => {
        const { bytes } = await alone<ResultBytes>(job, (session) => session.run(rowsSql(file, rows)));
        return formats.write(bytes, file, { signal, heard: onProgress });
      }),
    fit: (job, request, onProgress) => stoppable(job, async (signal) => runFit(await opening, compute, job, request, signal, onProgress)),
    describe: (job, table) => alone(job, (session) => describeTable(session, table)),
    dump: async (job, kept, from, to, isPacked) => {
      const bytes = await alone<Uint8Array>(job, (session) => dumpRows(session, kept, from, to));
      return isPacked ? pack(bytes) : bytes;
    },
    restore: async (job, kept, parts) => {
      const unpacking = lookAhead(parts, (part) => unpack(part.packed, MOST_PER_PART));
      await alone<void>(job, (session) => restoreTable(session, kept, parts, unpacking));
    },
    cancel: async (job) => {
      stops.get(job)?.abort();
      await (await opening).cancel(job);
    },
    requests
  };
}

/** The select with its enums as text: the stream of a result does not carry their words, and they would arrive empty. */
async function withoutEnums(session: Session, select: string): Promise<string> {
  const described = decode((await session.run(`describe ${select}`)).bytes);
  const names = Array.from({ length: described.rows }, (_, row) => row)
    .filter((row) => String(described.at(row, 1)).includes('ENUM('))
    .map((row) => quoteName(String(described.at(row, 0))));
  if (names.length === 0) return select;
  return `from (${select}) select * replace (${names.map((name) => `cast(${name} as varchar) as ${name}`).join(', ')})`;
}

/** An error in the wrapped text as an error in what the user typed. */
function shifted(error: unknown, sql: string, text: string): unknown {
  if (!(error instanceof EngineError)) return error;
  const before = Math.max(0, (error.sql ?? '').indexOf(text));
  const position = error.position === undefined ? undefined : error.position - before + sql.indexOf(text.slice(0, 1));
  const isInside = position !== undefined && position >= 0 && position <= sql.length;
  return new EngineError({ fault: error.fault, message: error.message, sql, position: isInside ? position : undefined });
}

/**
 * Statements that only name things, one behind the other, as one script each: a statement of its own takes several
 * messages between the workers, which is most of the time of a short one.
 */
function together(statements: readonly string[]): string[] {
  const isShort = (statement: string | undefined) =>
    /^\s*(drop |alter |create (or replace )?view |create table \S+ \()/i.test(statement ?? '');
  return statements.reduce<string[]>((scripts, statement, place) => {
    if (place > 0 && isShort(statement) && isShort(statements[place - 1])) scripts.push(`${scripts.pop() ?? ''};\n${statement}`);
    else scripts.push(statement);
    return scripts;
  }, []);
}
