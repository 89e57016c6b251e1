import { decode } from '../engine/arrow.ts';
import { EngineError, type EngineService } from '../engine/contract.ts';
import type { Run } from './raw-table.ts';

/** A task of several statements under one job name, so that one signal stops it wherever it is. */
export interface Work {
  readonly run: Run;
  readonly execute: (statements: readonly string[]) => Promise<void>;
  /** A call of the engine under this job's name, e.g. loading a file. */
  readonly call: <T>(ask: (job: string) => Promise<T>) => Promise<T>;
}

/** Work under the name `job`; once `signal` is aborted every step rejects with `cancelled`. */
export function workOn(engine: EngineService, job: string, signal?: AbortSignal): Work {
  const call = async <T>(ask: (job: string) => Promise<T>): Promise<T> => {
    if (signal?.aborted) throw new EngineError({ fault: 'cancelled', message: 'cancelled' });
    const cancel = () => void engine.cancel(job);
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await ask(job);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  };
  return {
    call,
    run: async (sql) => decode((await call((name) => engine.run(name, sql))).bytes),
    execute: (statements) => (statements.length === 0 ? Promise.resolve() : call((name) => engine.execute(name, statements)))
  };
}

/** A result's rows as arrays; for small results only. */
export function rowsOfTable(table: Awaited<ReturnType<Run>>): unknown[][] {
  return Array.from({ length: table.rows }, (_, row) => table.columns.map((_column, column) => table.at(row, column)));
}
