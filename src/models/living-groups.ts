import type { Histories } from './histories.ts';

/** Histories alike in what counts for those who are still customers: the same x and T. */
export interface LivingGroups {
  /** The group of each history. */
  readonly of: Int32Array;
  readonly x: Float64Array;
  readonly age: Float64Array;
  /** The groups of each x of which there are many. */
  readonly curves: readonly Curve[];
  /** The other groups. */
  readonly points: Int32Array;
}

/** The groups of one x, the ages at which functions of the age are computed, and how the values at the groups follow from them. */
interface Curve {
  readonly x: number;
  readonly groups: Int32Array;
  readonly nodes: Float64Array;
  /** A row of NODES weights per group, which add up to 1. */
  readonly weights: Float64Array;
}

/** So many ages carry a smooth function to ten digits. */
const NODES = 56;
/** Groups of one x up to so many are computed one by one. */
const FEW = 80;
/** How exact a curve must be where it is checked, relative to the value. */
const EXACT = 1e-9;

export function livingGroups({ size, x, age, ageAt, times }: Histories): LivingGroups {
  const places = new Map<number, number>();
  const of = new Int32Array(size);
  const [xs, ages]: [number[], number[]] = [[], []];
  const byX = new Map<number, number[]>();
  for (let at = 0; at < size; at++) {
    const count = x[at] as number;
    const key = count * times.length + (ageAt[at] as number);
    const place = places.get(key) ?? places.size;
    if (place === xs.length) {
      places.set(key, place);
      xs.push(count);
      ages.push(age[at] as number);
      const alike = byX.get(count);
      if (alike) alike.push(place);
      else byX.set(count, [place]);
    }
    of[at] = place;
  }
  const many = [...byX].filter(([, groups]) => groups.length > FEW);
  const few = [...byX].flatMap(([, groups]) => (groups.length > FEW ? [] : groups));
  return {
    of,
    x: Float64Array.from(xs),
    age: Float64Array.from(ages),
    curves: many.map(([count, groups]) => curveOf(count, Int32Array.from(groups), ages)),
    points: Int32Array.from(few)
  };
}

/**
 * A positive function of x and the age at every group. Of an x with many ages it is computed at Chebyshev points of the
 * root of the age and interpolated (its logarithm, in the barycentric form), and checked at some of the groups: where that does
 * not hold to nine digits, or the function is not positive, every group is computed. Source: J.-P. Berrut and
 * L. Trefethen, "Barycentric Lagrange Interpolation", SIAM Review 46(3) (2004), 5.
 */
export function overGroups(living: LivingGroups, value: (x: number, age: number) => number): Float64Array {
  const all = new Float64Array(living.x.length);
  const compute = (groups: Int32Array) => {
    for (const group of groups) all[group] = value(living.x[group] as number, living.age[group] as number);
  };
  compute(living.points);
  for (const curve of living.curves) {
    if (!interpolate(all, curve, living.age, (age) => value(curve.x, age))) compute(curve.groups);
  }
  return all;
}

/** Fills in the groups; says whether the curve is good enough. */
function interpolate(all: Float64Array, { groups, nodes, weights }: Curve, ageOf: Float64Array, value: (age: number) => number): boolean {
  const logs = nodes.map((age) => Math.log(value(age)));
  if (!logs.every(Number.isFinite)) return false;
  groups.forEach((group, at) => {
    let sum = 0;
    for (let node = 0; node < NODES; node++) sum += (weights[at * NODES + node] as number) * (logs[node] as number);
    all[group] = Math.exp(sum);
  });
  const step = Math.ceil(groups.length / 8);
  for (let at = 0; at < groups.length; at += step) {
    const group = groups[at] as number;
    const exact = value(ageOf[group] as number);
    if (!(Math.abs((all[group] as number) - exact) <= EXACT * exact)) return false;
  }
  return true;
}

/** Nodes between the least and the greatest age of the groups. */
function curveOf(x: number, groups: Int32Array, ageOf: readonly number[]): Curve {
  const ages = Float64Array.from(groups, (group) => ageOf[group] as number);
  const least = ages.reduce((low, age) => Math.min(low, age), Infinity);
  const range = ages.reduce((high, age) => Math.max(high, age), -Infinity) - least;
  const weights = new Float64Array(groups.length * NODES);
  // Young customers differ most: the root of the age spreads them out.
  ages.forEach((age, at) => fillRow(weights.subarray(at * NODES, (at + 1) * NODES), Math.sqrt((age - least) / range)));
  return { x, groups, nodes: POINTS.map((point) => least + range * point * point), weights };
}

/** Chebyshev points between 0 and 1. */
const POINTS = Float64Array.from({ length: NODES }, (_, node) => (1 - Math.cos((Math.PI * node) / (NODES - 1))) / 2);

function fillRow(row: Float64Array, at: number): void {
  const hit = POINTS.indexOf(at);
  if (hit >= 0) {
    row[hit] = 1;
    return;
  }
  let sum = 0;
  for (let node = 0; node < NODES; node++) {
    const isEnd = node === 0 || node === NODES - 1;
    const weight = ((node % 2 === 0 ? 1 : -1) * (isEnd ? 0.5 : 1)) / (at - (POINTS[node] as number));
    row[node] = weight;
    sum += weight;
  }
  for (let node = 0; node < NODES; node++) row[node] = (row[node] as number) / sum;
}
