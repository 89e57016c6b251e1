import type { Counting } from '../../session/view.svelte.ts';
import type { SqlParams } from '../../engine/sql.ts';

/** By which chance to buy the list can be narrowed. */
export const CHANCES = ['all', 'low', 'middle', 'likely', 'sure'] as const;
/** From the first, below the second; none. */
const CHANCE_BOUNDS: Readonly<Record<(typeof CHANCES)[number], readonly [number, number]>> = {
  all: [0, 0],
  low: [0, 0.2],
  middle: [0.2, 0.5],
  likely: [0.5, 0.8],
  sure: [0.8, 1.01]
};
/** By what was seen of customers it can be narrowed. */
export const SIGN_CHOICES = ['all', 'complaint', 'unhappy', 'refunded', 'falling', 'moved', 'once', 'discounted'] as const;
export const NARROW_BOUNDS = { worth: [0, 1_000_000_000], late: [0, 1000] } as const;
/** The parameters of an address that narrow a list. */
export const NARROW_NAMES = ['chance', 'worth', 'late', 'sign'] as const;

/** How a list is narrowed beyond who is in it. */
export interface Narrowing {
  readonly chance: (typeof CHANCES)[number];
  /** The least value ahead, and the least lateness; 0 is none. */
  readonly worth: number;
  readonly late: number;
  readonly sign: (typeof SIGN_CHOICES)[number];
}

export function narrowingOf(view: Counting): Narrowing {
  return {
    chance: view.choice('chance', CHANCES),
    worth: view.number('worth', 0, ...NARROW_BOUNDS.worth),
    late: view.number('late', 0, ...NARROW_BOUNDS.late),
    sign: view.choice('sign', SIGN_CHOICES)
  };
}

/** Whether what is expected, or how late somebody is, decides who is in the list. */
export function isNarrowed({ chance, worth, late }: Narrowing): boolean {
  return chance !== 'all' || worth > 0 || late > 0;
}

/** The bounds as the queries take them. */
export function boundsOf({ chance, worth, late, sign }: Narrowing): SqlParams {
  const [least, most] = CHANCE_BOUNDS[chance];
  return { least_chance: least, most_chance: most, least_value: worth, least_late: late, sign };
}
