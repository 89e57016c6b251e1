import { estimateAt, pairsAround, varianceAround, withinVariance, type Estimate, type Estimates } from './estimate.ts';
import { evaluatedAround } from './forecast.ts';
import type { Histories } from './histories.ts';
import { livingGroups, overGroups } from './living-groups.ts';
import { finish, type LongWork, type Watch } from './long-work.ts';
import type { Predictor } from './predictor.ts';
import type { RepeatModel } from './repeat-model.ts';
import { expectedSpend, type SpendModel } from './spend-model.ts';

/** What "value" means: to be shown beside every number made with it. */
export interface ValueTerms {
  /** How many periods ahead. */
  readonly periods: number;
  /** Length of one period in the unit of the fit: 52 / 12 for months where that is weeks. */
  readonly period: number;
  /** Discount rate per period: 0.01 is 1%; see `ratePerPeriod`. */
  readonly discount: number;
  /** The share of the money that is kept: 1 counts revenue. */
  readonly margin: number;
  /** When the money of a period counts as received. */
  readonly timing: 'end' | 'middle' | 'start';
}

/** Per customer in the order of `histories.of`, and in all. */
export interface LifetimeValues {
  /** Money of today. */
  readonly value: Estimates;
  /** Expected purchases over all periods, discounted. */
  readonly purchases: Float64Array;
  /** Expected money of one purchase, before margin. */
  readonly spend: Float64Array;
  readonly total: Estimate;
}

/** The rate per period that adds up to `annual` over a year of `periods` periods. */
export function ratePerPeriod(annual: number, periods = 12): number {
  if (!(annual > -1)) throw new RangeError(`no discount rate: ${annual}`);
  return Math.expm1(Math.log1p(annual) / periods);
}

/** Does `valuing` in one go. */
export function lifetimeValues(
  model: RepeatModel,
  spend: SpendModel,
  histories: Histories,
  meanSpend: ArrayLike<number>,
  terms: ValueTerms,
  watch: Watch = {}
): LifetimeValues {
  return finish(valuing(model, spend, histories, meanSpend, terms), watch);
}

/**
 * Expected value from now on: margin × expected money per purchase × Σ over the periods of expected purchases,
 * discounted. `meanSpend` is each customer's mean repeat purchase, in the order of `histories.of` (any value where
 * there is none). The intervals say how well the expectation is known (both models' parameters, delta method,
 * symmetric on the logarithm), not how much one customer's fate varies around it. Source: P. Fader and B. Hardie,
 * "A Note on Estimating CLV" in their notes; the sum as in C. Davidson-Pilon's lifetimes, `_customer_lifetime_value`.
 */
export function* valuing(
  model: RepeatModel,
  spend: SpendModel,
  histories: Histories,
  meanSpend: ArrayLike<number>,
  terms: ValueTerms
): LongWork<LifetimeValues> {
  check(terms);
  const living = livingGroups(histories);
  const discounted = (predictor: Predictor): Float64Array => {
    const perGroup = overGroups(living, discountedIfAlive(predictor, terms));
    return living.of.reduce((list, group, at) => {
      const alive = predictor.alive(histories.x[at] as number, histories.recency[at] as number, histories.age[at] as number);
      list[at] = alive * (perGroup[group] as number);
      return list;
    }, new Float64Array(histories.size));
  };
  const around = yield* evaluatedAround(model, discounted);
  const customers = histories.of.length;
  const xOf = (customer: number) => histories.x[histories.of[customer] as number] as number;
  const spendAt = (logs: readonly number[]) =>
    new Float64Array(customers).map((_, customer) => expectedSpend(spend, xOf(customer), meanSpend[customer] as number, logs));
  const money = spendAt(spend.logs);
  const purchases = new Float64Array(customers).map((_, customer) => around.centre[histories.of[customer] as number] as number);
  const sum = (counts: (customer: number) => number, prices: Float64Array) =>
    prices.reduce((all, price, customer) => all + price * counts(customer), 0) * terms.margin;
  const [up, down]: [number[], number[]] = [[], []];
  for (const [more, less] of around.pairs) {
    up.push(sum((customer) => more[histories.of[customer] as number] as number, money));
    down.push(sum((customer) => less[histories.of[customer] as number] as number, money));
  }
  // On the logarithm the errors of both models add: ln value = ln purchases + ln money.
  const ofPurchases = varianceAround(around.pairs, histories.size, 'log');
  const variance = new Float64Array(customers).map((_, customer) => ofPurchases[histories.of[customer] as number] as number);
  for (const pair of pairsAround(spend)) {
    const [more, less] = [spendAt(pair[0]), spendAt(pair[1])];
    const ofMoney = varianceAround([[more, less]], customers, 'log');
    for (let at = 0; at < customers; at++) variance[at] = (variance[at] as number) + (ofMoney[at] as number);
    up.push(sum((customer) => purchases[customer] as number, more));
    down.push(sum((customer) => purchases[customer] as number, less));
    yield { stage: 'intervals', done: 1 };
  }
  const total = Float64Array.of(sum((customer) => purchases[customer] as number, money));
  const ofTotal = varianceAround(
    up.map((value, at) => [[value], [down[at] ?? value]] as const),
    1,
    'log'
  );
  return {
    value: withinVariance(
      purchases.map((count, customer) => count * (money[customer] as number) * terms.margin),
      variance,
      'log'
    ),
    purchases,
    spend: money,
    total: estimateAt(withinVariance(total, ofTotal, 'log'), 0)
  };
}

/** Gives the expected purchases of all periods, discounted, of somebody who is still a customer. */
export function discountedIfAlive(
  predictor: Predictor,
  { periods, period, discount, timing }: ValueTerms
): (x: number, age: number) => number {
  const shift = timing === 'end' ? 0 : timing === 'middle' ? 0.5 : 1;
  return (x, age) => {
    let sum = 0;
    let before = 0;
    for (let at = 1; at <= periods; at++) {
      const until = predictor.expectedIfAlive(x, age, at * period);
      sum += Math.max(0, until - before) / (1 + discount) ** (at - shift);
      before = until;
    }
    return sum;
  };
}

function check({ periods, period, discount, margin }: ValueTerms): void {
  if (!(Number.isInteger(periods) && periods > 0 && period > 0 && period < Infinity))
    throw new RangeError(`the horizon must be whole periods of some length, not ${periods} of ${period}`);
  if (!(discount > -1 && discount < Infinity)) throw new RangeError(`no discount rate per period: ${discount}`);
  if (!(margin >= 0 && margin < Infinity)) throw new RangeError(`no margin: ${margin}`);
}
