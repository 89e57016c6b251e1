import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changePoints } from './change-points.ts';
import { concentrationOf, topShare } from './concentration.ts';
import { eventWithin } from './conditional-survival.ts';
import { kMeans, silhouette, standardisedPoints } from './k-means.ts';
import { logRank } from './log-rank.ts';
import { exponentialDraw, normalDraw, uniformFrom } from './random.ts';
import { kaplanMeier, type TimeCount } from './survival.ts';

describe('k-means', () => {
  const uniform = uniformFrom(2);
  const cloud = (x: number, y: number, n: number) =>
    Array.from({ length: n }, () => [x + normalDraw(uniform) * 0.1, y + normalDraw(uniform) * 0.1] as const);
  const rows = [...cloud(0, 0, 40), ...cloud(5, 0, 30), ...cloud(0, 9, 20)];
  const points = standardisedPoints([rows.map(([x]) => x), rows.map(([, y]) => y)]);

  test('finds three clouds, the same for the same seed', () => {
    const found = kMeans(points, 3, { seed: 1 });
    expect(found.sizes.toSorted((a, b) => b - a)).toEqual([40, 30, 20]);
    expect(new Set(found.of.slice(0, 40)).size).toBe(1);
    expect(silhouette(points, found.of)).toBeGreaterThan(0.9);
    expect(kMeans(points, 3, { seed: 1 })).toEqual(found);
  });

  test('more groups never cost more, and nobody is lost', () => {
    const inertia = [1, 2, 3, 4, 5].map((k) => kMeans(points, k, { seed: 3 }));
    inertia.forEach((found, at) => {
      expect(found.sizes.reduce((sum, size) => sum + size, 0)).toBe(rows.length);
      if (at > 0) expect(found.inertia).toBeLessThan(inertia[at - 1]?.inertia ?? NaN);
    });
  });

  test('copes with fewer points than groups, points alike, no points, and many', () => {
    expect(kMeans(standardisedPoints([[1, 1, 1]]), 2, { seed: 1 })).toMatchObject({ sizes: [3], inertia: 0 });
    expect(kMeans(standardisedPoints([[1, 2]]), 5, { seed: 1 }).sizes).toEqual([1, 1]);
    expect(kMeans(standardisedPoints([[]]), 2, { seed: 1 })).toMatchObject({ sizes: [], inertia: 0 });
    expect(silhouette(points, new Int32Array(rows.length))).toBeNull();
    expect(() => kMeans(points, 0, { seed: 1 })).toThrow('0');
    const many = standardisedPoints([Array.from({ length: 90_000 }, (_, at) => (at % 2) * 10 + uniform())]);
    const found = kMeans(many, 2, { seed: 1, starts: 2 });
    expect(found.sizes).toEqual([45_000, 45_000]);
    expect(silhouette(many, found.of, 500)).toBeGreaterThan(0.9);
  });
});

describe('concentration', () => {
  test('by hand', () => {
    expect(concentrationOf([1, 1, 1, 1])?.gini).toBeCloseTo(0, 12);
    expect(concentrationOf([0, 0, 0, 4])?.gini).toBeCloseTo(0.75, 12);
    expect(concentrationOf([4, 3, 2, 1], 5)?.curve.map(({ money }) => money)).toEqual([0, 0.4, 0.7, 0.9, 1]);
    expect(topShare([4, 3, 2, 1], 0.5)).toBeCloseTo(0.7, 12);
    expect(concentrationOf([-1, 0])).toBeNull();
    expect(concentrationOf([-1, 3])).toMatchObject({ negative: 1, total: 3 });
  });

  test('Gini lies within 0 to 1 and does not change with the currency; the curve rises above the diagonal', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 }), (values) => {
        const found = concentrationOf(values, 11);
        if (!found) return;
        expect(found.gini).toBeGreaterThanOrEqual(0);
        expect(found.gini).toBeLessThan(1);
        expect(concentrationOf(values.map((value) => value * 7))?.gini).toBeCloseTo(found.gini, 9);
        for (const { customers, money } of found.curve) expect(money).toBeGreaterThanOrEqual(customers - 1e-9);
        expect([found.curve[0], found.curve.at(-1)]).toEqual([
          { customers: 0, money: 0 },
          { customers: 1, money: 1 }
        ]);
      }),
      { seed: 17 }
    );
  });
});

describe('change points', () => {
  const noise = (seed: number) => {
    const uniform = uniformFrom(seed);
    return () => normalDraw(uniform);
  };

  test('two steps are found where they are', () => {
    const z = noise(5);
    const series = Array.from({ length: 60 }, (_, at) => (at < 20 ? 100 : at < 45 ? 106 : 97) + z());
    expect(changePoints(series).map(({ from, to }) => [from, to])).toEqual([
      [0, 20],
      [20, 45],
      [45, 60]
    ]);
  });

  test('noise alone raises few alarms', () => {
    let alarms = 0;
    for (let seed = 0; seed < 300; seed++) {
      const z = noise(seed);
      if (changePoints(Array.from({ length: 36 }, () => 50 + 8 * z())).length > 1) alarms++;
    }
    expect(alarms / 300).toBeLessThan(0.1);
  });

  test('stretches cover the series, and their means are those of their members', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 40 }), (series) => {
        const stretches = changePoints(series);
        expect(stretches.reduce((end, { from, to }) => (from === end ? to : NaN), 0)).toBe(series.length);
        for (const { from, to, mean } of stretches) {
          const own = series.slice(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
          expect(Math.abs(mean - own)).toBeLessThan(1e-6);
        }
      }),
      { seed: 18 }
    );
    expect(changePoints([7, 7, 7, 7, 7, 7])).toEqual([{ from: 0, to: 6, mean: 7 }]);
    expect(changePoints([1, 1, 1, 1, 5, 5, 5, 5]).map(({ to }) => to)).toEqual([4, 8]);
    expect(() => changePoints([1, NaN])).toThrow('place 1');
  });
});

describe('times to an event', () => {
  const uniform = uniformFrom(40);
  const draws = (rate: number, n: number): TimeCount[] =>
    Array.from({ length: n }, () => {
      const [event, end] = [exponentialDraw(uniform) / rate, 10 * uniform()];
      return { time: Math.min(event, end), events: event <= end ? 1 : 0, censored: event <= end ? 0 : 1 };
    });

  test('groups alike are told apart in about one run of twenty, others nearly always', () => {
    let [alike, apart] = [0, 0];
    for (let run = 0; run < 400; run++) {
      if ((logRank([draws(0.2, 60), draws(0.2, 80), draws(0.2, 40)])?.p ?? 1) < 0.05) alike++;
      if ((logRank([draws(0.2, 150), draws(0.5, 150)])?.p ?? 1) < 0.05) apart++;
    }
    expect(alike / 400).toBeGreaterThan(0.02);
    expect(alike / 400).toBeLessThan(0.08);
    expect(apart / 400).toBeGreaterThan(0.97);
  });

  test('says nothing without two groups or without events', () => {
    expect(logRank([draws(1, 5)])).toBeNull();
    expect(logRank([draws(1, 5), []])).toBeNull();
    expect(logRank([[{ time: 1, events: 0, censored: 3 }], [{ time: 2, events: 0, censored: 4 }]])).toBeNull();
  });

  test('the chance within the next while is 1 − S(u + t) / S(u), held by its interval in 93% to 97% of runs', () => {
    const runs = 500;
    let hits = 0;
    const truth = 1 - Math.exp(-0.4);
    for (let run = 0; run < runs; run++) {
      const found = eventWithin(kaplanMeier(draws(0.2, 300)), 1, 2);
      if (found && found.low <= truth && truth <= found.high) hits++;
    }
    expect(hits / runs).toBeGreaterThanOrEqual(0.93);
    expect(hits / runs).toBeLessThanOrEqual(0.97);
    const curve = kaplanMeier([
      { time: 1, events: 2, censored: 0 },
      { time: 3, events: 1, censored: 1 },
      { time: 9, events: 0, censored: 4 }
    ]);
    expect(eventWithin(curve, 1, 4)?.value).toBeCloseTo(1 / 6, 12);
    expect(eventWithin(curve, 4, 2)).toEqual({ value: 0, low: 0, high: 1 });
    expect(eventWithin(curve, 4, 20)).toBeNull();
    expect(eventWithin(kaplanMeier([]), 0, 1)).toBeNull();
  });
});
