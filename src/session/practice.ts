import type { EngineService } from '../engine/contract.ts';
import type { ShopFacts } from '../sources/source.ts';
import { pipeline } from './late-pipeline.ts';

/** One practice, which ends as soon as there is something real to do. */
export class Practice {
  readonly #engine: EngineService;
  readonly #ask: (facts: ShopFacts, signal: AbortSignal) => Promise<unknown>;
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(engine: EngineService, ask: (facts: ShopFacts, signal: AbortSignal) => Promise<unknown>) {
    this.#engine = engine;
    this.#ask = ask;
  }

  /** Resolves when it is over, however it went: whatever is wrong shows, in words, with the user's own file. */
  run(): Promise<void> {
    this.#running = pipeline()
      .then(({ warmUp }) => warmUp(this.#engine, this.#ask, this.#stop.signal))
      .catch(() => undefined);
    return this.#running;
  }

  end(): Promise<void> {
    this.#stop.abort();
    return this.#running;
  }
}
