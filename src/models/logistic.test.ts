import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contributionsOf, fitLogistic, logisticChance, logisticEstimates, type Features, type LogisticModel } from './logistic.ts';
import { normalDraw, uniformFrom } from './random.ts';

function made(n: number, seed: number): { features: Features; outcome: number[]; chance: number[] } {
  const uniform = uniformFrom(seed);
  const a = Array.from({ length: n }, () => normalDraw(uniform) * 3 + 10);
  const b = Array.from({ length: n }, () => uniform());
  const chance = a.map((value, at) => 1 / (1 + Math.exp(-(-1 + 0.4 * (value - 10) - 1.5 * ((b[at] ?? 0) - 0.5)))));
  return { features: { a, b }, outcome: chance.map((p) => (uniform() < p ? 1 : 0)), chance };
}

function fitted(features: Features, outcome: readonly number[], ridge = 1): LogisticModel {
  const fit = fitLogistic(features, outcome, { ridge });
  if (!fit.isFitted) throw new Error('not fitted');
  return fit.model;
}

describe('logistic regression', () => {
  test('finds the coefficients that made the data, with intervals that hold them', () => {
    let [hits, runs] = [0, 0];
    for (let seed = 0; seed < 200; seed++) {
      const { features, outcome } = made(800, seed);
      for (const { name, perDeviation, deviation, standardError } of fitted(features, outcome, 1e-6).coefficients) {
        const truth = name === 'a' ? 0.4 : -1.5;
        runs++;
        if (Math.abs(perDeviation / deviation - truth) <= (1.96 * (standardError ?? NaN)) / deviation) hits++;
      }
    }
    expect(hits / runs).toBeGreaterThanOrEqual(0.93);
    expect(hits / runs).toBeLessThanOrEqual(0.97);
  });

  test('chances add up to the events, and their intervals hold them', () => {
    const { features, outcome, chance } = made(4000, 77);
    const model = fitted(features, outcome);
    const { value, low, high } = logisticEstimates(model, features);
    expect(value.reduce((sum, p) => sum + p, 0)).toBeCloseTo(model.events, 4);
    const inside = chance.filter((p, at) => p >= (low[at] ?? NaN) && p <= (high[at] ?? NaN)).length;
    expect(inside / chance.length).toBeGreaterThan(0.6);
    value.forEach((p, at) => expect(p >= (low[at] ?? NaN) && p <= (high[at] ?? NaN)).toBe(true));
  });

  test('contributions and intercept add up to the log-odds, strongest first', () => {
    const { features, outcome } = made(500, 3);
    const model = fitted(features, outcome);
    fc.assert(
      fc.property(fc.nat(499), (at) => {
        const parts = contributionsOf(model, features, at);
        const odds = parts.reduce((sum, { logOdds }) => sum + logOdds, model.intercept);
        expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(logisticChance(model, features)[at] ?? NaN, 10);
        expect(parts.map(({ name }) => name).sort()).toEqual(['a', 'b']);
        expect(Math.abs(parts[0]?.logOdds ?? 0)).toBeGreaterThanOrEqual(Math.abs(parts[1]?.logOdds ?? 0));
      }),
      { numRuns: 50, seed: 6 }
    );
  });

  test('stays finite where a feature separates the outcomes, does not vary, or repeats another', () => {
    const outcome = Array.from({ length: 100 }, (_, at) => (at < 50 ? 0 : 1));
    const line = outcome.map((_, at) => at);
    const model = fitted({ line, same: line.map((value) => value * 2), flat: line.map(() => 7) }, outcome);
    expect(model.isConverged).toBe(true);
    expect(model.coefficients.map(({ perDeviation }) => Number.isFinite(perDeviation))).toEqual([true, true, true]);
    expect(model.coefficients[2]).toMatchObject({ perDeviation: 0, standardError: null, oddsRatio: 1 });
    expect(model.coefficients[0]?.perDeviation).toBeCloseTo(model.coefficients[1]?.perDeviation ?? NaN, 6);
    for (const p of logisticChance(model, { line: [-1e9, 1e9], same: [-1e9, 1e9], flat: [7, 7] })) expect(p >= 0 && p <= 1).toBe(true);
  });

  test('says that there is too little of one outcome, and refuses what is no data', () => {
    expect(fitLogistic({ a: [1, 2, 3] }, [1, 0, 0])).toEqual({ isFitted: false, customers: 3, events: 1 });
    expect(() => fitLogistic({ a: [1, 2] }, [1, 0, 0])).toThrow('2 values for 3');
    expect(() => fitLogistic({ a: [1, NaN, 3] }, [1, 0, 0])).toThrow('not finite');
    expect(() => fitLogistic({ a: [1, 2, 3] }, [1, 0, 0.5])).toThrow('0.5');
    const { features, outcome } = made(300, 8);
    expect(() => logisticChance(fitted(features, outcome), { a: [1] })).toThrow('the feature b');
  });
});
