import { normalBelow, normalQuantile } from './distributions.ts';

/** What a test is to find: two rates, how surely, and how often a false alarm is accepted (two-sided). */
export interface RatePlan {
  readonly p1: number;
  readonly p2: number;
  readonly alpha?: number;
  readonly power?: number;
}

/**
 * Customers needed in each of two groups of equal size, not rounded. The far tail is not counted, as in R's
 * `power.prop.test(strict = FALSE)`. Throws unless the rates differ and lie strictly between 0 and 1.
 * Source: J. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), 3.2.
 */
export function sampleSize({ p1, p2, alpha = 0.05, power = 0.8 }: RatePlan): number {
  const { pooled, own, difference } = spreads(p1, p2);
  return ((normalQuantile(1 - alpha / 2) * pooled + normalQuantile(power) * own) / difference) ** 2;
}

/** The chance to find the difference with n customers in each group. Source as for `sampleSize`. */
export function powerOf({ p1, p2, n, alpha = 0.05 }: Omit<RatePlan, 'power'> & { readonly n: number }): number {
  const { pooled, own, difference } = spreads(p1, p2);
  return normalBelow((Math.sqrt(n) * difference - normalQuantile(1 - alpha / 2) * pooled) / own);
}

/** The smallest rise above `rate` that n customers in each group find with this power; null when even a rise to 1 is not found. */
export function smallestRise(
  rate: number,
  n: number,
  { alpha = 0.05, power = 0.8 }: { alpha?: number; power?: number } = {}
): number | null {
  let [low, high] = [rate, 1 - 1e-12];
  if (!(high > low) || powerOf({ p1: rate, p2: high, n, alpha }) < power) return null;
  for (let round = 0; round < 80; round++) {
    const middle = (low + high) / 2;
    if (middle > rate && powerOf({ p1: rate, p2: middle, n, alpha }) >= power) high = middle;
    else low = middle;
  }
  return high - rate;
}

/** Customers needed in each of two groups to find a difference of means, by their standard deviation. */
export function sampleSizeOfMeans(
  difference: number,
  deviation: number,
  { alpha = 0.05, power = 0.8 }: { alpha?: number; power?: number } = {}
): number {
  if (!(difference !== 0 && deviation >= 0)) throw new RangeError(`no difference to find: ${difference}, deviation ${deviation}`);
  return 2 * (((normalQuantile(1 - alpha / 2) + normalQuantile(power)) * deviation) / difference) ** 2;
}

function spreads(p1: number, p2: number): { pooled: number; own: number; difference: number } {
  if (!(p1 > 0 && p1 < 1 && p2 > 0 && p2 < 1) || p1 === p2)
    throw new RangeError(`a plan needs two different rates between 0 and 1, not ${p1} and ${p2}`);
  return {
    pooled: Math.sqrt((p1 + p2) * (1 - (p1 + p2) / 2)),
    own: Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2)),
    difference: Math.abs(p1 - p2)
  };
}
