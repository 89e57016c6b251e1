import { Z95, type Interval } from './intervals.ts';

/** What happened at one moment: how many had the event and how many were last seen without it. */
export interface TimeCount {
  /** Any unit, not negative. */
  readonly time: number;
  readonly events: number;
  readonly censored: number;
}

/** How the interval is formed: on S itself, on log S, or on log(−log S). */
export type SurvivalScale = 'plain' | 'log' | 'log-log';

export interface SurvivalStep {
  readonly time: number;
  /** Seen just before this time. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Events up to and including this time. */
  readonly eventsSoFar: number;
  /** Share without the event after this time, S(t). */
  readonly survival: number;
  /** Greenwood's standard error of S(t); null once S is 0. */
  readonly standardError: number | null;
  /** The interval of S(t); null once S is 0, where none can be given. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface Survival {
  readonly n: number;
  readonly events: number;
  /** By time, one per distinct time. */
  readonly steps: readonly SurvivalStep[];
  readonly median: Quantile;
}

/** The time by which a share had the event, with its interval; null where the data end before. */
export interface Quantile {
  readonly time: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The Kaplan–Meier curve of counts by time (in any order, times may repeat), with Greenwood's errors
 * and intervals. Sources: E. L. Kaplan and P. Meier, JASA 53 (1958), 457–481; M. Greenwood, Reports on
 * Public Health 33 (1926); intervals as in T. Therneau's R package survival, `survfit.formula`.
 */
export function kaplanMeier(counts: readonly TimeCount[], options: { readonly scale?: SurvivalScale; readonly z?: number } = {}): Survival {
  const { scale = 'log-log', z = Z95 } = options;
  const moments = merged(counts);
  const n = moments.reduce((sum, { events, censored }) => sum + events + censored, 0);
  let atRisk = n;
  let survival = 1;
  let eventsSoFar = 0;
  // Var(log S), the sum of d / (r (r − d)).
  let variance = 0;
  const steps = moments.map(({ time, events, censored }): SurvivalStep => {
    const before = atRisk;
    if (events > 0) {
      // Written as S·(r − d)/r so that S is exactly 0 when the last one at risk has the event.
      survival = (survival * (before - events)) / before;
      variance += events / (before * (before - events));
    }
    atRisk = before - events - censored;
    eventsSoFar += events;
    const interval = intervalOf(survival, variance, scale, z);
    return {
      time,
      atRisk: before,
      events,
      censored,
      eventsSoFar,
      survival,
      standardError: survival === 0 ? null : survival * Math.sqrt(variance),
      low: interval?.low ?? null,
      high: interval?.high ?? null
    };
  });
  return { n, events: moments.reduce((sum, { events }) => sum + events, 0), steps, median: quantileOf(steps, 0.5) };
}

/**
 * The time by which a share `p` had the event. Where the curve is flat at exactly 1 − p, the middle of the
 * flat stretch; the interval ends are where the curve's own interval crosses. Source: R. Brookmeyer and
 * J. Crowley, Biometrics 38 (1982), 29–41; ties as in R's `quantile.survfit`.
 */
export function quantileOf(steps: readonly SurvivalStep[], p: number): Quantile {
  const target = 1 - p;
  return {
    time: crossing(steps, (step) => step.survival, target),
    low: crossing(steps, (step) => step.low, target),
    high: crossing(steps, (step) => step.high, target)
  };
}

/** The state at `time`: S and its interval after it, and how many were still seen just before it. */
export function survivalAt(curve: Survival, time: number): Pick<SurvivalStep, 'survival' | 'standardError' | 'low' | 'high' | 'atRisk'> {
  const next = curve.steps.findIndex((step) => step.time >= time);
  const atRisk = next < 0 ? 0 : (curve.steps[next]?.atRisk ?? 0);
  const last = curve.steps.findLast((step) => step.time <= time);
  if (!last) return { survival: 1, standardError: 0, low: 1, high: 1, atRisk };
  return { survival: last.survival, standardError: last.standardError, low: last.low, high: last.high, atRisk };
}

/**
 * The mean time without the event, counting no longer than `until`: the area under the curve, with its standard error (null once S is 0
 * before). Source: J. Irwin, Journal of Hygiene 47 (1949), 188–189; error as in R's `print.survfit`.
 */
export function restrictedMean({ steps }: Survival, until: number): { readonly mean: number; readonly standardError: number | null } {
  const moments = steps.filter(({ time }) => time < until);
  const ends = [...moments.slice(1).map(({ time }) => time), until];
  const pieces = moments.map(({ time, survival }, at) => survival * ((ends[at] ?? until) - time));
  let after = 0;
  let variance = 0;
  for (let at = moments.length - 1; at >= 0; at--) {
    const { events = 0, atRisk = 0 } = moments[at] ?? {};
    after += pieces[at] ?? 0;
    if (events > 0 && after > 0) variance += (after ** 2 * events) / (atRisk * (atRisk - events));
  }
  return { mean: (moments[0]?.time ?? until) + after, standardError: Number.isFinite(variance) ? Math.sqrt(variance) : null };
}

function merged(counts: readonly TimeCount[]): TimeCount[] {
  const byTime = new Map<number, TimeCount>();
  for (const { time, events, censored } of counts) {
    if (!(time >= 0) || !(events >= 0) || !(censored >= 0))
      throw new RangeError(`not a count at a time: ${events} and ${censored} at ${time}`);
    const sum = byTime.get(time);
    byTime.set(time, { time, events: events + (sum?.events ?? 0), censored: censored + (sum?.censored ?? 0) });
  }
  return [...byTime.values()].filter(({ events, censored }) => events + censored > 0).sort((a, b) => a.time - b.time);
}

function intervalOf(survival: number, variance: number, scale: SurvivalScale, z: number): Interval | null {
  if (survival === 0) return null;
  if (survival === 1) return { low: 1, high: 1 };
  const error = Math.sqrt(variance);
  if (scale === 'plain') return { low: Math.max(0, survival * (1 - z * error)), high: Math.min(1, survival * (1 + z * error)) };
  if (scale === 'log') return { low: survival * Math.exp(-z * error), high: Math.min(1, survival * Math.exp(z * error)) };
  const shift = (z * error) / Math.log(survival);
  const centre = Math.log(-Math.log(survival));
  return { low: Math.exp(-Math.exp(centre - shift)), high: Math.exp(-Math.exp(centre + shift)) };
}

const TOLERANCE = Math.sqrt(Number.EPSILON);

/**
 * The time at which a curve first comes down to `target`. The upper end of an interval can rise again late;
 * the point nearest below the target counts then, as in R, which errs on the side of the wider interval.
 */
function crossing(steps: readonly SurvivalStep[], height: (step: SurvivalStep) => number | null, target: number): number | null {
  const points = steps.flatMap((step) => {
    const value = height(step);
    return value === null ? [] : [{ time: step.time, value }];
  });
  const highestUnder = (bound: number) =>
    points.reduce<(typeof points)[number] | null>(
      (best, point) => (point.value <= bound && (!best || point.value > best.value) ? point : best),
      null
    );
  const reached = highestUnder(target + TOLERANCE);
  if (!reached) return null;
  const passed = highestUnder(target - TOLERANCE);
  if (passed) return (reached.time + passed.time) / 2;
  return (reached.time + (points.at(-1)?.time ?? reached.time)) / 2;
}
