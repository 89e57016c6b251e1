/** By which chance to buy the list can be narrowed. */
export const CHANCES = ['all', 'low', 'middle', 'likely', 'sure'] as const;

/** From the first, below the second. */
export const CHANCE_BOUNDS: Readonly<Record<Exclude<(typeof CHANCES)[number], 'all'>, readonly [number, number]>> = {
  low: [0, 0.2],
  middle: [0.2, 0.5],
  likely: [0.5, 0.8],
  sure: [0.8, 1.01]
};
