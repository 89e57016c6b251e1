import { inverseIncompleteBeta } from './beta-function.ts';

/** Both ends of an interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of a two-sided 95% interval. */
export const Z95 = 1.959963984540054;

/**
 * Wilson's score interval for the rate `x / n`, within 0 to 1; null when nobody was observed.
 * Throws when `x` is not between 0 and `n`. Source: E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", JASA 22 (1927), 209–212.
 */
export function wilson(x: number, n: number, z = Z95): Interval | null {
  if (!(x >= 0 && x <= n)) throw new RangeError(`not a count out of ${n}: ${x}`);
  if (n === 0) return null;
  const rate = x / n;
  const z2 = z * z;
  const centre = rate + z2 / (2 * n);
  const reach = z * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // The ends at 0 and n are exact in theory; rounding would leave dust there.
  return {
    low: x === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    high: x === n ? 1 : Math.min(1, (centre + reach) / scale)
  };
}

/**
 * The exact interval of Clopper and Pearson for the rate `x / n`: never too narrow, usually too wide; null when nobody was observed.
 * Throws when `x` is not between 0 and `n`. Source: C. Clopper and E. Pearson, Biometrika 26 (1934), 404–413.
 */
export function clopperPearson(x: number, n: number, confidence = 0.95): Interval | null {
  if (!(x >= 0 && x <= n)) throw new RangeError(`not a count out of ${n}: ${x}`);
  if (n === 0) return null;
  const tail = (1 - confidence) / 2;
  return {
    low: x === 0 ? 0 : inverseIncompleteBeta(x, n - x + 1, tail),
    high: x === n ? 1 : 1 - inverseIncompleteBeta(n - x, x + 1, tail)
  };
}
