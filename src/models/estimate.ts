import { Z95, type Interval } from './intervals.ts';
import { eigen, type Matrix } from './symmetric.ts';

/** A number with its 95% interval. */
export interface Estimate extends Interval {
  readonly value: number;
}

/** The same for a list; place by place. */
export interface Estimates {
  readonly value: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** On which scale an interval is symmetric: that keeps it above 0, or within 0 to 1. */
export type Scale = 'plain' | 'log' | 'logit';

/** Logarithms of fitted parameters, and how uncertain they are together. */
export interface Uncertain {
  readonly logs: readonly number[];
  /** Covariance of `logs`; rows and columns of 0 where a parameter was held. */
  readonly covariance: Matrix;
}

/**
 * Points around the fitted parameters: pairs, one tenth of a standard error to either side along each independent
 * direction. Half the difference of a result between both, times ten, is its error along that direction.
 */
export function pairsAround({ logs, covariance }: Uncertain): (readonly [readonly number[], readonly number[]])[] {
  const { values, vectors } = eigen(covariance);
  return values.flatMap((value, k) => {
    if (!(value > 0)) return [];
    const move = (vectors[k] ?? []).map((part) => STEP * Math.sqrt(value) * part);
    return [[logs.map((log, at) => log + (move[at] ?? 0)), logs.map((log, at) => log - (move[at] ?? 0))] as const];
  });
}

/** In standard errors. */
export const STEP = 0.1;

/**
 * Values computed from fitted parameters, with the 95% interval that comes from the parameters being estimated
 * (delta method, derivatives by central differences; symmetric on `scale`). It says how well the value is known, not
 * how much one customer's fate varies around it. Source: G. Casella and R. Berger, Statistical Inference, 2nd ed.
 * (2002), 5.5.4.
 */
export function withIntervals(value: Float64Array, pairs: Pairs, scale: Scale): Estimates {
  return withinVariance(value, varianceAround(pairs, value.length, scale), scale);
}

/** Results at pairs of points around the fitted parameters, as lists. */
export type Pairs = readonly (readonly [ArrayLike<number>, ArrayLike<number>])[];

/** The variance of each of `length` values on `scale`; 0 where a value has no place on it. */
export function varianceAround(pairs: Pairs, length: number, scale: Scale): Float64Array {
  const variance = new Float64Array(length);
  const { to } = LINKS[scale];
  for (const [up, down] of pairs)
    for (let at = 0; at < length; at++) {
      const error = (to(up[at] as number) - to(down[at] as number)) / (2 * STEP);
      if (Number.isFinite(error)) variance[at] = (variance[at] as number) + error * error;
    }
  return variance;
}

/** Values with 95% intervals, from their variances on `scale`. */
export function withinVariance(value: Float64Array, variance: Float64Array, scale: Scale): Estimates {
  const [low, high] = [new Float64Array(value.length), new Float64Array(value.length)];
  const { to, from } = LINKS[scale];
  for (let at = 0; at < value.length; at++) {
    const centre = value[at] as number;
    const middle = to(centre);
    const reach = Z95 * Math.sqrt(variance[at] as number);
    // At 0, or at 1 of a probability, there is no scale to move on: the value is certain, given the model.
    low[at] = Number.isFinite(middle) ? Math.min(centre, from(middle - reach)) : centre;
    high[at] = Number.isFinite(middle) ? Math.max(centre, from(middle + reach)) : centre;
  }
  return { value, low, high };
}

/** One value of a list of estimates. */
export function estimateAt({ value, low, high }: Estimates, at: number): Estimate {
  return { value: value[at] ?? 0, low: low[at] ?? 0, high: high[at] ?? 0 };
}

const LINKS: Readonly<Record<Scale, { to: (value: number) => number; from: (value: number) => number }>> = {
  plain: { to: (value) => value, from: (value) => value },
  log: { to: Math.log, from: (value) => Math.min(Number.MAX_VALUE, Math.exp(value)) },
  logit: { to: (value) => Math.log(value) - Math.log1p(-value), from: (value) => 1 / (1 + Math.exp(-value)) }
};
