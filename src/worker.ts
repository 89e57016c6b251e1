/** The engine's worker: owns the database, the readers and the fits. Started from a blob, so that it
 *  inherits the page's policy; gives up the network before it does anything else. */
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import { expose } from 'comlink';
import { EngineError, type RequestRecord } from './engine/contract.ts';
import { Database } from './engine/duckdb.ts';
import { FormatsClient } from './engine/formats-client.ts';
import prelude from './engine/database-prelude.js?raw';
import { refuseNetwork } from './engine/no-network.ts';
import { serveEngine } from './engine/service.ts';
import { moved, movedBytes, teachErrors, type EngineEndpoint, type EngineStart } from './engine/wire.ts';
import { runTask } from './models/tasks.ts';

const NestedWorker = Worker;
const refused = refuseNetwork(self);
teachErrors();

const opening = Promise.withResolvers<Database>();
let databaseWorker: Worker | null = null;

function start(options: EngineStart): void {
  void navigator.locks?.request(options.workerLock, () => new Promise(() => undefined));
  const name = `const LOCK_NAME = ${JSON.stringify(options.databaseLock)};\n`;
  const url = URL.createObjectURL(new Blob([name, prelude, '\n', options.databaseScript], { type: 'text/javascript' }));
  const worker = new NestedWorker(url);
  databaseWorker = worker;
  // A script or policy failure shows only here: instantiate() would wait for ever.
  worker.addEventListener('error', (event) => opening.reject(bootFailed(event.message || 'the database worker could not start')));
  worker.postMessage({ take: 'wasm', file: options.wasm });
  void openDatabase(worker).then(opening.resolve, (error: unknown) => opening.reject(bootFailed(String(error))));
}

async function openDatabase(worker: Worker): Promise<Database> {
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  // The prelude gives the file it was handed, whatever the address says.
  await db.instantiate(new URL('duckdb-eh.wasm', location.origin).href);
  return Database.open(db, (database, name, file) => database.registerFileHandle(name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true));
}

function bootFailed(message: string): EngineError {
  return new EngineError({ fault: 'boot-failed', message });
}

async function requests(): Promise<readonly RequestRecord[]> {
  const own = performance.getEntriesByType('resource').map((entry): RequestRecord => ({
    url: entry.name,
    from: 'engine worker',
    at: entry.startTime,
    bytes: (entry as PerformanceResourceTiming).transferSize,
    refused: false
  }));
  return [...own, ...refused, ...(await databaseRequests()), ...(await formats.requests())];
}

function databaseRequests(): Promise<RequestRecord[]> {
  const worker = databaseWorker;
  if (!worker) return Promise.resolve([]);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<Omit<RequestRecord, 'from'>[]>) => {
      resolve(event.data.map((request) => ({ ...request, from: 'database worker' })));
      port1.close();
    };
    worker.postMessage({ ask: 'requests' }, [port2]);
  });
}

const formats = new FormatsClient();
const service = serveEngine(opening.promise, requests, formats, runTask);
const endpoint: EngineEndpoint = {
  ...service,
  start,
  takeFormats: (files) => formats.take(files),
  dump: async (job, kept, from, to, isPacked) => movedBytes(await service.dump(job, kept, from, to, isPacked)),
  run: async (job, sql) => moved(await service.run(job, sql)),
  runReadOnly: async (job, sql, limit) => moved(await service.runReadOnly(job, sql, limit))
};
expose(endpoint);
// Messages sent before this are lost.
postMessage('listening');
