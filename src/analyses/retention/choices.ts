import type { Format } from '../../i18n/format.ts';
import type { View } from '../../session/view.svelte.ts';
import { DIMENSIONS, type Dimension } from '../../sources/canonical-tables.ts';
import type { RetentionWords } from './messages.ts';
import { GRAINS, KINDS, MEASURES, type CohortGrain, type Kind, type Measure } from './queries.ts';

/** What is chosen on the page; all of it stands in the address. */
export interface Choices {
  readonly grain: CohortGrain;
  readonly measure: Measure;
  readonly kind: Kind;
  /** Dimension of the first order that splits the curve. */
  readonly by: Dimension | 'none';
}

/** How sentences and addresses are made: words, numbers and links of one language. */
export interface Telling {
  readonly words: RetentionWords;
  readonly format: Format;
  /** The address of an audience of this analysis. */
  audience(id: string, params: Readonly<Record<string, string | number>>): string;
}

/** The choices in the address; a split by something that no file has is none. */
export function choicesOf(view: View, dimensions: Readonly<Partial<Record<Dimension, unknown>>>): Choices {
  const by = view.choice('by', ['none', ...DIMENSIONS]);
  return {
    grain: view.choice('grain', GRAINS),
    measure: view.choice('measure', MEASURES),
    kind: view.choice('kind', KINDS),
    by: by !== 'none' && dimensions[by] ? by : 'none'
  };
}

/** How many cohorts and periods are asked for, so that a grid by day stays a grid, and how many of them are drawn. */
export const LIMITS: Readonly<
  Record<CohortGrain, { readonly cohorts: number; readonly periods: number; readonly drawnCohorts: number; readonly drawnPeriods: number }>
> = {
  day: { cohorts: 92, periods: 60, drawnCohorts: 31, drawnPeriods: 16 },
  week: { cohorts: 106, periods: 53, drawnCohorts: 26, drawnPeriods: 16 },
  month: { cohorts: 120, periods: 60, drawnCohorts: 24, drawnPeriods: 18 },
  quarter: { cohorts: 80, periods: 40, drawnCohorts: 16, drawnPeriods: 12 }
};

/** Groups of a split curve that stand alone; the others are drawn together. */
export const GROUPS = 5;

/** A day as it stands in an address. */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
