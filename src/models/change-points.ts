import { momentsOf, sortedQuantile } from './moments.ts';

/** A stretch of a series with one level: places `from` to before `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
}

export interface ChangePointOptions {
  /** What one more change must explain, in units of the noise's variance; 3 ln n unless said. */
  readonly penalty?: number;
  /** The shortest stretch, 3 unless said. */
  readonly shortest?: number;
}

/**
 * The stretches between which the level of a series changes: the division with the least squared error plus penalty,
 * found exactly (in n² / 2 steps: for series, not for logs). The noise is judged from the differences of neighbours, so that a change does not count as noise;
 * slow trends are cut into steps, and neighbours that go together raise false alarms. An empty series has none.
 * Source: B. Jackson et al., IEEE Signal Processing Letters 12 (2005), 105–108 (optimal partitioning), with the squared-error cost
 * and a penalty as R. Killick, P. Fearnhead and I. Eckley, JASA 107 (2012), 1590–1598, discuss it.
 */
export function changePoints(series: ArrayLike<number>, { penalty, shortest = 3 }: ChangePointOptions = {}): Stretch[] {
  const n = series.length;
  if (n === 0) return [];
  const bad = Array.from(series).findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new RangeError(`place ${bad} of the series is not a number: ${series[bad]}`);
  // Sums around the mean, so that large levels lose no digits.
  const level = momentsOf(series).mean;
  const [sums, squares] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  for (let at = 0; at < n; at++) {
    const value = (series[at] as number) - level;
    sums[at + 1] = (sums[at] as number) + value;
    squares[at + 1] = (squares[at] as number) + value * value;
  }
  const cost = (from: number, to: number) => {
    const sum = (sums[to] as number) - (sums[from] as number);
    return Math.max(0, (squares[to] as number) - (squares[from] as number) - (sum * sum) / (to - from));
  };
  const price = (penalty ?? 3 * Math.log(n)) * noiseOf(series);
  const best = new Float64Array(n + 1).fill(Infinity);
  const before = new Int32Array(n + 1);
  best[0] = -price;
  for (let to = shortest; to <= n; to++) {
    for (let from = 0; from <= to - shortest; from++) {
      const total = (best[from] as number) + cost(from, to) + price;
      if (!(total < (best[to] as number))) continue;
      best[to] = total;
      before[to] = from;
    }
  }
  if (n < shortest) return [{ from: 0, to: n, mean: level }];
  const stretches: Stretch[] = [];
  for (let to = n; to > 0; to = before[to] as number) {
    const from = before[to] as number;
    stretches.unshift({ from, to, mean: level + ((sums[to] as number) - (sums[from] as number)) / (to - from) });
  }
  return stretches;
}

/** The variance of the noise, from the median distance of neighbours; a little above 0 where most neighbours are equal. */
function noiseOf(series: ArrayLike<number>): number {
  const steps = Float64Array.from({ length: Math.max(0, series.length - 1) }, (_, at) =>
    Math.abs((series[at + 1] as number) - (series[at] as number))
  ).sort();
  // 0.6745 is the median of |z|, and neighbours differ by √2 standard deviations.
  const deviation = (sortedQuantile(steps, 0.5) ?? 0) / (0.6744897501960817 * Math.SQRT2);
  return Math.max(deviation ** 2, 1e-12 * momentsOf(series).variance, Number.MIN_VALUE);
}
