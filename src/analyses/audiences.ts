import { createContext } from 'svelte';
import type { Analysis, Audience } from './analysis.ts';

/**
 * Every analysis, handed down by the app: the customer list resolves any audience and the overview gathers every
 * alert without either of them knowing another analysis.
 */
export const [useAnalyses, provideAnalyses] = createContext<readonly Analysis[]>();

/** The audience that an address names in `who`, or null. */
export function findAudience(analyses: readonly Analysis[], who: string | null): Audience | null {
  return analyses.flatMap((analysis) => analysis.audiences).find((audience) => audience.id === who) ?? null;
}
