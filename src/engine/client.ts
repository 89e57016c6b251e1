import { proxy, wrap, type Remote } from 'comlink';
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
import { teachErrors, type EngineEndpoint } from './wire.ts';

/** Absolute addresses of what the engine is made of. */
export interface EngineFiles {
  readonly worker: string;
  readonly databaseScript: string;
  readonly wasm: string;
}

const BOOT_LIMIT_MS = 120_000;

interface Running {
  readonly worker: Worker;
  readonly remote: Promise<Remote<EngineEndpoint>>;
  /** Rejects every call under way when the worker is gone. */
  readonly lost: PromiseWithResolvers<never>;
  isEnded: boolean;
}

/** The page's end of the engine. Survives its worker: after a loss, `restart` starts an empty one. */
export class EngineClient implements EngineService {
  readonly #files: EngineFiles;
  readonly #onLost: () => void;
  #running: Running;
  #count = 0;

  constructor(files: EngineFiles, onLost: () => void) {
    teachErrors();
    this.#files = files;
    this.#onLost = onLost;
    this.#running = this.#start();
  }

  /** Ends the worker and starts a new one with an empty database. Calls under way reject with `engine-lost`. */
  restart(): Promise<EngineInfo> {
    this.#end(this.#running);
    this.#running = this.#start();
    return this.ready();
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
  sketch(job: string, file: File, override?: Partial<TextShape>): Promise<FileSketch> {
    return this.#call((remote) => remote.sketch(job, file, override));
  }
  load(job: string, file: File, request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<LoadReport> {
    return this.#call((remote) => remote.load(job, file, request, proxy(onProgress)));
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
      if (error instanceof EngineError && error.fault === 'engine-lost') this.#lose(running);
      throw error;
    }
  }

  #start(): Running {
    const { worker: script, databaseScript, wasm } = this.#files;
    // From a blob, because only then does a worker inherit the page's policy on every host; imported
    // dynamically, because a static import would need worker-src to allow more than blobs.
    const text = `import(${JSON.stringify(script)}).catch((error) => setTimeout(() => { throw error; }));`;
    const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const worker = new Worker(url, { type: 'module', name: 'engine' });
    const lost = Promise.withResolvers<never>();
    lost.promise.catch(() => undefined); // told through the calls that wait for it
    const listening = Promise.withResolvers<Remote<EngineEndpoint>>();
    const running: Running = { worker, remote: listening.promise, lost, isEnded: false };
    listening.promise.catch(() => undefined);

    const serial = ++this.#count;
    const lock = (part: string) => `regulars-${part}-${crypto.randomUUID()}-${serial}`;
    const options = { databaseScript, wasm, databaseLock: lock('database'), workerLock: lock('engine') };
    const failed = (message: string) => {
      const error = new EngineError({ fault: 'boot-failed', message });
      listening.reject(error);
      lost.reject(error);
    };
    const limit = setTimeout(() => failed('the engine did not start in time'), BOOT_LIMIT_MS);
    worker.addEventListener('error', (event) => failed(event.message || 'the engine worker could not be loaded'));
    worker.addEventListener('message', (event) => {
      if (event.data !== 'listening') return;
      const remote = wrap<EngineEndpoint>(worker);
      listening.resolve(remote);
      void remote.start(options);
      void remote.ready().then(
        () => {
          clearTimeout(limit);
          this.#watch(running, [options.databaseLock, options.workerLock]);
        },
        () => clearTimeout(limit)
      );
    });
    return running;
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
    running.worker.terminate();
    running.lost.reject(new EngineError({ fault: 'engine-lost', message: 'the engine was lost' }));
  }
}
