import { describe, expect, test } from 'vitest';
import { aucDifference } from './churn-comparison.ts';
import { chancesOf, FEATURES, plainFormula, scoresOf, standingOf } from './churn-formula.ts';
import { recalibrated } from './churn-learning.ts';
import { churnRanking } from './churn-ranking.ts';
import { finish } from './long-work.ts';
import { exponentialDraw, uniformFrom } from './random.ts';
import { auc } from './ranking.ts';

/** Customers whose silence, or whose basket, decides who stays away. */
function columns(seed: number, customers: number, decidedBy: 'silence' | 'basket') {
  const uniform = uniformFrom(seed);
  const rows = Array.from({ length: customers }, () => {
    const age = 30 + Math.floor(uniform() * 300);
    const x = Math.floor(uniform() * 5);
    const recency = x === 0 ? 0 : Math.floor(uniform() * age);
    const [silence, basket] = [Math.log1p(age - recency), 4 * uniform()];
    const risk = decidedBy === 'silence' ? silence - 4.5 : 2 - basket;
    return { x, age, recency, silence, basket, away: uniform() < 1 / (1 + Math.exp(-2 * risk)) ? 1 : 0 };
  });
  const zeros = Object.fromEntries(FEATURES.map((name) => [name, new Float64Array(customers)]));
  const of = (name: 'x' | 'age' | 'recency' | 'silence' | 'basket' | 'away') => Float64Array.from(rows, (row) => row[name]);
  return {
    ...zeros,
    x: of('x'),
    age: of('age'),
    recency: of('recency'),
    silence: of('silence'),
    basket: of('basket'),
    lateness: of('silence'),
    away: of('away')
  };
}

const judge = (by: 'silence' | 'basket', customers = 1500) =>
  finish(
    churnRanking(
      {
        now: columns(1, customers, by),
        latest: columns(2, customers, by),
        earlier: columns(3, customers, by),
        earliest: columns(4, customers, by)
      },
      { horizon: 60 }
    )
  ).report;

describe('which ranking is chosen', () => {
  test('plain silence where silence decides, also when others see it too', () => {
    expect(judge('silence')).toMatchObject({ isJudged: true, chosen: 'silence', isTelling: true });
  });

  test('the logistic model where something else decides', () => {
    const report = judge('basket');
    if (!report.isJudged) throw new Error(report.reason);
    expect(report.chosen).toBe('logistic');
    expect(report.tests[0]?.rankings.find(({ ranking }) => ranking === 'logistic')?.againstSilence?.low).toBeGreaterThan(0.1);
    expect(report.formulas.find(({ now }) => now.ranking === 'logistic')?.now.weights.basket.weight).toBeGreaterThan(0);
    expect(
      report.formulas.every(({ now }) => Object.values(now).every((value) => typeof value !== 'number' || Number.isFinite(value)))
    ).toBe(true);
  });

  test('none, and no error, with nobody or with one outcome only', () => {
    expect(judge('silence', 0)).toEqual({ isJudged: false, reason: 'no-past', customers: 0, away: 0 });
    const all = { ...columns(5, 100, 'silence'), away: new Float64Array(100).fill(1) };
    const { report } = finish(churnRanking({ now: all, latest: all, earlier: all, earliest: all }, { horizon: 60 }));
    expect(report).toEqual({ isJudged: false, reason: 'few-outcomes', customers: 100, away: 100 });
  });
});

test('the difference of two areas is that of the areas, and a ranking is no better than itself', () => {
  const { silence, basket, away } = columns(7, 400, 'silence');
  const gain = aucDifference(silence, basket, away);
  const area = (scores: Float64Array) => auc({ scores, outcomes: away })?.value ?? NaN;
  expect(gain?.value).toBeCloseTo(area(silence) - area(basket), 10);
  expect(gain?.low).toBeGreaterThan(0);
  expect(aucDifference(silence, silence, away)).toEqual({ value: 0, low: 0, high: 0 });
  expect(aucDifference(silence, silence, new Float64Array(400))).toBeNull();
});

test('a higher score never means a smaller chance, whatever was learnt', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const uniform = uniformFrom(seed);
    const scores = Float64Array.from({ length: 300 }, () => -6 * uniform());
    // Chances that rise, fall, or turn round.
    const away = scores.map((score) => {
      const share = [0.5, 1 / (1 + Math.exp(score + 3)), Math.abs(score + 3) / 3][seed % 3] ?? 0;
      return uniform() < share ? 1 : 0;
    });
    const formula = finish(recalibrated(plainFormula('silence'), scores, away));
    if (!formula) continue;
    const chances = chancesOf(
      formula,
      Float64Array.from({ length: 200 }, (_, at) => -8 + at / 20)
    );
    chances.forEach((chance, at) => {
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
      if (at > 0) expect(chance).toBeGreaterThanOrEqual((chances[at - 1] ?? 0) - 1e-12);
    });
  }
});

test('the chance by MBG/NBD is that of its formula, and stays within 0 to 1 at the edges', () => {
  const repeat = { r: 0.525, alpha: 43.28, a: 0.891, b: 1.614 };
  const one = columns(1, 1, 'silence');
  const edge = (x: number, recency: number, age: number, horizon: number) => {
    const standing = {
      customers: 1,
      x: Float64Array.of(x),
      recency: Float64Array.of(recency),
      age: Float64Array.of(age),
      features: one as never,
      away: one.away
    };
    const formula = plainFormula('repeat-model', repeat);
    return chancesOf(formula, scoresOf(formula, standing, horizon))[0] ?? NaN;
  };
  const alive = 1 / (1 + (0.891 / 3.614) * ((43.28 + 272) / (43.28 + 213)) ** 2.525);
  expect(edge(2, 213, 272, 273)).toBeCloseTo(alive * (1 - ((43.28 + 272) / (43.28 + 272 + 273)) ** 2.525), 12);
  for (const chance of [edge(0, 0, 0, 1), edge(500, 1, 20_000, 1), edge(500, 20_000, 20_000, 700), edge(0, 0, 20_000, 1)]) {
    expect(chance).toBeGreaterThanOrEqual(0);
    expect(chance).toBeLessThanOrEqual(1);
  }
});

type Columns = Record<string, Float64Array>;

/** Customers who buy every week, or every three months, until they leave for good: as known `ago` horizons of 60 days before the end. */
function regularsAndRares(ago: number): Columns {
  const uniform = uniformFrom(11);
  const until = 600 - 60 * ago;
  const rows = Array.from({ length: 3000 }, () => {
    const [pace, stay, start] = [uniform() < 0.5 ? 7 : 90, 250 * exponentialDraw(uniform), Math.floor(uniform() * 500)];
    const days = [start];
    for (let day = start; day < Math.min(start + stay, 660); day += 1 + pace * exponentialDraw(uniform)) days.push(Math.floor(day));
    const known = days.filter((day) => day <= until);
    const last = Math.max(...known);
    const away = days.some((day) => day > until && day <= until + 60) ? 0 : 1;
    return { x: new Set(known).size - 1, recency: last - start, age: until - start, silence: Math.log1p(until - last), away };
  }).filter(({ age }) => age >= 0);
  const of = (name: keyof (typeof rows)[number]) => Float64Array.from(rows, (row) => row[name]);
  const zeros = Object.fromEntries(FEATURES.map((name) => [name, new Float64Array(rows.length)]));
  const own = { x: of('x'), recency: of('recency'), age: of('age'), away: of('away') };
  return { ...zeros, ...own, silence: of('silence'), times: own.x.map(Math.log1p), tenure: own.age.map(Math.log1p) };
}

test('silence tells more of those who used to buy often: the logistic model does not take many purchases for a promise', () => {
  const [now, latest, earlier, earliest] = [0, 1, 2, 3].map(regularsAndRares) as [Columns, Columns, Columns, Columns];
  const { report } = finish(churnRanking({ now, latest, earlier, earliest }, { horizon: 60 }));
  const formula = report.isJudged ? report.formulas.find(({ now: one }) => one.ranking === 'logistic')?.now : undefined;
  if (!formula) throw new Error('no formula');
  const chances = chancesOf(formula, scoresOf(formula, standingOf(now), 60));
  const [silence, x] = [now['silence'] ?? [], now['x'] ?? []];
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const silent = (isOften: boolean) =>
    mean([...chances].filter((_, at) => Math.abs(Math.expm1(silence[at] ?? 0) - 100) <= 30 && (x[at] ?? 0) >= 10 === isOften));
  expect(silent(true)).toBeLessThan(0.03);
  expect(silent(true)).toBeLessThan(silent(false) / 3);
  expect(Math.max(...chances)).toBeGreaterThan(0.8);
});
