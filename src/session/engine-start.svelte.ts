import { pipeline } from './late-pipeline.ts';
import type { RestartableEngine } from './project-events.ts';

/** Whether the engine is there, and what works with it. */
export class EngineStart {
  status = $state<'starting' | 'ready' | 'failed' | 'restarting'>('starting');
  error = $state.raw<unknown>(null);
  readonly #engine: RestartableEngine;

  /** `onready` is called after the first start alone. */
  constructor(engine: RestartableEngine, onready: () => void) {
    this.#engine = engine;
    Promise.all([engine.ready(), pipeline()]).then(
      () => {
        if (this.status !== 'starting') return;
        this.status = 'ready';
        onready();
      },
      (error: unknown) => this.#failed(error)
    );
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
