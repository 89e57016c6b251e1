import type { EngineService } from '../engine/contract.ts';
import type { ShopFacts } from '../sources/source.ts';
import type { UnreadableProject } from './manifest.ts';

/** Something that happened to the data and must be said. */
export type Notice = 'engine-restarted' | 'engine-restarted-empty';

/** Why a kept project is not, or not wholly, what it was. */
export type Trouble =
  | { readonly kind: 'damaged' | 'newer' | 'gone'; readonly detail: string }
  /** Built anew from the rows of its files. */
  | { readonly kind: 'rebuilt' }
  /** The rows of these files are not there: they must be picked again. */
  | { readonly kind: 'missing'; readonly files: readonly string[] }
  /** A project file that was not taken in. */
  | { readonly kind: 'refused'; readonly file: string; readonly reason: UnreadableProject['reason']; readonly detail: string };

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
