import { Z95 } from './intervals.ts';
import { finish } from './long-work.ts';
import { minimise, type Curvature } from './minimise.ts';
import { momentsOf } from './moments.ts';
import { inverse } from './symmetric.ts';

/** What each customer was seen to do: how long they were watched, and whether it ended with the event (1) or was still open (0). */
export interface Watched {
  readonly time: ArrayLike<number>;
  readonly event: ArrayLike<number>;
}

/** How one feature moves the hazard. */
export interface HazardRatio {
  readonly name: string;
  /** Change of the log hazard for one unit of the feature. */
  readonly coefficient: number;
  readonly standardError: number | null;
  /** e^coefficient, with its 95% interval. */
  readonly ratio: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A proportional hazards model, as fitted. */
export interface CoxModel {
  readonly hazards: readonly HazardRatio[];
  /** Of the model without features, and with them. */
  readonly logLikelihood: readonly [number, number];
  /** How often, of two customers of whom one is known to have had the event first, that one had the higher hazard; ties in hazard are half. */
  readonly concordance: number | null;
  readonly n: number;
  readonly events: number;
  readonly isConverged: boolean;
}

/** How events at the same moment share those at risk. */
export type Ties = 'efron' | 'breslow';

/** Customers in order of their time, the longest first, with the features less their means. */
interface Sorted {
  readonly time: readonly number[];
  readonly event: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/**
 * Cox's regression of the time to an event on features: one column each, a place per customer. Null where nobody had the
 * event; throws on columns of different lengths and on values that are not finite. A feature that does not vary gets no error.
 * Sources: D. R. Cox, JRSS B 34 (1972), 187–220; ties: B. Efron, JASA 72 (1977), 557–565, and N. Breslow, Biometrics 30
 * (1974), 89–99; concordance: F. Harrell et al., JAMA 247 (1982), 2543–2546, counted as in T. Therneau's R package survival.
 */
export function fitCox(
  { time, event }: Watched,
  features: Readonly<Record<string, ArrayLike<number>>>,
  ties: Ties = 'efron'
): CoxModel | null {
  const names = Object.keys(features);
  const n = time.length;
  const columns = Object.values(features).map((column) => {
    const values = Array.from(column);
    if (values.length !== n || !values.every(Number.isFinite)) throw new RangeError(`a feature needs ${n} finite values`);
    const { mean, variance } = momentsOf(values);
    const deviation = Math.sqrt(variance) || 1;
    return { deviation, values: values.map((value) => (value - mean) / deviation) };
  });
  const order = Array.from({ length: n }, (_, at) => at).sort((a, b) => (time[b] as number) - (time[a] as number));
  const sorted: Sorted = {
    time: order.map((at) => time[at] as number),
    event: order.map((at) => event[at] as number),
    rows: order.map((at) => columns.map(({ values }) => values[at] as number))
  };
  const events = sorted.event.reduce((sum, one) => sum + one, 0);
  if (events === 0) return null;
  const at = (point: readonly number[]) => loss(point, sorted, ties);
  const bound = names.map(() => 50);
  const start = names.map(() => 0);
  const found = finish(minimise({ at, lower: bound.map((one) => -one), upper: bound }, start, 'cox'), {});
  const covariance = inverse(found.hessian);
  return {
    hazards: names.map((name, place) => {
      const { deviation = 1 } = columns[place] ?? {};
      const coefficient = (found.point[place] ?? 0) / deviation;
      const variance = covariance?.[place]?.[place];
      const standardError = variance === undefined ? null : Math.sqrt(variance) / deviation;
      const end = (side: number) => (standardError === null ? null : Math.exp(coefficient + side * Z95 * standardError));
      return { name, coefficient, standardError, ratio: Math.exp(coefficient), low: end(-1), high: end(1) };
    }),
    logLikelihood: [-at(start).value, -found.value],
    concordance: concordanceOf(sorted, found.point),
    n,
    events,
    isConverged: found.isConverged
  };
}

/** Minus the partial log-likelihood, with its derivatives. */
function loss(point: readonly number[], { time, event, rows }: Sorted, ties: Ties): Curvature {
  const size = point.length;
  // Sums over those at risk, and over those with the event at this moment: weight, weighted features, their products.
  const atRisk = sums(size);
  let value = 0;
  const gradient = new Array<number>(size).fill(0);
  const hessian = point.map(() => new Array<number>(size).fill(0));
  for (let from = 0; from < time.length;) {
    const tied = sums(size);
    let [to, many] = [from, 0];
    for (; to < time.length && time[to] === time[from]; to++) {
      const row = rows[to] ?? [];
      const score = row.reduce((sum, one, k) => sum + one * (point[k] ?? 0), 0);
      add(atRisk, row, Math.exp(score));
      if (event[to] !== 1) continue;
      many += 1;
      add(tied, row, Math.exp(score));
      value -= score;
      row.forEach((one, k) => (gradient[k] = (gradient[k] ?? 0) - one));
    }
    for (let place = 0; place < many; place++) {
      const share = ties === 'efron' ? place / many : 0;
      const weight = atRisk.weight - share * tied.weight;
      value += Math.log(weight);
      const mean = atRisk.first.map((one, k) => (one - share * (tied.first[k] ?? 0)) / weight);
      mean.forEach((one, k) => {
        gradient[k] = (gradient[k] ?? 0) + one;
        const line = hessian[k] ?? [];
        mean.forEach((other, l) => {
          const product = ((atRisk.second[k]?.[l] ?? 0) - share * (tied.second[k]?.[l] ?? 0)) / weight;
          line[l] = (line[l] ?? 0) + product - one * other;
        });
      });
    }
    from = to;
  }
  return { value, gradient, hessian };
}

interface Sums {
  weight: number;
  readonly first: number[];
  readonly second: number[][];
}

function sums(size: number): Sums {
  const zeros = () => new Array<number>(size).fill(0);
  return { weight: 0, first: zeros(), second: Array.from({ length: size }, zeros) };
}

function add(to: Sums, row: readonly number[], weight: number): void {
  to.weight += weight;
  row.forEach((one, k) => {
    to.first[k] = (to.first[k] ?? 0) + weight * one;
    const line = to.second[k] ?? [];
    row.forEach((other, l) => (line[l] = (line[l] ?? 0) + weight * one * other));
  });
}

/** Of the pairs of whom one is known to have had the event first; null where there are none. */
function concordanceOf({ time, event, rows }: Sorted, point: readonly number[]): number | null {
  const score = rows.map((row) => row.reduce((sum, one, k) => sum + one * (point[k] ?? 0), 0));
  let [right, all] = [0, 0];
  time.forEach((late, i) => {
    // The order is from the longest watched: whoever stands later was watched as long, or less.
    for (let j = i + 1; j < time.length; j++) {
      // At the same moment only an event beside a watch that ended without one tells who was first.
      const isTold = event[j] === 1 ? late > (time[j] ?? 0) || event[i] === 0 : late === time[j] && event[i] === 1;
      if (!isTold) continue;
      const [first, second] = event[j] === 1 ? [score[j] ?? 0, score[i] ?? 0] : [score[i] ?? 0, score[j] ?? 0];
      all += 1;
      right += Math.abs(first - second) < 1e-12 ? 0.5 : first > second ? 1 : 0;
    }
  });
  return all === 0 ? null : right / all;
}
