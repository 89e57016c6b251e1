import { normalBeyond } from './distributions.ts';
import { logGamma } from './gamma-function.ts';
import { wilson, Z95, type Interval } from './intervals.ts';

/** A count of successes out of n. */
export interface Count {
  readonly x: number;
  readonly n: number;
}

/** How the rate of one group differs from that of another, first minus second. Null where the data cannot say. */
export interface ProportionsCompared {
  readonly difference: number;
  /** Newcombe's: holds with few observations and at rates of 0 and 1. */
  readonly interval: Interval;
  /** Wald's, as most tools print it. */
  readonly wald: Interval;
  /** The pooled z and its two-sided p; null where both rates are 0, or both 1. */
  readonly z: number | null;
  readonly p: number | null;
  /** With Yates' continuity correction. */
  readonly pCorrected: number | null;
  /** First rate / second rate − 1, and its interval on the logarithm. */
  readonly lift: number | null;
  readonly liftInterval: Interval | null;
}

/**
 * Two independent rates compared; null when one group is empty. Sources: R. Newcombe, Statistics in Medicine 17 (1998),
 * 873–890, method 10; R's `prop.test`; D. Katz et al., Biometrics 34 (1978), 469–474, for the ratio.
 */
export function compareProportions(first: Count, second: Count, z95 = Z95): ProportionsCompared | null {
  const [one, other] = [wilson(first.x, first.n, z95), wilson(second.x, second.n, z95)];
  if (!one || !other) return null;
  const [p1, p2] = [first.x / first.n, second.x / second.n];
  const difference = p1 - p2;
  const waldReach = z95 * Math.sqrt((p1 * (1 - p1)) / first.n + (p2 * (1 - p2)) / second.n);
  const pooled = (first.x + second.x) / (first.n + second.n);
  const inverseSizes = 1 / first.n + 1 / second.n;
  const error = Math.sqrt(pooled * (1 - pooled) * inverseSizes);
  const z = error > 0 ? difference / error : null;
  // How far the count lies from what it would be without a difference; the correction takes half a person off.
  const away = Math.abs(difference) / inverseSizes;
  const logError = Math.sqrt(1 / first.x - 1 / first.n + 1 / second.x - 1 / second.n);
  const ratio = p2 > 0 ? p1 / p2 : null;
  return {
    difference,
    interval: {
      low: difference - Math.hypot(p1 - one.low, other.high - p2),
      high: difference + Math.hypot(one.high - p1, p2 - other.low)
    },
    wald: { low: Math.max(-1, difference - waldReach), high: Math.min(1, difference + waldReach) },
    z,
    p: z === null ? null : normalBeyond(z),
    pCorrected: z === null ? null : away > 0 ? normalBeyond((z * (away - Math.min(0.5, away))) / away) : 1,
    lift: ratio === null ? null : ratio - 1,
    liftInterval:
      ratio === null || ratio === 0 ? null : { low: ratio * Math.exp(-z95 * logError) - 1, high: ratio * Math.exp(z95 * logError) - 1 }
  };
}

/**
 * Fisher's exact two-sided p of the same comparison: the chance of every table as unlikely as this one or more so.
 * Source: R. Fisher, JRSS 98 (1935), 39–82; ties as in R's `fisher.test`.
 */
export function fisherExact(first: Count, second: Count): number {
  const successes = first.x + second.x;
  const [least, most] = [Math.max(0, successes - second.n), Math.min(successes, first.n)];
  const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  const logAt = (x: number) => logChoose(first.n, x) + logChoose(second.n, successes - x);
  const all = logChoose(first.n + second.n, successes);
  const bound = Math.exp(logAt(first.x) - all) * (1 + 1e-7);
  let p = 0;
  for (let x = least; x <= most; x++) {
    const chance = Math.exp(logAt(x) - all);
    if (chance <= bound) p += chance;
  }
  return Math.min(1, p);
}
