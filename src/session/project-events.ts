import type { EngineService } from '../engine/contract.ts';
import type { ShopFacts } from '../sources/source.ts';
import type { Keeper } from './keeper.svelte.ts';
import type { Origins } from './origins.svelte.ts';
import type { Tabs } from './tabs.ts';
import type { Unfinished } from './unfinished.svelte.ts';

/** Something that happened to the data and must be said. */
export type Notice = 'engine-restarted' | 'engine-restarted-empty' | 'forgotten-elsewhere';

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

/** What keeps a project, and what it remembers of the files. */
export interface Keeping {
  readonly keeper: Keeper;
  readonly unfinished: Unfinished;
  readonly origins: Origins;
  readonly tabs: Tabs;
}
