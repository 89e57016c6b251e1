import type { LongWork } from './long-work.ts';
import { eigen, type Matrix } from './symmetric.ts';

/** A function at one point, with its exact first and second derivatives. */
export interface Curvature {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: Matrix;
}

/** A function to be made small, with one bound below and above for each parameter. */
export interface Objective {
  readonly at: (point: readonly number[]) => Curvature;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** Where a search ended. */
export interface Minimum extends Curvature {
  readonly point: readonly number[];
  /** Parameters that lie at a bound and would go on: −1 at the lower, 1 at the upper, 0 inside. */
  readonly bounds: readonly number[];
  readonly steps: number;
  /** Whether the gradient vanished (for parameters inside their bounds). */
  readonly isConverged: boolean;
}

const MOST_STEPS = 200;
const LONGEST_STEP = 2;
const FLAT = 1e-7;

/**
 * The nearest minimum downhill from `start`: Newton's steps with the exact Hessian, whose negative curvatures count
 * as positive ones, never longer than 2 in any parameter, nor across a bound, halved until they lead down (Armijo). Parameters pushed
 * against a bound stay there. Never throws; a point where the function is not finite counts as uphill.
 * Sources: J. Nocedal and S. Wright, Numerical Optimization, 2nd ed. (2006), 3.1 and 3.4; bounds by an active set as in 16.5.
 */
export function* minimise(objective: Objective, start: readonly number[], stage: string, tolerance = 1e-9): LongWork<Minimum> {
  const { lower, upper } = objective;
  const inside = (point: readonly number[]) =>
    point.map((value, at) => Math.min(upper[at] ?? Infinity, Math.max(lower[at] ?? -Infinity, value)));
  let point = inside(start);
  let here = objective.at(point);
  for (let steps = 0; ; steps++) {
    const bounds = point.map((value, at) => boundOf(value, here.gradient[at] ?? 0, lower[at] ?? -Infinity, upper[at] ?? Infinity));
    const slope = Math.max(0, ...here.gradient.map((value, at) => (bounds[at] === 0 ? Math.abs(value) : 0)));
    const state = { ...here, point, bounds, steps };
    if (slope < tolerance) return { ...state, isConverged: true };
    if (steps === MOST_STEPS || !Number.isFinite(here.value)) return { ...state, isConverged: false };
    const next = downhill(objective, point, here, stepWithin(objective, point, here, bounds), inside);
    // Rounding can hide the last descent; what is left of the slope tells whether that matters.
    if (!next) return { ...state, isConverged: slope < 1e-6 };
    [point, here] = [next.point, next.curvature];
    yield { stage, done: 1 - 1 / (1 + (steps + 1) / 6) };
  }
}

function boundOf(value: number, slope: number, lower: number, upper: number): number {
  // Where the function is flat the sign of the slope is rounding: what has come to a bound stays.
  if (value <= lower && slope > -FLAT) return -1;
  return value >= upper && slope < FLAT ? 1 : 0;
}

/** Newton's step, no longer than to the first bound in its way: cut short in one parameter only it would leave a valley. */
function stepWithin(
  { lower, upper }: Omit<Objective, 'at'>,
  point: readonly number[],
  here: Curvature,
  bounds: readonly number[]
): number[] {
  const step = newtonStep(here, bounds);
  const room = (at: number) => ((step[at] ?? 0) < 0 ? (lower[at] ?? -Infinity) : (upper[at] ?? Infinity)) - (point[at] ?? 0);
  const blocked = bounds.map((bound, at) => (bound === 0 && step[at] !== 0 && room(at) === 0 ? Math.sign(step[at] ?? 0) : bound));
  if (blocked.some((bound, at) => bound !== bounds[at])) return stepWithin({ lower, upper }, point, here, blocked);
  const share = Math.min(1, ...step.map((much, at) => (much === 0 ? 1 : room(at) / much)));
  return step.map((much) => much * share);
}

function newtonStep({ gradient, hessian }: Curvature, bounds: readonly number[]): number[] {
  const free = bounds.flatMap((bound, at) => (bound === 0 ? [at] : []));
  const { values, vectors } = eigen(free.map((i) => free.map((j) => hessian[i]?.[j] ?? 0)));
  const least = 1e-12 * Math.max(...values.map(Math.abs), 1e-300);
  const step = gradient.map(() => 0);
  values.forEach((value, k) => {
    const vector = vectors[k] ?? [];
    const along = free.reduce((sum, at, place) => sum + (vector[place] ?? 0) * (gradient[at] ?? 0), 0);
    free.forEach((at, place) => (step[at] = (step[at] ?? 0) - ((vector[place] ?? 0) * along) / Math.max(Math.abs(value), least)));
  });
  const longest = Math.max(...step.map(Math.abs));
  return longest > LONGEST_STEP ? step.map((value) => (value * LONGEST_STEP) / longest) : step;
}

function downhill(
  objective: Objective,
  point: readonly number[],
  here: Curvature,
  step: readonly number[],
  inside: (point: readonly number[]) => number[]
): { point: number[]; curvature: Curvature } | null {
  for (let share = 1; share > 1e-10; share /= 2) {
    const tried = inside(point.map((value, at) => value + share * (step[at] ?? 0)));
    const expected = here.gradient.reduce((sum, slope, at) => sum + slope * ((tried[at] ?? 0) - (point[at] ?? 0)), 0);
    const curvature = objective.at(tried);
    if (-expected < 1e-10 * (1 + Math.abs(here.value))) {
      // So near the minimum the descent is smaller than the rounding of the value; the slope still tells.
      return expected < 0 && norm(curvature.gradient) < norm(here.gradient) ? { point: tried, curvature } : null;
    }
    if (curvature.value <= here.value + 1e-4 * expected) return { point: tried, curvature };
  }
  return null;
}

function norm(gradient: readonly number[]): number {
  return Math.hypot(...gradient);
}
