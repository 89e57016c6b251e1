import type { Estimate } from './estimate.ts';
import { STEP } from './estimate.ts';
import { evaluatedAround, type TotalForecast } from './forecast.ts';
import type { Histories } from './histories.ts';
import { Z95 } from './intervals.ts';
import { livingGroups, overGroups } from './living-groups.ts';
import type { LongWork } from './long-work.ts';
import type { Predictor } from './predictor.ts';
import { predictorOf, type RepeatModel } from './repeat-model.ts';

/** What all customers together are expected to do; intervals as in `TotalForecast`. */
export interface Outlook {
  /** Purchases up to each of the horizons. */
  readonly purchases: readonly TotalForecast[];
  /** Purchases up to the last horizon of those with 0, 1, … repeat purchases; the last number holds all above. */
  readonly byCount: readonly TotalForecast[];
  /** Customers who buy at least once up to the last horizon. */
  readonly buyers: TotalForecast;
  /** Money up to the last horizon, its interval from the parameters of repeat buying alone; null where no prices are known. */
  readonly money: Estimate | null;
  /** Expected purchases up to the last horizon of one customer of each history. */
  readonly each: Float64Array;
  /** Variance of these purchases by chance. */
  readonly variance: Float64Array;
}

/**
 * Looks ahead to several horizons at once, in the unit of the fit and rising. `prices` are, per history, the expected
 * money of one purchase summed over its customers. `last` gathers those with so many repeat purchases or more.
 */
export function* lookingAhead(
  model: RepeatModel,
  histories: Histories,
  horizons: readonly number[],
  { prices, last = 7 }: { readonly prices?: Float64Array | null; readonly last?: number } = {}
): LongWork<Outlook> {
  const living = livingGroups(histories);
  const groups = living.x.length;
  const until = horizons.at(-1) ?? 0;
  const classOf = (group: number) => Math.min(last, living.x[group] as number);
  const aliveOf = (predictor: Predictor) =>
    Float64Array.from(histories.x, (x, at) => predictor.alive(x, histories.recency[at] as number, histories.age[at] as number));
  const perGroup = (value: (at: number) => number) => {
    const sums = new Float64Array(groups);
    for (let at = 0; at < histories.size; at++) {
      const group = living.of[at] as number;
      sums[group] = (sums[group] as number) + value(at);
    }
    return sums;
  };
  // One list holds all totals: horizons, then classes, then buyers, then money.
  const [classesAt, buyersAt] = [horizons.length, horizons.length + last + 1];
  const totals = (predictor: Predictor): Float64Array => {
    const alive = aliveOf(predictor);
    const living1 = perGroup((at) => (histories.weight[at] as number) * (alive[at] as number));
    const paying = prices ? perGroup((at) => (prices[at] as number) * (alive[at] as number)) : null;
    const list = new Float64Array(buyersAt + 2);
    const add = (place: number, value: number) => (list[place] = (list[place] as number) + value);
    const expected = horizons.map((t) => overGroups(living, (x, age) => predictor.expectedIfAlive(x, age, t)));
    const byEnd = expected.at(-1) ?? new Float64Array(groups);
    const buys = overGroups(living, (x, age) => predictor.buysIfAlive(x, age, until));
    for (let group = 0; group < groups; group++) {
      const people = living1[group] as number;
      expected.forEach((each, place) => add(place, people * (each[group] as number)));
      add(classesAt + classOf(group), people * (byEnd[group] as number));
      add(buyersAt, people * (buys[group] as number));
      if (paying) add(buyersAt + 1, (paying[group] as number) * (byEnd[group] as number));
    }
    return list;
  };
  const around = yield* evaluatedAround(model, totals);
  const predictor = predictorOf(model);
  const alive = aliveOf(predictor);
  const chance = new Float64Array(buyersAt + 2);
  const [each, varianceEach] = [new Float64Array(histories.size), new Float64Array(histories.size)];
  horizons.forEach((t, place) => {
    const pairs = overGroups(living, (x, age) => predictor.pairsIfAlive(x, age, t));
    const means = overGroups(living, (x, age) => predictor.expectedIfAlive(x, age, t));
    const buyers = place < horizons.length - 1 ? null : overGroups(living, (x, age) => predictor.buysIfAlive(x, age, t));
    for (let at = 0; at < histories.size; at++) {
      const [group, share] = [living.of[at] as number, alive[at] as number];
      const mean = share * (means[group] as number);
      const own = Math.max(0, share * (pairs[group] as number) + mean - mean * mean);
      const variance = own * (histories.weight[at] as number);
      chance[place] = (chance[place] as number) + variance;
      if (!buyers) continue;
      each[at] = mean;
      varianceEach[at] = own;
      chance[classesAt + classOf(group)] = (chance[classesAt + classOf(group)] as number) + variance;
      const buys = share * (buyers[group] as number);
      chance[buyersAt] = (chance[buyersAt] as number) + buys * (1 - buys) * (histories.weight[at] as number);
    }
  });
  const forecastAt = (place: number): TotalForecast => {
    const value = around.centre[place] as number;
    const parameterVariance = around.pairs.reduce(
      (sum, [up, down]) => sum + (((up[place] as number) - (down[place] as number)) / (2 * STEP)) ** 2,
      0
    );
    const reach = Z95 * Math.sqrt(parameterVariance + (chance[place] as number));
    return {
      value,
      low: Math.max(0, value - reach),
      high: value + reach,
      parameterError: Math.sqrt(parameterVariance),
      chance: Math.sqrt(chance[place] as number)
    };
  };
  return {
    purchases: horizons.map((_, place) => forecastAt(place)),
    byCount: Array.from({ length: last + 1 }, (_, count) => forecastAt(classesAt + count)),
    buyers: forecastAt(buyersAt),
    money: prices ? forecastAt(buyersAt + 1) : null,
    each,
    variance: varianceEach
  };
}
