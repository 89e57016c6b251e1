import { studentBeyond, studentQuantile } from './distributions.ts';
import type { Interval } from './intervals.ts';
import { covarianceOf, momentsOf, type Moments } from './moments.ts';

/** How the mean of one group differs from that of another, first minus second. */
export interface MeansCompared {
  readonly difference: number;
  readonly interval: Interval;
  /** Null where neither group varies. */
  readonly t: number | null;
  readonly df: number | null;
  /** Two-sided. */
  readonly p: number | null;
}

/**
 * Two means compared without assuming equal variances; null when a group has fewer than two. With many zeros and a
 * long tail (spend) it holds from some hundreds per group on. Source: B. Welch, Biometrika 34 (1947), 28–35.
 */
export function compareMeans(first: Moments, second: Moments, confidence = 0.95): MeansCompared | null {
  if (first.n < 2 || second.n < 2) return null;
  const [v1, v2] = [first.variance / first.n, second.variance / second.n];
  const difference = first.mean - second.mean;
  if (!(v1 + v2 > 0)) return { difference, interval: { low: difference, high: difference }, t: null, df: null, p: null };
  const error = Math.sqrt(v1 + v2);
  const df = (v1 + v2) ** 2 / (v1 ** 2 / (first.n - 1) + v2 ** 2 / (second.n - 1));
  const reach = error * studentQuantile((1 + confidence) / 2, df);
  const t = difference / error;
  return { difference, interval: { low: difference - reach, high: difference + reach }, t, df, p: studentBeyond(t, df) };
}

/** An outcome and what was known of the same customers before the experiment, place by place. */
export interface Arm {
  readonly outcome: ArrayLike<number>;
  readonly before: ArrayLike<number>;
}

/** The comparison after taking out what was known before. */
export interface Cuped {
  readonly theta: number;
  /** Null where an arm has fewer than two customers. */
  readonly compared: MeansCompared | null;
  /** The share of the variance that is gone, 0 to 1. */
  readonly varianceCut: number;
}

/**
 * CUPED: the outcome less θ times the deviation of the earlier value from its mean, θ = cov / var over both arms together.
 * Source: A. Deng, Y. Xu, R. Kohavi and T. Walker, WSDM 2013, eq. 3 and 4.
 */
export function cuped(first: Arm, second: Arm, confidence = 0.95): Cuped {
  const outcome = [...Array.from(first.outcome), ...Array.from(second.outcome)];
  const before = [...Array.from(first.before), ...Array.from(second.before)];
  const known = momentsOf(before);
  const theta = known.variance > 0 ? covarianceOf(outcome, before) / known.variance : 0;
  const adjusted = ({ outcome: values, before: earlier }: Arm) =>
    momentsOf(Float64Array.from(values, (value, at) => value - theta * ((earlier[at] as number) - known.mean)));
  const spread = momentsOf(outcome).variance;
  const explained = spread > 0 ? (theta * theta * known.variance) / spread : 0;
  return { theta, compared: compareMeans(adjusted(first), adjusted(second), confidence), varianceCut: Math.min(1, explained) };
}
