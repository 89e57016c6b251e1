import type { EngineService } from '../engine/contract.ts';
import type { ShopFacts } from '../sources/source.ts';

/** Something that happened to the data and must be said. */
export type Notice = 'engine-restarted' | 'engine-restarted-empty';

/** An engine that can be started again after it was lost. */
export interface RestartableEngine extends EngineService {
  restart(): Promise<unknown>;
}

/** Called before the shop changes (to close what reads it) and after (with its new facts). */
export interface ShopWatcher {
  changing(): Promise<void>;
  changed(revision: number): void;
  /** Asks what pages ask, of a shop that nobody sees. */
  practise(facts: ShopFacts, signal: AbortSignal): Promise<unknown>;
}
