import databaseScript from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?raw';
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { EngineClient } from '../../src/engine/client.ts';
import workerScript from '../../src/worker.ts?worker&url';

const absolute = (path: string) => new URL(path, document.baseURI).href;
const fetched = async (path: string) => (await fetch(absolute(path))).blob();

/** The product's engine in its worker, as the page starts it; one for all tests of a file. Text files only. */
export function startEngine(): EngineClient {
  return new EngineClient(
    async () => ({
      worker: new Blob([`import(${JSON.stringify(absolute(workerScript))});`]),
      databaseScript: new Blob([databaseScript], { type: 'text/javascript' }),
      wasm: await fetched(wasm)
    }),
    () => Promise.reject(new Error('only text is read in these tests')),
    () => undefined
  );
}
