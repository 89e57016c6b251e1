import { proxy, wrap, type Remote } from 'comlink';
import {
  EngineError,
  type EngineInfo,
  type EngineService,
  type FileSketch,
  type FitProgress,
  type FitReport,
  type FitRequest,
  type KeptRows,
  type KeptTable,
  type LoadProgress,
  type LoadReport,
  type LoadRequest,
  type RequestRecord,
  type ResultBytes,
  type TextShape
} from './contract.ts';
import type { WrittenFile, WrittenRows } from './formats/write-request.ts';
import { randomId } from './random-id.ts';
import { teachErrors, type EngineEndpoint, type FormatFiles } from './wire.ts';

type Heard = (progress: LoadProgress) => void;
const unheard: Heard = () => undefined;

/** What the engine is made of: fetched once by the page, so that starting again needs no network. */
export interface EngineFiles {
  /** The engine worker's script, a module that imports nothing. */
  readonly worker: Blob;
  readonly databaseScript: Blob;
  /** The database, gzipped or not. */
  readonly wasm: Blob;
}

const BOOT_LIMIT_MS = 120_000;

interface Running {
  /** Null until the files are here. */
  worker: Worker | null;
  readonly remote: Promise<Remote<EngineEndpoint>>;
  /** Rejects every call under way when the worker is gone. */
  readonly lost: PromiseWithResolvers<never>;
  isEnded: boolean;
  /** It was handed what reads files that are no text. */
  hasFormats: boolean;
}

/** The page's end of the engine. Survives its worker: after a loss, `restart` starts an empty one. */
export class EngineClient implements EngineService {
  readonly #fetchFiles: () => Promise<EngineFiles>;
  readonly #fetchFormats: () => Promise<FormatFiles>;
  #files: Promise<EngineFiles> | null = null;
  #formats: Promise<FormatFiles | null> | null = null;
  readonly #onLost: () => void;
  #running: Running;
  #count = 0;

  /** `fetchFiles` and `fetchFormats` are called once, and again after they failed. */
  constructor(fetchFiles: () => Promise<EngineFiles>, fetchFormats: () => Promise<FormatFiles>, onLost: () => void) {
    teachErrors();
    this.#fetchFiles = fetchFiles;
    this.#fetchFormats = fetchFormats;
    this.#onLost = onLost;
    this.#running = this.#start();
  }

  /** Ends the worker and starts a new one with an empty database. Calls under way reject with `engine-lost`. */
  restart(): Promise<EngineInfo> {
    this.#end(this.#running);
    this.#running = this.#start();
    if (this.#formats) void this.fetchFormats();
    return this.ready();
  }

  /** Fetches what reads files that are no text, if it is not here yet, and hands it to the engine; such files wait for it. */
  async fetchFormats(): Promise<void> {
    this.#formats ??= this.#fetchFormats().catch(() => {
      this.#formats = null;
      return null;
    });
    const files = await this.#formats;
    const running = this.#running;
    if (running.hasFormats) return;
    running.hasFormats = files !== null;
    // An engine that is lost by now is told when it has started again.
    await this.#call((remote) => remote.takeFormats(files)).catch(() => undefined);
  }

  ready(): Promise<EngineInfo> {
    return this.#call((remote) => remote.ready());
  }
  run(job: string, sql: string): Promise<ResultBytes> {
    return this.#call((remote) => remote.run(job, sql));
  }
  execute(job: string, statements: readonly string[]): Promise<void> {
    return this.#call((remote) => remote.execute(job, statements));
  }
  runReadOnly(job: string, sql: string, limit: number): Promise<ResultBytes> {
    return this.#call((remote) => remote.runReadOnly(job, sql, limit));
  }
  expand(job: string, file: File, onProgress: Heard = unheard): Promise<File[]> {
    void this.fetchFormats();
    return this.#call((remote) => remote.expand(job, file, proxy(onProgress)));
  }
  sketch(job: string, file: File, override?: Partial<TextShape>, onProgress: Heard = unheard): Promise<FileSketch> {
    return this.#call((remote) => remote.sketch(job, file, override, proxy(onProgress)));
  }
  load(job: string, file: File, request: LoadRequest, onProgress: Heard): Promise<LoadReport> {
    return this.#call((remote) => remote.load(job, file, request, proxy(onProgress)));
  }
  write(job: string, file: WrittenFile, rows: WrittenRows, onProgress: Heard): Promise<Blob> {
    void this.fetchFormats();
    return this.#call((remote) => remote.write(job, file, rows, proxy(onProgress)));
  }
  fit(job: string, request: FitRequest, onProgress: (progress: FitProgress) => void): Promise<FitReport> {
    return this.#call((remote) => remote.fit(job, request, proxy(onProgress)));
  }
  describe(job: string, table: string): ReturnType<EngineService['describe']> {
    return this.#call((remote) => remote.describe(job, table));
  }
  dump(job: string, kept: KeptTable, from: number, to: number, isPacked: boolean): Promise<Uint8Array> {
    return this.#call((remote) => remote.dump(job, kept, from, to, isPacked));
  }
  restore(job: string, kept: KeptTable, parts: readonly KeptRows[]): Promise<void> {
    return this.#call((remote) => remote.restore(job, kept, parts));
  }
  cancel(job: string): Promise<void> {
    return this.#call((remote) => remote.cancel(job));
  }
  requests(): Promise<readonly RequestRecord[]> {
    return this.#call((remote) => remote.requests());
  }

  async #call<T>(ask: (remote: Remote<EngineEndpoint>) => Promise<T>): Promise<T> {
    const running = this.#running;
    const remote = await Promise.race([running.remote, running.lost.promise]);
    try {
      return await Promise.race([ask(remote), running.lost.promise]);
    } catch (error) {
      // After it ran out of memory the database was seen to read files as if they held nothing.
      if (error instanceof EngineError && (error.fault === 'engine-lost' || error.fault === 'out-of-memory')) this.#lose(running);
      throw error;
    }
  }

  #start(): Running {
    const lost = Promise.withResolvers<never>();
    lost.promise.catch(() => undefined); // told through the calls that wait for it
    const listening = Promise.withResolvers<Remote<EngineEndpoint>>();
    listening.promise.catch(() => undefined);
    const running: Running = { worker: null, remote: listening.promise, lost, isEnded: false, hasFormats: false };
    const failed = (message: string) => {
      const error = new EngineError({ fault: 'boot-failed', message });
      listening.reject(error);
      lost.reject(error);
    };
    const limit = setTimeout(() => failed('the engine did not start in time'), BOOT_LIMIT_MS);
    const isStarted = () => clearTimeout(limit);

    this.#files ??= this.#fetchFiles();
    this.#files.then(
      (files) => {
        if (running.isEnded) return isStarted();
        const worker = startWorker(files.worker);
        running.worker = worker;
        worker.addEventListener('error', (event) => failed(event.message || 'the engine worker could not be loaded'));
        worker.addEventListener('message', (event) => {
          if (event.data !== 'listening') return;
          const remote = wrap<EngineEndpoint>(worker);
          listening.resolve(remote);
          const locks = { databaseLock: this.#lockName('database'), workerLock: this.#lockName('engine') };
          void remote.start({ databaseScript: files.databaseScript, wasm: files.wasm, ...locks });
          void remote.ready().then(() => {
            isStarted();
            this.#watch(running, Object.values(locks));
          }, isStarted);
        });
      },
      (error: unknown) => {
        this.#files = null;
        isStarted();
        failed(String(error));
      }
    );
    return running;
  }

  #lockName(part: string): string {
    return `regulars-${part}-${randomId()}-${++this.#count}`;
  }

  /** A worker holds its lock for life: being given it means that the worker is dead. */
  #watch(running: Running, locks: readonly string[]): void {
    for (const name of locks) void navigator.locks?.request(name, () => this.#lose(running));
  }

  #lose(running: Running): void {
    if (running.isEnded) return;
    this.#end(running);
    this.#onLost();
  }

  #end(running: Running): void {
    running.isEnded = true;
    running.worker?.terminate();
    running.lost.reject(new EngineError({ fault: 'engine-lost', message: 'the engine was lost' }));
  }
}

// From a blob, because only then does a worker inherit the page's policy on every host.
function startWorker(script: Blob): Worker {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module', name: 'engine' });
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
