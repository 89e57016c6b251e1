/**
 * What the models know of customers: x repeat purchases, the time t_x from the first purchase to the last, and the
 * time T from the first purchase to the end of observation, each distinct triple once.
 */
export interface Histories {
  /** Customers in all, the sum of `weight`. */
  readonly customers: number;
  /** Distinct triples: the length of the lists below. */
  readonly size: number;
  /** Repeat purchases, whole. */
  readonly x: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  /** How many customers have this triple. */
  readonly weight: Float64Array;
  /** The triple of each customer, in the order they were given. */
  readonly of: Int32Array;
  /** Every distinct time, so that what depends on a time alone is computed once … */
  readonly times: Float64Array;
  /** … and where among them `recency` and `age` stand. */
  readonly recencyAt: Int32Array;
  readonly ageAt: Int32Array;
}

/** One row per customer, or per group of customers alike. */
export interface HistoryRows {
  readonly x: ArrayLike<number>;
  /** 0 where x is 0. */
  readonly recency: ArrayLike<number>;
  readonly age: ArrayLike<number>;
  /** How many customers a row stands for; 1 each where absent. */
  readonly weight?: ArrayLike<number>;
}

/**
 * The distinct histories among `rows`. Times come in any unit and are divided by `unit`: whole days and 7 give weeks.
 * Throws with the offending row when x is no count, or when not 0 ≤ t_x ≤ T.
 */
export function uniqueHistories({ x, recency, age, weight }: HistoryRows, unit = 1): Histories {
  const rows = x.length;
  const times = new Times(rows);
  const of = new Int32Array(rows);
  const slots = new Int32Array(powerOfTwo(rows * 2)).fill(-1);
  const [xs, recencyAt, ageAt, weights] = [new Float64Array(rows), new Int32Array(rows), new Int32Array(rows), new Float64Array(rows)];
  let size = 0;
  let customers = 0;
  for (let row = 0; row < rows; row++) {
    const [count, last, whole, many] = [x[row] as number, recency[row] as number, age[row] as number, weight ? (weight[row] as number) : 1];
    check(row, count, last, whole, many);
    const lastAt = times.at(last);
    const wholeAt = times.at(whole);
    let slot = mixed(count, lastAt, wholeAt) & (slots.length - 1);
    let found = slots[slot] as number;
    while (found >= 0 && !(xs[found] === count && recencyAt[found] === lastAt && ageAt[found] === wholeAt)) {
      slot = (slot + 1) & (slots.length - 1);
      found = slots[slot] as number;
    }
    if (found < 0) {
      found = slots[slot] = size++;
      xs[found] = count;
      recencyAt[found] = lastAt;
      ageAt[found] = wholeAt;
    }
    weights[found] = (weights[found] as number) + many;
    customers += many;
    of[row] = found;
  }
  const scaled = times.list().map((time) => time / unit);
  const [lastAt, wholeAt] = [recencyAt.slice(0, size), ageAt.slice(0, size)];
  return {
    customers,
    size,
    x: xs.slice(0, size),
    recency: Float64Array.from(lastAt, (at) => scaled[at] as number),
    age: Float64Array.from(wholeAt, (at) => scaled[at] as number),
    weight: weights.slice(0, size),
    of,
    times: scaled,
    recencyAt: lastAt,
    ageAt: wholeAt
  };
}

/** Every `step`-th history, with its weight: enough to find where a fit should start. */
export function everyNth(histories: Histories, step: number): Histories {
  const kept = (_: number, at: number) => at % step === 0;
  const weight = histories.weight.filter(kept);
  return {
    ...histories,
    customers: weight.reduce((sum, many) => sum + many, 0),
    size: weight.length,
    x: histories.x.filter(kept),
    recency: histories.recency.filter(kept),
    age: histories.age.filter(kept),
    weight,
    recencyAt: histories.recencyAt.filter(kept),
    ageAt: histories.ageAt.filter(kept)
  };
}

/** Σ weight · value(at) over the histories. */
export function totalOver(histories: Histories, value: (at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < histories.size; at++) sum += (histories.weight[at] as number) * value(at);
  return sum;
}

/** The distinct times seen, numbered as they come; whole ones below 65,536 are found by a table. */
class Times {
  readonly #values: Float64Array;
  readonly #whole = new Int32Array(65_536).fill(-1);
  readonly #others = new Map<number, number>();
  #size = 0;

  constructor(rows: number) {
    this.#values = new Float64Array(2 * rows);
  }

  at(time: number): number {
    const isWhole = time < 65_536 && Number.isInteger(time);
    const known = isWhole ? (this.#whole[time] as number) : (this.#others.get(time) ?? -1);
    if (known >= 0) return known;
    const place = this.#size++;
    this.#values[place] = time;
    if (isWhole) this.#whole[time] = place;
    else this.#others.set(time, place);
    return place;
  }

  list(): Float64Array {
    return this.#values.slice(0, this.#size);
  }
}

function check(row: number, x: number, recency: number, age: number, weight: number): void {
  const isGood = Number.isInteger(x) && x >= 0 && recency >= 0 && recency <= age && age < Infinity && weight >= 0 && weight < Infinity;
  if (!isGood || (x === 0 && recency > 0))
    throw new RangeError(
      `row ${row} is no purchase history: ${x} repeat purchases, the last after ${recency}, seen for ${age}, weight ${weight}`
    );
}

function mixed(x: number, recencyAt: number, ageAt: number): number {
  const h = Math.imul(x + 1, 0x9e3779b1) ^ Math.imul(recencyAt + 1, 0x85ebca6b) ^ Math.imul(ageAt + 1, 0xc2b2ae35);
  const spread = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (spread ^ (spread >>> 13)) >>> 0;
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, least)));
}
