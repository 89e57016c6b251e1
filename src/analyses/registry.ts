import type { Analysis } from './analysis.ts';

/** Every analysis, in the order of the navigation. To add one: a folder, and a line here. */
export const ANALYSES: readonly Analysis[] = [];
