import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as duckdb from '@duckdb/duckdb-wasm';
import Worker from 'web-worker';
import type { EngineService } from '../../src/engine/contract.ts';
import { Database } from '../../src/engine/duckdb.ts';
import { formatsHere } from '../../src/engine/formats/formats.ts';
import { parquetLibrary } from '../../src/engine/formats/parquet-library.ts';
import { serveEngine } from '../../src/engine/service.ts';
import { decode, type ResultTable } from '../../src/engine/arrow.ts';
import { runTask } from '../../src/models/tasks.ts';

/** The product's engine on the same wasm build, in Node, with less memory (`200MB`) if wished. Boot takes about 1.5 s: once per test file. */
export async function startEngine(memory?: string): Promise<EngineService & { stop(): Promise<void> }> {
  const require = createRequire(import.meta.url);
  const worker = new Worker(new URL('./quiet-worker.mjs', import.meta.url), { type: 'module' });
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  const opening = (async () => {
    await db.instantiate(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
    const register = async (database: duckdb.AsyncDuckDB, name: string, file: Blob) =>
      database.registerFileBuffer(name, new Uint8Array(await file.arrayBuffer()));
    return Database.open(db, register, memory);
  })();
  parquetLibrary.take(async () => new Blob([new Uint8Array(await readFile(require.resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')))]));
  const service = serveEngine(opening, () => Promise.resolve([]), formatsHere, runTask);
  await service.ready();
  return Object.assign(service, { stop: () => db.terminate() });
}

/** Runs a statement and decodes what it gives. */
export async function table(engine: EngineService, sql: string): Promise<ResultTable> {
  return decode((await engine.run('test', sql)).bytes);
}

/** Runs a statement and gives its rows as arrays. */
export async function rows(engine: EngineService, sql: string): Promise<unknown[][]> {
  const result = await table(engine, sql);
  return Array.from({ length: result.rows }, (_, row) => result.columns.map((_column, column) => result.at(row, column)));
}
