import type { ShopFacts } from '../sources/source.ts';
import { pipeline } from './late-pipeline.ts';
import type { RestartableEngine } from './project-events.ts';
import { Practice } from './practice.ts';

/** Whether the engine is there, what works with it, and whether it has been run once. */
export class EngineStart {
  status = $state<'starting' | 'ready' | 'failed' | 'restarting'>('starting');
  error = $state.raw<unknown>(null);
  /** The engine's code has been run once: nothing is compiled any more while the user waits. */
  isWarm = $state(false);
  readonly #engine: RestartableEngine;
  readonly #practice: Practice;

  /** Practises after the first start, with what `practise` asks, where `isIdle` says that there is nothing real to do. */
  constructor(engine: RestartableEngine, practise: (facts: ShopFacts, signal: AbortSignal) => Promise<unknown>, isIdle: () => boolean) {
    this.#engine = engine;
    this.#practice = new Practice(engine, practise);
    Promise.all([engine.ready(), pipeline()]).then(
      () => {
        if (this.status !== 'starting') return;
        this.status = 'ready';
        void (isIdle() ? this.#practice.run() : Promise.resolve()).then(() => (this.isWarm = true));
      },
      (error: unknown) => this.#failed(error)
    );
  }

  /** Ends the practice: there is something real to do. */
  endPractice(): Promise<void> {
    return this.#practice.end();
  }

  /** Starts it anew, with nothing in it; says whether it is there. */
  async again(): Promise<boolean> {
    this.status = 'restarting';
    try {
      await this.#engine.restart();
      this.status = 'ready';
      return true;
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }

  #failed(error: unknown): void {
    this.status = 'failed';
    this.error = error;
  }
}
