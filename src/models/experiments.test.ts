import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrap } from './bootstrap.ts';
import { holm, sampleRatio } from './experiment-checks.ts';
import { clopperPearson, wilson } from './intervals.ts';
import { covarianceOf, momentsOf, pearson, sortedQuantile } from './moments.ts';
import { comparePromoters, promoterScore } from './net-promoter.ts';
import { exponentialDraw, normalDraw, uniformFrom } from './random.ts';
import { powerOf, sampleSize, sampleSizeOfMeans, smallestRise } from './sample-size.ts';
import { compareProportions, fisherExact } from './two-proportions.ts';
import { compareMeans, cuped } from './welch.ts';

const anyCount = fc
  .record({ n: fc.integer({ min: 1, max: 5000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ n, share }) => ({ n, x: Math.round(share * n) }));

describe('two rates', () => {
  test('the difference lies in its interval, turns with the groups, and nothing is NaN', () => {
    fc.assert(
      fc.property(anyCount, anyCount, (first, second) => {
        const [there, back] = [compareProportions(first, second), compareProportions(second, first)];
        if (!there || !back) throw new Error('nothing said');
        expect(there.interval.low).toBeLessThanOrEqual(there.difference + 1e-12);
        expect(there.interval.high).toBeGreaterThanOrEqual(there.difference - 1e-12);
        expect(there.interval.low).toBeCloseTo(-back.interval.high, 9);
        expect(there.interval.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        for (const value of Object.values(there)) if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        if (there.p !== null) expect(there.pCorrected).toBeGreaterThanOrEqual(there.p - 1e-12);
        const p = fisherExact(first, second);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisherExact(second, first)).toBeCloseTo(p, 8);
      }),
      { numRuns: 100, seed: 14 }
    );
    expect(compareProportions({ x: 0, n: 0 }, { x: 1, n: 2 })).toBeNull();
    expect(() => compareProportions({ x: 3, n: 2 }, { x: 1, n: 2 })).toThrow('3');
  });

  test('the exact interval holds that of Wilson, mostly, and the rate, always', () => {
    fc.assert(
      fc.property(anyCount, ({ x, n }) => {
        const [exact, score] = [clopperPearson(x, n), wilson(x, n)];
        if (!exact || !score) throw new Error('no interval');
        expect(exact.low).toBeLessThanOrEqual(x / n);
        expect(exact.high).toBeGreaterThanOrEqual(x / n);
        expect(exact.high - exact.low).toBeGreaterThan((score.high - score.low) * 0.9);
      }),
      { seed: 15 }
    );
  });
});

describe('means', () => {
  test('by hand: 1, 2, 3 against 2, 4, 6, 8', () => {
    const found = compareMeans(momentsOf([1, 2, 3]), momentsOf([2, 4, 6, 8]));
    expect(found?.difference).toBe(-3);
    expect(found?.t).toBeCloseTo(-3 / Math.sqrt(1 / 3 + 20 / 3 / 4), 12);
    expect(found?.df).toBeCloseTo(2 ** 2 / ((1 / 3) ** 2 / 2 + (5 / 3) ** 2 / 3), 10);
    expect(compareMeans(momentsOf([1]), momentsOf([1, 2]))).toBeNull();
    expect(compareMeans(momentsOf([1, 1]), momentsOf([2, 2]))).toMatchObject({ difference: -1, t: null, p: null });
  });

  test('95% intervals of skewed means, plain, adjusted and by bootstrap, hold the truth in 93% to 97% of runs', () => {
    const uniform = uniformFrom(31);
    const runs = 400;
    const hits = { welch: 0, cuped: 0, bootstrap: 0 };
    let [plain, adjusted] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const arm = (more: number) => {
        const before = Array.from({ length: 150 }, () => exponentialDraw(uniform));
        return { before, outcome: before.map((value) => value + more + 0.5 * normalDraw(uniform)) };
      };
      const [treated, control] = [arm(0.3), arm(0)];
      const count = (name: keyof typeof hits, interval: { low: number; high: number } | null | undefined) => {
        if (interval && interval.low <= 0.3 && 0.3 <= interval.high) hits[name]++;
      };
      const whole = compareMeans(momentsOf(treated.outcome), momentsOf(control.outcome));
      const better = cuped(treated, control);
      count('welch', whole?.interval);
      count('cuped', better.compared?.interval);
      const difference = (one: Float64Array = Float64Array.of(), other: Float64Array = Float64Array.of()) =>
        one.reduce((sum, value) => sum + value, 0) / one.length - other.reduce((sum, value) => sum + value, 0) / other.length;
      count('bootstrap', bootstrap([treated.outcome, control.outcome], difference, { seed: run, rounds: 600 }));
      plain += (whole?.interval.high ?? 0) - (whole?.interval.low ?? 0);
      adjusted += (better.compared?.interval.high ?? 0) - (better.compared?.interval.low ?? 0);
    }
    for (const [name, hit] of Object.entries(hits)) {
      expect(hit / runs, name).toBeGreaterThanOrEqual(0.93);
      expect(hit / runs, name).toBeLessThanOrEqual(0.97);
    }
    expect(adjusted / plain).toBeLessThan(0.6);
  });

  test('an earlier value that never varies, or says nothing, changes nothing', () => {
    const flat = cuped({ outcome: [1, 2, 3], before: [5, 5, 5] }, { outcome: [2, 3, 5], before: [5, 5, 5] });
    expect(flat).toMatchObject({ theta: 0, varianceCut: 0 });
    expect(flat.compared).toEqual(compareMeans(momentsOf([1, 2, 3]), momentsOf([2, 3, 5])));
  });

  test('the same seed gives the same bootstrap, and too little gives none', () => {
    const mean = (list: Float64Array = Float64Array.of()) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const list = [1, 2, 9, 14, 3.5, 6.25, 8, 11];
    const once = bootstrap([list], mean, { seed: 3, rounds: 200 });
    expect(bootstrap([list], mean, { seed: 3, rounds: 200 })).toEqual(once);
    expect(bootstrap([list], mean, { seed: 4, rounds: 200 })).not.toEqual(once);
    expect(bootstrap([[]], mean, { seed: 3 })).toBeNull();
    expect(bootstrap([[1, 2]], () => NaN, { seed: 3 })).toBeNull();
  });
});

describe('plans and checks', () => {
  test('size, power and the smallest rise undo each other', () => {
    const rate = fc.double({ min: 0.01, max: 0.6, noNaN: true });
    fc.assert(
      fc.property(rate, fc.double({ min: 0.01, max: 0.3, noNaN: true }), fc.constantFrom(0.8, 0.9), (p1, rise, power) => {
        const n = sampleSize({ p1, p2: p1 + rise, power });
        expect(powerOf({ p1, p2: p1 + rise, n })).toBeCloseTo(power, 9);
        expect(smallestRise(p1, n, { power })).toBeCloseTo(rise, 6);
      }),
      { seed: 16 }
    );
    expect(smallestRise(0.5, 3)).toBeNull();
    expect(() => sampleSize({ p1: 0.1, p2: 0.1 })).toThrow('0.1');
    expect(sampleSizeOfMeans(0.5, 1)).toBeCloseTo(62.79, 2);
    expect(() => sampleSizeOfMeans(0, 1)).toThrow('0');
  });

  test('groups as planned raise no alarm, others do', () => {
    expect(sampleRatio([5000, 5000])).toMatchObject({ chiSquare: 0, p: 1, isBroken: false });
    expect(sampleRatio([5000, 5400])).toMatchObject({ isBroken: true });
    expect(sampleRatio([9000, 1000], [0.9, 0.1])?.isBroken).toBe(false);
    expect(sampleRatio([10])).toBeNull();
    expect(sampleRatio([0, 0])).toBeNull();
    expect(() => sampleRatio([1, 2], [1, 0])).toThrow('0');
  });

  test('Holm, by hand', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.6, 0.7])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  test('net promoters', () => {
    expect(promoterScore({ promoters: 0, passives: 0, detractors: 0 })).toBeNull();
    expect(promoterScore({ promoters: 0, passives: 0, detractors: 4 })).toMatchObject({ score: -100, interval: { low: -100, high: -100 } });
    const one = { promoters: 3, passives: 0, detractors: 0 };
    expect(comparePromoters(one, one)).toMatchObject({ difference: 0, z: null, p: null });
  });
});

test('moments, covariance and quantiles by hand', () => {
  expect(momentsOf([2, 4, 6])).toEqual({ n: 3, mean: 4, variance: 4 });
  expect(momentsOf([])).toEqual({ n: 0, mean: 0, variance: 0 });
  expect(covarianceOf([1, 2, 3], [2, 4, 9])).toBeCloseTo(3.5, 12);
  expect(pearson([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
  expect(pearson([1, 2, 3], [5, 5, 5])).toBeNull();
  expect([0, 0.25, 0.5, 1].map((p) => sortedQuantile([1, 2, 3, 10], p))).toEqual([1, 1.75, 2.5, 10]);
  expect(sortedQuantile([], 0.5)).toBeNull();
});
