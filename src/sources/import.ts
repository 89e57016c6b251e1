import { EngineError, type EngineService, type LoadProgress, type TextShape } from '../engine/contract.ts';
import type { Mapping, Role } from './mapping.ts';
import type { Draft, ShopFacts } from './source.ts';

export interface ImportOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
  /** How the file is to be cut, where the user has already said so. */
  readonly shape?: Partial<TextShape>;
  /** Mapping remembered for these headers (normalised, joined), or undefined. */
  readonly remembered?: (headers: string) => Mapping | undefined;
}

export type DraftChange =
  | { readonly kind: 'shape'; readonly shape: Partial<TextShape> }
  | { readonly kind: 'role'; readonly column: number; readonly role: Role | null }
  | { readonly kind: 'answer'; readonly question: string; readonly answer: string }
  | { readonly kind: 'rule'; readonly reason: string; readonly isOn: boolean };

/** Looks at a file, guesses what it means, loads it and says how every row would be used. */
export function openDraft(_engine: EngineService, _id: string, _file: File, _options: ImportOptions = {}): Promise<Draft> {
  return Promise.reject(new EngineError({ fault: 'unreadable-file', message: 'not built yet' }));
}

/** The draft with one thing changed; the old draft stays as it was. */
export function reviseDraft(_engine: EngineService, _draft: Draft, _change: DraftChange, _options: ImportOptions = {}): Promise<Draft> {
  return Promise.reject(new EngineError({ fault: 'unreadable-file', message: 'not built yet' }));
}

/**
 * Builds the shop from accepted drafts and puts it in the place of the one before, at once: a failure or
 * a cancel leaves the one before untouched. Drops the raw tables. The rows set aside stay in `set_aside`.
 */
export function buildShop(_engine: EngineService, _drafts: readonly Draft[], _options: ImportOptions = {}): Promise<ShopFacts> {
  return Promise.reject(new EngineError({ fault: 'unreadable-file', message: 'not built yet' }));
}

/** Forgets a draft's tables. */
export function dropDraft(_engine: EngineService, _draft: Draft): Promise<void> {
  return Promise.resolve();
}
