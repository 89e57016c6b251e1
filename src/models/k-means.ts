import { finish, type LongWork, type Watch } from './long-work.ts';
import { momentsOf } from './moments.ts';
import { uniformFrom, type Uniform } from './random.ts';

/** Points as one list, row by row, with so many numbers each. */
export interface Points {
  readonly values: Float64Array;
  readonly dimensions: number;
}

/** Groups of points around their means. */
export interface Clusters {
  /** One row per group. */
  readonly centres: readonly (readonly number[])[];
  /** The group of each point. */
  readonly of: Int32Array;
  readonly sizes: readonly number[];
  /** Sum of squared distances to the centres. */
  readonly inertia: number;
}

export interface ClusterOptions {
  readonly seed: number;
  /** How many starts; the best of them counts. 10 unless said. */
  readonly starts?: number;
}

/** Columns side by side as points, each brought to mean 0 and (population) deviation 1; a column that does not vary becomes 0. */
export function standardisedPoints(columns: readonly ArrayLike<number>[]): Points {
  const n = columns[0]?.length ?? 0;
  const values = new Float64Array(n * columns.length);
  columns.forEach((column, place) => {
    const { mean, variance } = momentsOf(column);
    const deviation = Math.sqrt((variance * (n - 1)) / n);
    if (!Number.isFinite(deviation) && n > 0) throw new RangeError(`column ${place} has values that are not finite`);
    for (let at = 0; at < n; at++) values[at * columns.length + place] = deviation > 0 ? ((column[at] as number) - mean) / deviation : 0;
  });
  return { values, dimensions: columns.length };
}

/** Does `clustering` in one go. */
export function kMeans(points: Points, k: number, options: ClusterOptions, watch: Watch = {}): Clusters {
  return finish(clustering(points, k, options), watch);
}

/**
 * k groups with small squared distances to their means, the same for the same seed: Lloyd's rounds from the starts of
 * k-means++. Of more than 40,000 points as many are used to find the centres, and all are assigned. There are
 * fewer groups than k where there are fewer distinct points. Sources: S. Lloyd, IEEE Transactions on Information Theory
 * 28 (1982), 129–137; D. Arthur and S. Vassilvitskii, SODA 2007, 1027–1035.
 */
export function* clustering(points: Points, k: number, { seed, starts = 10 }: ClusterOptions): LongWork<Clusters> {
  if (!(Number.isInteger(k) && k > 0)) throw new RangeError(`groups are counted in whole ones: ${k}`);
  const uniform = uniformFrom(seed);
  const some = thinned(points, MOST_POINTS);
  let best: { centres: Float64Array; inertia: number } | undefined;
  for (let start = 0; start < starts; start++) {
    const found = settled(some, spreadStarts(some, k, uniform));
    if (!best || found.inertia < best.inertia) best = found;
    yield { stage: 'k-means', done: (start + 1) / (starts + 1) };
  }
  const { centres } = some === points || !best ? { centres: best?.centres ?? new Float64Array(0) } : settled(points, best.centres, 3);
  return summary(points, centres);
}

const MOST_POINTS = 40_000;

/**
 * How well points lie in their groups: the mean of (b − a) / max(a, b), a the mean distance to the own group, b to the
 * nearest other one; from −1 to 1. Null with fewer than two groups. Of more than `most` points as many count.
 * Source: P. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987), 53–65.
 */
export function silhouette(points: Points, of: Int32Array, most = 3000): number | null {
  const used = someOf(of.length, most);
  const groups = of.reduce((largest, group) => Math.max(largest, group), -1) + 1;
  const sizes = new Float64Array(groups);
  for (const at of used) sizes[of[at] as number] = (sizes[of[at] as number] as number) + 1;
  if (sizes.filter((size) => size > 0).length < 2) return null;
  const sums = new Float64Array(groups);
  let total = 0;
  for (const at of used) {
    sums.fill(0);
    for (const other of used) {
      const group = of[other] as number;
      sums[group] = (sums[group] as number) + Math.sqrt(squaredDistance(points.values, at, points.values, other, points.dimensions));
    }
    const own = of[at] as number;
    const size = sizes[own] as number;
    // A point alone in its group counts 0.
    if (size < 2) continue;
    const a = (sums[own] as number) / (size - 1);
    let b = Infinity;
    for (let group = 0; group < groups; group++)
      if (group !== own && (sizes[group] as number) > 0) b = Math.min(b, (sums[group] as number) / (sizes[group] as number));
    total += a === b ? 0 : (b - a) / Math.max(a, b);
  }
  return total / used.length;
}

/** Starts far from each other, drawn with chances that grow with the squared distance. */
function spreadStarts({ values, dimensions }: Points, k: number, uniform: Uniform): Float64Array {
  const n = values.length / dimensions;
  const chosen: number[] = n > 0 ? [Math.floor(uniform() * n)] : [];
  const nearest = new Float64Array(n).fill(Infinity);
  while (chosen.length < Math.min(k, n)) {
    const last = chosen.at(-1) ?? 0;
    let sum = 0;
    for (let at = 0; at < n; at++)
      sum += nearest[at] = Math.min(nearest[at] as number, squaredDistance(values, at, values, last, dimensions));
    if (sum === 0) break;
    let left = uniform() * sum;
    let at = 0;
    while (at < n - 1 && (left -= nearest[at] as number) > 0) at++;
    chosen.push(at);
  }
  return Float64Array.from(chosen.flatMap((at) => Array.from(values.subarray(at * dimensions, (at + 1) * dimensions))));
}

function settled(points: Points, start: Float64Array, rounds = 300): { centres: Float64Array; inertia: number } {
  const { values, dimensions } = points;
  const n = values.length / dimensions;
  const centres = start.slice();
  const k = centres.length / dimensions;
  const [sums, sizes] = [new Float64Array(centres.length), new Float64Array(k)];
  let inertia = Infinity;
  for (let round = 0; round < rounds; round++) {
    sums.fill(0);
    sizes.fill(0);
    let now = 0;
    for (let at = 0; at < n; at++) {
      const { group, distance } = nearestOf(points, centres, at);
      now += distance;
      sizes[group] = (sizes[group] as number) + 1;
      for (let d = 0; d < dimensions; d++)
        sums[group * dimensions + d] = (sums[group * dimensions + d] as number) + (values[at * dimensions + d] as number);
    }
    // A group that has lost all its points stays where it is.
    for (let place = 0; place < centres.length; place++) {
      const size = sizes[Math.floor(place / dimensions)] as number;
      if (size > 0) centres[place] = (sums[place] as number) / size;
    }
    if (inertia - now <= 1e-10 * now) return { centres, inertia: now };
    inertia = now;
  }
  return { centres, inertia };
}

function summary(points: Points, centres: Float64Array): Clusters {
  const n = points.values.length / points.dimensions;
  const k = centres.length / points.dimensions;
  const of = new Int32Array(n);
  const sizes = Array.from({ length: k }, () => 0);
  let inertia = 0;
  for (let at = 0; at < n; at++) {
    const { group, distance } = nearestOf(points, centres, at);
    of[at] = group;
    sizes[group] = (sizes[group] ?? 0) + 1;
    inertia += distance;
  }
  const rows = sizes.map((_, group) => Array.from(centres.subarray(group * points.dimensions, (group + 1) * points.dimensions)));
  return { centres: rows, of, sizes, inertia };
}

function nearestOf({ values, dimensions }: Points, centres: Float64Array, at: number): { group: number; distance: number } {
  let [group, distance] = [0, Infinity];
  for (let one = 0; one * dimensions < centres.length; one++) {
    const far = squaredDistance(values, at, centres, one, dimensions);
    if (far < distance) [group, distance] = [one, far];
  }
  return { group, distance };
}

function squaredDistance(values: Float64Array, at: number, others: Float64Array, other: number, dimensions: number): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d++) {
    const off = (values[at * dimensions + d] as number) - (others[other * dimensions + d] as number);
    sum += off * off;
  }
  return sum;
}

function thinned(points: Points, most: number): Points {
  const { values, dimensions } = points;
  const n = values.length / dimensions;
  if (n <= most) return points;
  const kept = someOf(n, most);
  const some = new Float64Array(kept.length * dimensions);
  kept.forEach((at, place) => some.set(values.subarray(at * dimensions, (at + 1) * dimensions), place * dimensions));
  return { values: some, dimensions };
}

/** At most `most` places of `n`, evenly spread but in no rhythm, so that rows that take turns are all met. */
function someOf(n: number, most: number): Int32Array {
  const step = Math.max(1, n / most);
  const GOLDEN = 0.6180339887498949;
  return Int32Array.from({ length: Math.min(n, most) }, (_, at) => (step === 1 ? at : Math.floor((at + ((at * GOLDEN) % 1)) * step)));
}
