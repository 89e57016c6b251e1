import type { ChanceWords } from './chance-messages.ts';

/** What a change is called. */
export function kindOf(change: string, words: ChanceWords): string {
  return Object.entries(words.changes.kinds).find(([kind]) => kind === change)?.[1] ?? change;
}
