import type { Contributions } from '../analysis.ts';

/** The lists that the page shows are those of other analyses. */
export const CONTRIBUTIONS: Contributions = { audiences: [] };
