import type { Counting, View } from '../../session/view.svelte.ts';

/** What lateness is held against: a gap shorter than `floor` ÷ `k` days counts as that long. */
export interface Pace {
  readonly k: number;
  readonly floor: number;
}
export const DEFAULT_PACE: Pace = { k: 2, floor: 45 };
export const PACE_BOUNDS = { k: [1, 10], floor: [1, 730] } as const;

/** As it stands in the address or, where that says nothing, as it is kept for the churn page. */
export function paceOf(view: Pick<View, 'number' | 'countingOf'>): Pace {
  const kept = paceIn(view.countingOf('churn'), DEFAULT_PACE);
  return paceIn(view, kept);
}

/** As it stands in one address. */
export function paceIn(counting: Pick<Counting, 'number'>, fallback: Pace): Pace {
  return {
    k: counting.number('k', fallback.k, ...PACE_BOUNDS.k),
    floor: Math.round(counting.number('floor', fallback.floor, ...PACE_BOUNDS.floor))
  };
}
