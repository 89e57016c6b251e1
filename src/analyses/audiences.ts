import { createContext } from 'svelte';
import type { Analysis, Audience, Named } from './analysis.ts';

/**
 * Every analysis, handed down by the app: the customer list resolves any audience and the overview gathers every
 * alert without either of them knowing another analysis.
 */
export const [useAnalyses, provideAnalyses] = createContext<readonly Analysis[]>();

/** Why a list that an address names cannot be made any more, in words, and the way on. */
export class ListRefusal extends Error {
  override readonly name = 'ListRefusal';
  readonly said: Named;
  readonly way: { readonly label: Named; readonly page: string; readonly params: Readonly<Record<string, string | number | null>> };

  constructor(said: Named, way: ListRefusal['way']) {
    super(said.en);
    this.said = said;
    this.way = way;
  }
}

/** An audience, and the analysis that makes it. */
export interface FoundAudience {
  readonly audience: Audience;
  readonly home: Analysis;
}

/** The audience that an address names in `who` as `<analysis>.<name>`, or null. */
export async function findAudience(analyses: readonly Analysis[], who: string): Promise<FoundAudience | null> {
  const home = analyses.find(({ id }) => who.startsWith(`${id}.`));
  const audience = home && (await home.contributions()).audiences.find(({ id }) => id === who);
  return audience ? { audience, home } : null;
}
