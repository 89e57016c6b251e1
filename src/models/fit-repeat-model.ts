import { Z95 } from './intervals.ts';
import { everyNth, totalOver, type Histories } from './histories.ts';
import { finish, part, type LongWork, type Watch } from './long-work.ts';
import { minimise, type Minimum, type Objective } from './minimise.ts';
import {
  RECIPES,
  repeatersOf,
  type FitNote,
  type Parameter,
  type ParameterName,
  type RepeatKind,
  type RepeatModel
} from './repeat-model.ts';
import { inverse, pseudoInverse, type Matrix } from './symmetric.ts';

/** Why no model of repeat buying is fitted. */
export type NotEnough =
  /** Fewer than `leastRepeaters` customers came back. */
  | 'few-repeaters'
  /** Half of the customers were watched for less than twice the usual gap between purchases. */
  | 'short-window';

/** Too little to fit, with the counts that say so and the views that hold all the same. */
export interface Unfitted {
  readonly isFitted: false;
  readonly reason: NotEnough;
  readonly customers: number;
  readonly repeaters: number;
  /** What `repeaters` would have to be. */
  readonly leastRepeaters: number;
  /** Time watched, median over customers; 0 without customers. */
  readonly medianAge: number;
  /** Mean gap of a customer who came back, median over them; null when nobody did. */
  readonly medianGap: number | null;
  /** Counts and rates always hold; the curve of the second purchase where somebody came back. */
  readonly holds: readonly ('counts' | 'second-purchase-curve')[];
}

export interface Fitted {
  readonly isFitted: true;
  readonly model: RepeatModel;
  /** The same data under the plain NBD: what leaving adds to the explanation, as 2 × the gain in ln likelihood. */
  readonly churnEvidence: number;
}

/** Customers who came back below which no model of repeat buying is fitted. */
export const LEAST_REPEATERS = 100;

export interface FitOptions {
  readonly kind?: Exclude<RepeatKind, 'nbd'>;
  readonly leastRepeaters?: number;
  /** The usual gap in the unit of the histories, where it is known from the gaps themselves. */
  readonly medianGap?: number;
}

/** Does `fitting` in one go. */
export function fitRepeatModel(histories: Histories, options: FitOptions = {}, watch: Watch = {}): Fitted | Unfitted {
  return finish(fitting(histories, options), watch);
}

/**
 * Fits a model of repeat buying by maximum likelihood. It always answers: with the model asked for (MBG/NBD unless
 * said), with the plain NBD where no leaving is visible (a note says so), or with what there is too little of. Where
 * a parameter runs away because customers are alike, it is held at a bound and a note names it. Standard errors come
 * from the exact Hessian on the logarithms of the parameters.
 */
export function* fitting(histories: Histories, options: FitOptions = {}): LongWork<Fitted | Unfitted> {
  const { kind = 'mbg-nbd', leastRepeaters = LEAST_REPEATERS } = options;
  const lack = lackOf(histories, leastRepeaters, options.medianGap);
  if (lack) return lack;
  const plain = yield* part(search(histories, 'nbd'), 0, 0.1);
  const full = yield* part(search(histories, kind), 0.1, 1);
  const gain = (plain.value - full.value) * histories.customers;
  const churnEvidence = Math.max(0, 2 * gain);
  const hasNone = gain < 0.01 || leavingOf(kind, full, histories) < 1e-3 || (gain < 1.92 && !inverse(freePart(full)));
  const model = hasNone ? modelOf('nbd', plain, histories, ['no-churn-visible']) : modelOf(kind, full, histories, []);
  return { isFitted: true, model, churnEvidence };
}

function* search(histories: Histories, kind: RepeatKind): LongWork<Minimum> {
  const { loss, starts } = RECIPES[kind];
  const meanAge = totalOver(histories, (at) => histories.age[at] as number) / histories.customers;
  const bounds = boundsOf(kind, meanAge);
  const objective = (some: Histories): Objective => ({ at: loss(some), ...bounds });
  // Few histories of many tell where to start; then two or three steps with all of them are enough.
  const few = histories.size > 2 * SAMPLE ? everyNth(histories, Math.floor(histories.size / SAMPLE)) : histories;
  const all = starts(meanAge);
  const share = (few === histories ? 1 : 0.4) / all.length;
  let best: Minimum | undefined;
  for (const [at, start] of all.entries()) {
    const found = yield* part(minimise(objective(few), start, kind), at * share, (at + 1) * share);
    if (!best || found.value < best.value) best = found;
  }
  if (!best) throw new Error(`${kind} has no start`);
  return few === histories ? best : yield* part(minimise(objective(histories), best.point, kind), 0.4, 1);
}

const SAMPLE = 4000;

/** Beyond these a parameter says "all alike" or "one or the other"; times are measured by the mean age. */
function boundsOf(kind: RepeatKind, meanAge: number): Pick<Objective, 'lower' | 'upper'> {
  const limits: Readonly<Record<ParameterName, readonly [number, number]>> = {
    r: [1e-4, 1e3],
    alpha: [1e-6 * meanAge, 1e8 * meanAge],
    a: [1e-4, 1e4],
    b: [1e-4, 1e4],
    s: [1e-4, 1e3],
    beta: [1e-6 * meanAge, 1e8 * meanAge]
  };
  const { names } = RECIPES[kind];
  return { lower: names.map((name) => Math.log(limits[name][0])), upper: names.map((name) => Math.log(limits[name][1])) };
}

/** The chance that a customer leaves at a purchase, or within the mean time watched. */
function leavingOf(kind: RepeatKind, { point }: Minimum, histories: Histories): number {
  const [, , first = 1, second = 1] = point.map(Math.exp);
  if (kind !== 'pareto-nbd') return first / (first + second);
  const meanAge = totalOver(histories, (at) => histories.age[at] as number) / histories.customers;
  return -Math.expm1(-first * Math.log1p(meanAge / second));
}

function modelOf(kind: RepeatKind, minimum: Minimum, histories: Histories, before: readonly FitNote[]): RepeatModel {
  const { names } = RECIPES[kind];
  const { point, bounds, value } = minimum;
  const free = bounds.flatMap((bound, at) => (bound === 0 ? [at] : []));
  const information = freePart(minimum).map((row) => row.map((cell) => cell * histories.customers));
  const exact = inverse(information);
  const known = exact ?? pseudoInverse(information);
  const covariance = point.map((_, i) =>
    point.map((__, j) => (free.includes(i) && free.includes(j) ? (known[free.indexOf(i)]?.[free.indexOf(j)] ?? 0) : 0))
  );
  const notes = [...before];
  // A logarithm known to ±10 only is not known: the parameter has run away along a ridge.
  const runsAway = point.map((_, place) => Math.sqrt(covariance[place]?.[place] ?? 0) > 5);
  const edge = (name: ParameterName) => {
    const place = names.indexOf(name);
    return runsAway[place] ? Math.sign(point[place] ?? 0) : (bounds[place] ?? 0);
  };
  const [first, second] = names.includes('s') ? (['s', 's'] as const) : (['a', 'b'] as const);
  if (edge('r') > 0) notes.push('same-rate');
  if (edge(first) > 0 || edge(second) > 0) notes.push('same-churn');
  if (edge(first) < 0 || edge(second) < 0) notes.push('all-or-nothing');
  if (!exact) notes.push('flat');
  if (!minimum.isConverged) notes.push('not-converged');
  const logLikelihood = -value * histories.customers;
  return {
    kind,
    parameters: names.map((name, place) =>
      parameterFrom(name, point[place] ?? 0, exact && !runsAway[place] ? covariance[place]?.[place] : 0)
    ),
    logs: point,
    covariance,
    logLikelihood,
    aic: 2 * names.length - 2 * logLikelihood,
    customers: histories.customers,
    repeaters: repeatersOf(histories),
    histories: histories.size,
    notes
  };
}

function parameterFrom(name: ParameterName, log: number, variance = 0): Parameter {
  const value = Math.exp(log);
  if (!(variance > 0)) return { name, value, standardError: null, low: null, high: null };
  const error = Math.sqrt(variance);
  return { name, value, standardError: value * error, low: Math.exp(log - Z95 * error), high: Math.exp(log + Z95 * error) };
}

function freePart({ hessian, bounds }: Minimum): Matrix {
  const free = bounds.flatMap((bound, at) => (bound === 0 ? [at] : []));
  return free.map((i) => free.map((j) => hessian[i]?.[j] ?? 0));
}

function lackOf(histories: Histories, leastRepeaters: number, known: number | undefined): Unfitted | null {
  const repeaters = repeatersOf(histories);
  const medianAge = weightedMedian(histories, (at) => histories.age[at] as number) ?? 0;
  const ownGap = (at: number) => ((histories.x[at] as number) > 0 ? (histories.recency[at] as number) / (histories.x[at] as number) : null);
  const medianGap = known ?? weightedMedian(histories, ownGap);
  const reason = repeaters < leastRepeaters ? 'few-repeaters' : medianAge < 2 * (medianGap ?? 0) ? 'short-window' : null;
  if (!reason) return null;
  const holds = repeaters > 0 ? (['counts', 'second-purchase-curve'] as const) : (['counts'] as const);
  return { isFitted: false, reason, customers: histories.customers, repeaters, leastRepeaters, medianAge, medianGap, holds };
}

function weightedMedian({ size, weight }: Histories, of: (at: number) => number | null): number | null {
  const known = new Map<number, number>();
  for (let at = 0; at < size; at++) {
    const value = of(at);
    if (value !== null) known.set(value, (known.get(value) ?? 0) + (weight[at] as number));
  }
  const sorted = Float64Array.from(known.keys()).sort();
  const half = sorted.reduce((sum, value) => sum + (known.get(value) ?? 0), 0) / 2;
  let seen = 0;
  return sorted.find((value) => (seen += known.get(value) ?? 0) >= half) ?? null;
}
