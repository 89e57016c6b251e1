import { proxy, wrap, type Remote } from 'comlink';
import { EngineError, type RequestRecord } from './contract.ts';
import type { Converted, ConvertedKind, FormatService, Listener, ParquetOutline, TakePiece } from './formats/format-service.ts';
import { LIMITS } from './formats/limits.ts';
import { unreadable } from './readers/unreadable.ts';
import type { WrittenFile } from './formats/write-request.ts';
import { movedBytes, type FormatFiles, type FormatsEndpoint } from './wire.ts';

interface Running {
  readonly worker: Worker;
  readonly remote: Promise<Remote<FormatsEndpoint>>;
  /** Rejects when the worker fails by itself. */
  readonly failed: Promise<never>;
}

/**
 * The engine's end of the formats worker, which is started when the first file needs it. One conversion at a
 * time. A conversion that is cancelled, or shows no sign of life, ends its worker; the next one starts another.
 */
export class FormatsClient implements FormatService {
  #files = Promise.withResolvers<FormatFiles>();
  #running: Running | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#files.promise.catch(() => undefined); // told to the files that wait for it
  }

  /** Files wait for this; null makes those that wait now fail, and later ones wait again. */
  take(files: FormatFiles | null): void {
    if (files) return this.#files.resolve(files);
    this.#files.reject(unreadable('formats-missing'));
    this.#files = Promise.withResolvers();
    this.#files.promise.catch(() => undefined);
  }

  convert(file: File, kind: ConvertedKind, table: number | null, listener: Listener): Promise<Converted> {
    return this.#alone(listener, (remote, heard) => remote.convert(file, kind, table, heard));
  }

  expand(file: File, listener: Listener): Promise<File[]> {
    return this.#alone(listener, (remote, heard) => remote.expand(file, heard));
  }

  outline(file: File, listener: Listener): Promise<ParquetOutline> {
    return this.#alone(listener, (remote, heard) => remote.outline(file, heard));
  }

  rows(file: File, columns: readonly string[], take: TakePiece, listener: Listener): Promise<void> {
    return this.#alone(listener, (remote, heard) => remote.rows(file, columns, proxy(take), heard));
  }

  write(rows: Uint8Array, file: WrittenFile, listener: Listener): Promise<Blob> {
    return this.#alone(listener, (remote, heard) => remote.write(movedBytes(rows), file, heard));
  }

  async requests(): Promise<readonly RequestRecord[]> {
    return this.#running ? (await this.#running.remote).requests() : [];
  }

  #alone<T>(listener: Listener, ask: (remote: Remote<FormatsEndpoint>, heard: Listener['heard']) => Promise<T>): Promise<T> {
    const turn = this.#queue.then(() => this.#now(listener, ask));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #now<T>(listener: Listener, ask: (remote: Remote<FormatsEndpoint>, heard: Listener['heard']) => Promise<T>): Promise<T> {
    const given = Promise.withResolvers<never>();
    given.promise.catch(() => undefined); // may come after the answer
    const giveUp = (error: EngineError) => given.reject(error);
    const cancelled = () => giveUp(new EngineError({ fault: 'cancelled', message: 'cancelled' }));
    const stuck = () => giveUp(unreadable('stuck', { seconds: LIMITS.silenceMs / 1000 }));
    let silence: ReturnType<typeof setTimeout> | undefined;
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(stuck, LIMITS.silenceMs);
    };
    listener.signal.addEventListener('abort', cancelled, { once: true });
    if (listener.signal.aborted) cancelled();
    try {
      const files = await Promise.race([this.#files.promise, given.promise]);
      const running = (this.#running ??= start(files));
      alive();
      const heard: Listener['heard'] = (progress) => {
        alive();
        listener.heard(progress);
      };
      const remote = await Promise.race([running.remote, running.failed, given.promise]);
      return await Promise.race([ask(remote, proxy(heard)), running.failed, given.promise]);
    } catch (error) {
      // A refusal leaves the worker well; anything else may not.
      const isRefusal =
        error instanceof EngineError && error.fault === 'unreadable-file' && !['stuck', 'parquet-failed'].includes(error.message);
      if (!isRefusal) this.#end();
      throw error;
    } finally {
      clearTimeout(silence);
      listener.signal.removeEventListener('abort', cancelled);
    }
  }

  #end(): void {
    this.#running?.worker.terminate();
    this.#running = null;
  }
}

// From a blob, so that it inherits the page's policy.
function start({ worker: script, parquet }: FormatFiles): Running {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module', name: 'formats' });
  const listening = Promise.withResolvers<Remote<FormatsEndpoint>>();
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined); // told through the conversion under way
  worker.addEventListener('error', (event) => {
    // Otherwise it goes on to the page, which would give up the engine.
    event.preventDefault();
    failed.reject(new EngineError({ fault: 'unreadable-file', message: 'stuck', params: { seconds: 0 }, sql: event.message }));
  });
  worker.addEventListener(
    'message',
    () => {
      URL.revokeObjectURL(url);
      const remote = wrap<FormatsEndpoint>(worker);
      void remote.takeParquet(parquet);
      listening.resolve(remote);
    },
    { once: true }
  );
  return { worker, remote: listening.promise, failed: failed.promise };
}
