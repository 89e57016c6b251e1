import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaGeometricPredictor } from './beta-geometric-predictor.ts';
import { forecastRows, forecastTotal, timeToNext } from './forecast.ts';
import { uniqueHistories } from './histories.ts';
import { knownModel, predictorOf, type RepeatKind } from './repeat-model.ts';

const wide = (low: number, high: number) => fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const anyModel = fc
  .record({
    kind: fc.constantFrom<RepeatKind[]>('mbg-nbd', 'bg-nbd', 'pareto-nbd', 'nbd'),
    r: wide(0.01, 100),
    alpha: wide(0.01, 1000),
    third: wide(1e-4, 1000),
    fourth: wide(0.01, 1000)
  })
  .map(({ kind, r, alpha, third, fourth }) => knownModel(kind, kind === 'nbd' ? [r, alpha] : [r, alpha, third, fourth]));
const anyHistory = fc
  .record({ x: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(300)), share: fc.double({ min: 0, max: 1, noNaN: true }), age: fc.nat(1500) })
  .map(({ x, share, age }) => ({ x, recency: x === 0 ? 0 : Math.round(share * age), age }));

describe('whatever the parameters and the history', () => {
  test('chances lie within 0 to 1, counts are finite and consistent, more time brings more', () => {
    fc.assert(
      fc.property(anyModel, anyHistory, fc.constantFrom(0.5, 7, 30, 365), (model, history, t) => {
        const predictor = predictorOf(model);
        const { x, recency, age } = history;
        const alive = predictor.alive(x, recency, age);
        const [buys, later] = [t, 2 * t].map((time) => predictor.buysIfAlive(x, age, time));
        const [expected, more] = [t, 2 * t].map((time) => predictor.expectedIfAlive(x, age, time));
        const pairs = predictor.pairsIfAlive(x, age, t);
        if (buys === undefined || later === undefined || expected === undefined || more === undefined) throw new Error('nothing said');
        for (const chance of [alive, buys, later]) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
        expect(later).toBeGreaterThanOrEqual(buys * (1 - 1e-9));
        expect(more).toBeGreaterThanOrEqual(expected * (1 - 1e-9));
        expect(more).toBeLessThan(Infinity);
        // Who buys at least once buys at least one; nobody buys faster than the rate.
        expect(expected).toBeGreaterThanOrEqual(buys * (1 - 1e-7));
        const rate = predictorOf(knownModel('nbd', [Math.exp(model.logs[0] ?? 0), Math.exp(model.logs[1] ?? 0)]));
        expect(expected).toBeLessThanOrEqual(rate.expectedIfAlive(x, age, t) * (1 + 1e-7));
        // The variance of a count cannot be below that of the nearest two whole numbers; here: not negative.
        expect(pairs + expected - expected ** 2).toBeGreaterThanOrEqual(-1e-6 * (1 + expected ** 2));
      }),
      { numRuns: 300, seed: 11 }
    );
  });

  test('longer silence never raises the chance of being a customer', () => {
    fc.assert(
      fc.property(anyModel, anyHistory, fc.nat(300), (model, { x, recency, age }, more) => {
        const predictor = predictorOf(model);
        expect(predictor.alive(x, recency, age + more)).toBeLessThanOrEqual(predictor.alive(x, recency, age) + 1e-9);
      }),
      { numRuns: 300, seed: 12 }
    );
  });

  test('the time to the next purchase brings the chance it was asked for, or is not given', () => {
    fc.assert(
      fc.property(anyModel, anyHistory, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (model, history, share) => {
        const t = timeToNext(model, history, share);
        if (t === null || t > 1e9) return;
        const buys =
          predictorOf(model).alive(history.x, history.recency, history.age) * predictorOf(model).buysIfAlive(history.x, history.age, t);
        expect(buys).toBeCloseTo(share, 5);
      }),
      { numRuns: 200, seed: 13 }
    );
  });
});

test('expected purchases of BG/NBD and MBG/NBD equal ₂F₁ in sixty digits', () => {
  const rows = [
    ['mbg', 0.3884, 0.018648, 0.0061378, 2.785, 1, 0, 237.37],
    ['bg', 0.13481, 0.01459, 0.0066029, 5.5665, 0, 0, 418.57],
    ['mbg', 68.29, 0.01465, 0.0094462, 0.71901, 2, 0, 225.56],
    ['mbg', 90.405, 0.082368, 0.69014, 0.33136, 1, 1, 114.68],
    ['bg', 0.020295, 0.02115, 5.0629, 12.34, 0, 1, 287.84],
    ['bg', 59.374, 0.26051, 1.9143, 5.5681, 0, 10, 931.41]
  ] as const;
  const wanted = [16863.539439248, 3686.4743528681, 968785.90643947, 88.516237321552, 0.32717265757458, 7.0767157987056];
  rows.forEach(([rule, r, alpha, a, b, x, age, t], at) => {
    const value = betaGeometricPredictor({ r, alpha, a, b }, rule).expectedIfAlive(x, age, t);
    expect(Math.abs(value / (wanted[at] ?? NaN) - 1), `row ${at}: ${value}`).toBeLessThan(1e-9);
  });
});

test('moments and chances agree with the stories they come from', () => {
  // A rate of 2 per unit that is nearly certain, and a chance of leaving of one half: purchases end with the first loss.
  const sharp = knownModel('mbg-nbd', [1e6, 5e5, 1e5, 1e5]);
  const predictor = predictorOf(sharp);
  expect(predictor.expectedIfAlive(0, 0, 1)).toBeCloseTo((1 - Math.exp(-1)) / 0.5, 4);
  expect(predictor.buysIfAlive(0, 0, 1)).toBeCloseTo(1 - Math.exp(-2), 4);
  expect(predictor.pairsIfAlive(0, 0, 1)).toBeCloseTo((2 * 0.5 * (1 - Math.exp(-1) * 2)) / 0.25, 3);
  expect(predictor.alive(0, 0, 0)).toBeCloseTo(0.5, 6);
  const leaving = predictorOf(knownModel('pareto-nbd', [1e6, 5e5, 1e5, 1e5]));
  expect(leaving.expectedIfAlive(0, 0, 1)).toBeCloseTo(2 * (1 - Math.exp(-1)), 4);
  expect(leaving.buysIfAlive(0, 0, 1)).toBeCloseTo((2 / 3) * (1 - Math.exp(-3)), 4);
  expect(leaving.pairsIfAlive(0, 0, 1)).toBeCloseTo(2 * 4 * (1 - 2 * Math.exp(-1)), 3);
});

test('a total holds the sum, and more of its spread comes from chance when parameters are known', () => {
  const model = knownModel('mbg-nbd', [0.525, 6.18, 0.891, 1.614]);
  const rows = [
    { x: 0, recency: 0, age: 38 },
    { x: 3, recency: 30, age: 38 }
  ];
  const histories = uniqueHistories({ x: [0, 3], recency: [0, 30], age: [38, 38], weight: [100, 10] });
  const { expected } = forecastRows(model, rows, 39);
  const total = forecastTotal(model, histories, 39);
  expect(total.value).toBeCloseTo(100 * (expected.value[0] ?? 0) + 10 * (expected.value[1] ?? 0), 9);
  expect(total.parameterError).toBe(0);
  expect(total.chance).toBeGreaterThan(0);
  expect(forecastTotal(model, histories, 39, [0, 0])).toMatchObject({ value: 0, low: 0, high: 0 });
  expect(() => forecastTotal(model, histories, -1)).toThrow('-1');
});
