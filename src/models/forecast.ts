import { pairsAround, STEP, withIntervals, type Estimate, type Estimates, type Uncertain } from './estimate.ts';
import { uniqueHistories, type Histories } from './histories.ts';
import { Z95 } from './intervals.ts';
import { finish, type LongWork, type Watch } from './long-work.ts';
import { livingGroups, overGroups, type LivingGroups } from './living-groups.ts';
import type { Predictor } from './predictor.ts';
import { predictorOf, type RepeatModel } from './repeat-model.ts';

/** Per distinct history (`histories.of` leads from a customer to it); intervals as in `withIntervals`. */
export interface Forecast {
  /** P(still a customer). */
  readonly alive: Estimates;
  /** P(buys at least once within t). */
  readonly buys: Estimates;
  /** Expected purchases within t. */
  readonly expected: Estimates;
}

/** A sum over customers; the interval holds what will really happen in 95% of cases, if the model is right. */
export interface TotalForecast extends Estimate {
  /** Standard error from the parameters being estimated. */
  readonly parameterError: number;
  /** Standard deviation of the total around its expectation, by chance. */
  readonly chance: number;
}

/** Does `forecasting` in one go. */
export function forecastEach(model: RepeatModel, histories: Histories, t: number, watch: Watch = {}): Forecast {
  return finish(forecasting(model, histories, t), watch);
}

/** What the model says of each history about the next t, in the unit of the fit. Throws when t is negative or not finite. */
export function* forecasting(model: RepeatModel, histories: Histories, t: number): LongWork<Forecast> {
  check(t);
  const living = livingGroups(histories);
  const around = yield* evaluatedAround(model, (predictor) => evaluate(predictor, histories, living, t));
  const part = (name: keyof Evaluation) => around.pairs.map(([up, down]) => [up[name], down[name]] as const);
  return {
    alive: withIntervals(around.centre.alive, part('alive'), 'logit'),
    buys: withIntervals(around.centre.buys, part('buys'), 'logit'),
    expected: withIntervals(around.centre.expected, part('expected'), 'log')
  };
}

/** The same for histories given one by one, such as one customer's at several dates; times in the unit of the fit. */
export function forecastRows(model: RepeatModel, rows: readonly { x: number; recency: number; age: number }[], t: number): Forecast {
  const column = (name: 'x' | 'recency' | 'age') => rows.map((row) => row[name]);
  const histories = uniqueHistories({ x: column('x'), recency: column('recency'), age: column('age') });
  const forecast = forecastEach(model, histories, t);
  const spread = (list: Float64Array) => Float64Array.from(histories.of, (at) => list[at] as number);
  const each = ({ value, low, high }: Estimates): Estimates => ({ value: spread(value), low: spread(low), high: spread(high) });
  return { alive: each(forecast.alive), buys: each(forecast.buys), expected: each(forecast.expected) };
}

/**
 * Expected purchases within t of all customers together, or of a group: `weight` says how many of it have each history.
 * Its variance is that of the parameters (delta method) plus that of every customer's own purchases.
 */
export function forecastTotal(
  model: RepeatModel,
  histories: Histories,
  t: number,
  weight: ArrayLike<number> = histories.weight
): TotalForecast {
  check(t);
  const living = livingGroups(histories);
  const total = (list: Float64Array) => list.reduce((sum, value, at) => sum + value * (weight[at] as number), 0);
  const expectedBy = (predictor: Predictor) => total(evaluate(predictor, histories, living, t).expected);
  const around = finish(evaluatedAround(model, expectedBy));
  const parameterVariance = around.pairs.reduce((sum, [up, down]) => sum + ((up - down) / (2 * STEP)) ** 2, 0);
  const predictor = predictorOf(model);
  const { alive, expected } = evaluate(predictor, histories, living, t);
  const pairs = overGroups(living, (x, age) => predictor.pairsIfAlive(x, age, t));
  const variance = expected.map((mean, at) => {
    const pairsHere = (alive[at] as number) * (pairs[living.of[at] as number] as number);
    return Math.max(0, pairsHere + mean - mean * mean);
  });
  const chanceVariance = total(variance);
  const reach = Z95 * Math.sqrt(parameterVariance + chanceVariance);
  return {
    value: around.centre,
    low: Math.max(0, around.centre - reach),
    high: around.centre + reach,
    parameterError: Math.sqrt(parameterVariance),
    chance: Math.sqrt(chanceVariance)
  };
}

/** Expected repeat purchases of a new customer within t after the first purchase. */
export function expectedFromStart(model: RepeatModel, t: number): number {
  check(t);
  const predictor = predictorOf(model);
  return predictor.alive(0, 0, 0) * predictor.expectedIfAlive(0, 0, t);
}

/** The time by which a customer has bought again with probability `share`; null when that is never reached. */
export function timeToNext(
  model: RepeatModel,
  { x, recency, age }: { x: number; recency: number; age: number },
  share: number
): number | null {
  const predictor = predictorOf(model);
  const alive = predictor.alive(x, recency, age);
  const wait = share < alive ? predictor.waitIfAlive(x, age, share / alive) : null;
  return wait !== null && Number.isFinite(wait) ? wait : null;
}

/** `evaluation` at the fitted parameters and at the pairs around them. */
export function* evaluatedAround<T>(
  model: Pick<RepeatModel, 'kind'> & Uncertain,
  evaluation: (predictor: Predictor) => T
): LongWork<{ readonly centre: T; readonly pairs: readonly (readonly [T, T])[] }> {
  const centre = evaluation(predictorOf(model));
  const around = pairsAround(model);
  const pairs: [T, T][] = [];
  for (const [up, down] of around) {
    yield { stage: 'intervals', done: (pairs.length + 1) / (around.length + 1) };
    pairs.push([evaluation(predictorOf(model, up)), evaluation(predictorOf(model, down))]);
  }
  return { centre, pairs };
}

interface Evaluation {
  readonly alive: Float64Array;
  readonly buys: Float64Array;
  readonly expected: Float64Array;
}

function evaluate(predictor: Predictor, { size, x, recency, age }: Histories, living: LivingGroups, t: number): Evaluation {
  const buysIfAlive = overGroups(living, (count, at) => predictor.buysIfAlive(count, at, t));
  const expectedIfAlive = overGroups(living, (count, at) => predictor.expectedIfAlive(count, at, t));
  const result = { alive: new Float64Array(size), buys: new Float64Array(size), expected: new Float64Array(size) };
  for (let at = 0; at < size; at++) {
    const alive = predictor.alive(x[at] as number, recency[at] as number, age[at] as number);
    result.alive[at] = alive;
    result.buys[at] = alive * (buysIfAlive[living.of[at] as number] as number);
    result.expected[at] = alive * (expectedIfAlive[living.of[at] as number] as number);
  }
  return result;
}

function check(t: number): void {
  if (!(t >= 0 && t < Infinity)) throw new RangeError(`a horizon must be a time from now on, not ${t}`);
}
