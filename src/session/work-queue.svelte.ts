import { EngineError, type LoadProgress } from '../engine/contract.ts';

export interface Work {
  readonly label: 'reading' | 'checking' | 'building';
  readonly file: string;
  readonly progress: LoadProgress | null;
}

/** A file that could not be used, and why. */
export interface Failure {
  readonly file: string;
  readonly error: unknown;
}

interface Options {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

/** Long works on the project, one after the other in the order asked, with progress and cancel. */
export class WorkQueue {
  now = $state.raw<Work | null>(null);
  /** What failed since they were last cleared. */
  failures = $state.raw<readonly Failure[]>([]);
  /** Grows with every cancel. */
  cancels = 0;

  readonly #before: () => Promise<unknown>;
  #stop: AbortController | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /** `before` ends whatever else keeps the engine busy. */
  constructor(before: () => Promise<unknown>) {
    this.#before = before;
  }

  get isBusy(): boolean {
    return this.#stop !== null;
  }

  /** Stops the work under way; those who started several look at `cancels`. */
  cancel(): void {
    this.cancels += 1;
    this.#stop?.abort();
  }

  /** Runs one work that the page shows; its failure is kept for the page, and gives null. */
  run<T>(label: Work['label'], file: string, work: (options: Options) => Promise<T>): Promise<T | null> {
    return this.inTurn(() => this.#runNow(label, file, work));
  }

  /** Runs something that the page does not show, when its turn has come. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined); // told to whoever asked for it
    return turn;
  }

  async #runNow<T>(label: Work['label'], file: string, work: (options: Options) => Promise<T>): Promise<T | null> {
    const stop = new AbortController();
    this.#stop = stop;
    this.now = { label, file, progress: null };
    const onProgress = (progress: LoadProgress) => {
      if (this.#stop === stop) this.now = { label, file, progress };
    };
    try {
      await this.#before();
      return await work({ signal: stop.signal, onProgress });
    } catch (error) {
      const isWanted = error instanceof EngineError && error.fault === 'cancelled';
      if (!isWanted) this.failures = [...this.failures, { file, error }];
      return null;
    } finally {
      if (this.#stop === stop) {
        this.#stop = null;
        this.now = null;
      }
    }
  }
}
