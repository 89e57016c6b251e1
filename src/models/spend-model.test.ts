import { describe, expect, test } from 'vitest';
import { simulatedCustomers } from '../../test/golden/simulated-customers.ts';
import { fitRepeatModel } from './fit-repeat-model.ts';
import { uniqueHistories } from './histories.ts';
import { lifetimeValues, ratePerPeriod, type ValueTerms } from './lifetime-value.ts';
import { expectedSpend, fitSpendModel, spendVariation } from './spend-model.ts';

const TRUTH = { r: 0.8, alpha: 8, a: 0.9, b: 2.5 };
const PLAN = { customers: 3000, window: 52, entry: 26, seed: 21, isWhole: false };
const TERMS: ValueTerms = { periods: 12, period: 52 / 12, discount: 0.01, margin: 0.4, timing: 'end' };

describe('what a purchase is worth', () => {
  test('known parameters come back, in any currency', () => {
    const { x, spend } = simulatedCustomers(TRUTH, { ...PLAN, customers: 30_000 });
    for (const unit of [1, 1e-3, 1e6]) {
      const model = fitSpendModel(
        x,
        spend.map((money) => money * unit)
      );
      const truth = { p: 6, q: 4, gamma: 15 * unit, mean: NaN };
      for (const { name, value, standardError } of model?.parameters ?? [])
        expect(Math.abs(value - truth[name]), name).toBeLessThan(3.5 * (standardError ?? NaN));
      expect(Math.abs((model?.populationMean ?? NaN) / (30 * unit) - 1)).toBeLessThan(0.03);
      expect(Math.abs(model?.correlation ?? NaN)).toBeLessThan(0.05);
    }
  });

  test('95% intervals of the parameters hold the truth in 93% to 97% of runs', () => {
    const runs = 400;
    const truth = { p: 6, q: 4, gamma: 15, mean: NaN };
    const hits = { p: 0, q: 0, gamma: 0, mean: 0 };
    for (let run = 0; run < runs; run++) {
      const rows = simulatedCustomers(TRUTH, { ...PLAN, customers: 2500, seed: 300 + run });
      for (const { name, low, high } of fitSpendModel(rows.x, rows.spend)?.parameters ?? [])
        if ((low ?? NaN) <= truth[name] && truth[name] <= (high ?? NaN)) hits[name]++;
    }
    for (const name of ['p', 'q', 'gamma'] as const) {
      expect(hits[name] / runs, name).toBeGreaterThanOrEqual(0.93);
      expect(hits[name] / runs, name).toBeLessThanOrEqual(0.97);
    }
  });

  test('somebody between all others and the own history', () => {
    const { x: counts, spend } = simulatedCustomers(TRUTH, PLAN);
    const model = fitSpendModel(counts, spend);
    if (!model) throw new Error('no model');
    expect(expectedSpend(model, 0, 0)).toBeCloseTo(model.populationMean, 9);
    const own = [1, 5, 50].map((x) => expectedSpend(model, x, 100));
    expect(own).toEqual(own.toSorted((one, other) => one - other));
    expect(own[2]).toBeLessThan(100);
    expect(expectedSpend(model, 3, NaN)).toBeCloseTo(model.populationMean, 9);
  });

  test('what is known of a customer leaves less to chance, and a tail without a variance is held', () => {
    const model = { kind: 'gamma-gamma', logs: [6, 4, 15].map(Math.log), variation: null } as const;
    // By hand: ν from Gamma(4, 15), so Var(p / ν) = E(p / ν)² / 2 and E(p / ν²) = E(p / ν)² · 3 / (6 · 2).
    expect(spendVariation(model, 0).within).toBeCloseTo(0.25, 12);
    expect(spendVariation(model, 0).between).toBeCloseTo(0.5, 12);
    expect(spendVariation(model, 10).between).toBeCloseTo(1 / 62, 12);
    expect(spendVariation({ ...model, logs: [6, 1.6, 15].map(Math.log) }, 0)).toMatchObject({ between: 4 });
    const [one, other] = [fitSpendModel([1, 1], [10, 30]), fitSpendModel([4, 4], [10, 30])];
    expect(one?.variation).toBeCloseTo(0.5, 12);
    expect(other?.variation).toBeCloseTo(2, 12);
  });

  test('without enough, without spread, without a mean: the mean of all, and why', () => {
    expect(fitSpendModel([1, 2], [10, 40])).toMatchObject({ kind: 'same-mean', notes: ['few-repeaters'], customers: 2 });
    expect(fitSpendModel([1, 2], [10, 40])?.populationMean).toBeCloseTo(30, 12);
    const many = Array.from({ length: 80 }, (_, at) => 1 + (at % 3));
    expect(
      fitSpendModel(
        many,
        many.map(() => 25)
      )
    ).toMatchObject({ kind: 'same-mean', notes: ['alike'], correlation: null });
    const noise = many.map((_, at) => Math.exp(((at * 7) % 80) / 3 - 5));
    expect(fitSpendModel(many, noise)).toMatchObject({ kind: 'same-mean', notes: ['alike'] });
    const wild = many.map((_, at) => 10 * ((at + 0.5) / 80) ** -1.5);
    expect(
      fitSpendModel(
        many.map(() => 9),
        wild
      )
    ).toMatchObject({ kind: 'same-mean', notes: ['no-finite-mean'] });
    expect(fitSpendModel([0, 1], [0, -5])).toBeNull();
  });
});

describe('what customers are worth', () => {
  const rows = simulatedCustomers(TRUTH, PLAN);
  const histories = uniqueHistories(rows);
  const fit = fitRepeatModel(histories);
  const spend = fitSpendModel(rows.x, rows.spend);
  const worth = (terms: Partial<ValueTerms> = {}) => {
    if (!fit.isFitted || !spend) throw new Error('not fitted');
    return lifetimeValues(fit.model, spend, histories, rows.spend, { ...TERMS, ...terms });
  };

  test('no value is negative, lies outside its interval, or is not finite; the total is their sum', () => {
    const { value, total } = worth();
    value.value.forEach((one, at) => {
      expect(one).toBeGreaterThanOrEqual(0);
      expect(value.low[at]).toBeLessThanOrEqual(one);
      expect(value.high[at]).toBeGreaterThanOrEqual(one);
      expect(Number.isFinite(value.high[at])).toBe(true);
    });
    expect(total.value).toBeCloseTo(
      value.value.reduce((sum, one) => sum + one, 0),
      6
    );
    expect(total.low).toBeLessThan(total.value);
    expect(total.high).toBeGreaterThan(total.value);
  });

  test('margin, discount, timing and horizon do what they say', () => {
    const base = worth().total.value;
    expect(worth({ margin: 0.8 }).total.value).toBeCloseTo(2 * base, 6);
    expect(worth({ margin: 0 }).total).toMatchObject({ value: 0, low: 0, high: 0 });
    expect(worth({ timing: 'start' }).total.value).toBeCloseTo(base * 1.01, 6);
    expect(worth({ timing: 'middle' }).total.value).toBeCloseTo(base * Math.sqrt(1.01), 6);
    expect(worth({ discount: 0 }).total.value).toBeGreaterThan(base);
    expect(worth({ periods: 24 }).total.value).toBeGreaterThan(base);
    expect(worth({ discount: 0, periods: 1, period: 52 }).total.value).toBeCloseTo(worth({ discount: 0 }).total.value, 6);
    expect(ratePerPeriod(0.126825030131969)).toBeCloseTo(0.01, 12);
  });

  test('refuses terms that mean nothing', () => {
    expect(() => worth({ periods: 0.5 })).toThrow('0.5');
    expect(() => worth({ discount: -1 })).toThrow('-1');
    expect(() => worth({ margin: NaN })).toThrow('NaN');
    expect(() => ratePerPeriod(-2)).toThrow('-2');
  });
});
