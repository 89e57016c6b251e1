import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulatedCustomers, type SimulationPlan } from '../../test/golden/simulated-customers.ts';
import { fitRepeatModel, fitting } from './fit-repeat-model.ts';
import { forecastEach, forecastRows, forecastTotal } from './forecast.ts';
import { uniqueHistories, type HistoryRows } from './histories.ts';
import { finishInSteps } from './long-work.ts';
import { parameterOf, predictorOf, knownModel, type RepeatModel } from './repeat-model.ts';

const TRUTH = { r: 0.8, alpha: 8, a: 0.9, b: 2.5 };
const PLAN: SimulationPlan = { customers: 2500, window: 52, entry: 26, seed: 1, isWhole: false };

function fittedTo(rows: HistoryRows, kind: 'mbg-nbd' | 'bg-nbd' | 'pareto-nbd' = 'mbg-nbd'): RepeatModel {
  const fit = fitRepeatModel(uniqueHistories(rows), { kind });
  if (!fit.isFitted) throw new Error(`not fitted: ${fit.reason}`);
  return fit.model;
}

const isFinite = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : value === null || typeof value !== 'object'
      ? true
      : Object.values(ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value).every(isFinite);

describe('known parameters come back', () => {
  test.each(['mbg-nbd', 'bg-nbd'] as const)('%s, of 60,000 customers', (kind) => {
    const rows = simulatedCustomers(TRUTH, { ...PLAN, customers: 60_000, seed: 5, mayLeaveAtOnce: kind === 'mbg-nbd' });
    const model = fittedTo(rows, kind);
    for (const { name, value, standardError, low, high } of model.parameters) {
      const truth = TRUTH[name as keyof typeof TRUTH];
      expect(Math.abs(Math.log(value / truth)), name).toBeLessThan(0.12);
      expect(standardError).toBeGreaterThan(0);
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
    }
  });

  test('95% intervals of parameters, of forecasts and of totals hold the truth in 93% to 97% of runs', () => {
    const runs = 400;
    const truth = predictorOf(knownModel('mbg-nbd', Object.values(TRUTH)));
    const someone = { x: 3, recency: 20, age: 40 };
    const wanted = {
      alive: truth.alive(3, 20, 40),
      buys: truth.alive(3, 20, 40) * truth.buysIfAlive(3, 40, 13),
      expected: truth.alive(3, 20, 40) * truth.expectedIfAlive(3, 40, 13)
    };
    const hits: Record<string, number> = {};
    const count = (name: string, low: number, high: number, value: number) =>
      (hits[name] = (hits[name] ?? 0) + (low <= value && value <= high ? 1 : 0));
    for (let run = 0; run < runs; run++) {
      const rows = simulatedCustomers(TRUTH, { ...PLAN, seed: 1000 + run, later: 13 });
      const histories = uniqueHistories(rows);
      const fit = fitRepeatModel(histories);
      if (!fit.isFitted) throw new Error(fit.reason);
      const { model } = fit;
      for (const { name, low, high } of model.parameters) count(name, low ?? NaN, high ?? NaN, TRUTH[name as keyof typeof TRUTH]);
      const forecast = forecastRows(model, [someone], 13);
      for (const name of ['alive', 'buys', 'expected'] as const)
        count(name, forecast[name].low[0] ?? NaN, forecast[name].high[0] ?? NaN, wanted[name]);
      const total = forecastTotal(model, histories, 13);
      count(
        'total',
        total.low,
        total.high,
        rows.later.reduce((sum, many) => sum + many, 0)
      );
    }
    const shares = Object.entries(hits).map(([name, hit]) => [name, hit / runs] as const);
    for (const [name, share] of shares) {
      expect(share, `${name} of ${JSON.stringify(shares)}`).toBeGreaterThanOrEqual(0.93);
      expect(share, `${name} of ${JSON.stringify(shares)}`).toBeLessThanOrEqual(0.97);
    }
  });
});

describe('there is always an answer', () => {
  const plan: SimulationPlan = { ...PLAN, customers: 4000, seed: 3 };

  test('where nobody leaves, the plain NBD, and a note', () => {
    const model = fittedTo(simulatedCustomers({ r: 0.8, alpha: 8, a: 1e-7, b: 1 }, plan));
    expect([model.kind, model.notes]).toEqual(['nbd', ['no-churn-visible']]);
    const { alive, expected } = forecastRows(model, [{ x: 2, recency: 4, age: 50 }], 13);
    expect([alive.value[0], alive.low[0], alive.high[0]]).toEqual([1, 1, 1]);
    expect(expected.value[0]).toBeCloseTo(((2 + parameterOf(model, 'r')) * 13) / (50 + parameterOf(model, 'alpha')), 9);
    expect(fittedTo(simulatedCustomers({ r: 0.8, alpha: 8, a: 1e-7, b: 1 }, plan), 'pareto-nbd').kind).toBe('nbd');
  });

  test.each([
    ['customers buy at the same rate', { r: 1e6, alpha: 1e7, a: 1, b: 3 }],
    ['customers leave with the same chance', { r: 0.8, alpha: 8, a: 3e5, b: 7e5 }],
    ['customers leave at once or never', { r: 0.8, alpha: 4, a: 0.004, b: 0.006 }],
    ['everybody is alike', { r: 1e6, alpha: 1e7, a: 3e5, b: 7e5 }]
  ])('%s: finite numbers near the truth', (_, truth) => {
    for (const kind of ['mbg-nbd', 'bg-nbd', 'pareto-nbd'] as const) {
      const rows = simulatedCustomers(truth, { ...plan, later: 13, mayLeaveAtOnce: kind !== 'bg-nbd' });
      const histories = uniqueHistories(rows);
      const model = fittedTo(rows, kind);
      const total = forecastTotal(model, histories, 13);
      expect(isFinite([model, total, forecastEach(model, histories, 13)])).toBe(true);
      const came = rows.later.reduce((sum, many) => sum + many, 0);
      if (kind !== 'pareto-nbd')
        expect(Math.abs(total.value - came), kind).toBeLessThan(4 * Math.hypot(total.parameterError, total.chance));
    }
  });

  test('customers alike in their rate are named so', () => {
    expect(fittedTo(simulatedCustomers({ r: 1e6, alpha: 1e7, a: 1, b: 3 }, { ...plan, customers: 20_000 })).notes).toContain('same-rate');
  });

  test('too few who came back, or too short a time: said with the counts, and what holds', () => {
    const few = fitRepeatModel(uniqueHistories({ x: [0, 0, 2], recency: [0, 0, 9], age: [30, 20, 30], weight: [900, 40, 20] }));
    expect(few).toMatchObject({ isFitted: false, reason: 'few-repeaters', customers: 960, repeaters: 20, leastRepeaters: 100 });
    expect(few).toMatchObject({ medianAge: 30, medianGap: 4.5, holds: ['counts', 'second-purchase-curve'] });
    const oneDay = fitRepeatModel(uniqueHistories({ x: [0], recency: [0], age: [0], weight: [500] }));
    expect(oneDay).toMatchObject({ isFitted: false, repeaters: 0, medianGap: null, holds: ['counts'] });
    const short = fitRepeatModel(uniqueHistories({ x: [1, 0], recency: [20, 0], age: [25, 25], weight: [400, 400] }));
    expect(short).toMatchObject({ isFitted: false, reason: 'short-window', medianGap: 20 });
    expect(fitRepeatModel(uniqueHistories({ x: [], recency: [], age: [] }))).toMatchObject({ customers: 0, medianAge: 0 });
  });

  test('whatever is counted, no NaN and no Infinity come out', () => {
    const row = fc.record({
      x: fc.nat(6),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      age: fc.nat(60),
      weight: fc.integer({ min: 1, max: 400 })
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.constantFrom('mbg-nbd', 'bg-nbd', 'pareto-nbd'), (rows, kind) => {
        const histories = uniqueHistories({
          x: rows.map(({ x }) => x),
          recency: rows.map(({ x, share, age }) => (x === 0 ? 0 : Math.round(share * age))),
          age: rows.map(({ age }) => age),
          weight: rows.map(({ weight }) => weight)
        });
        const fit = fitRepeatModel(histories, { kind, leastRepeaters: 1, medianGap: 0 });
        expect(isFinite(fit)).toBe(true);
        if (fit.isFitted) expect(isFinite([forecastEach(fit.model, histories, 30), forecastTotal(fit.model, histories, 30)])).toBe(true);
      }),
      { numRuns: 60, seed: 4 }
    );
  });
});

describe('a long fit', () => {
  const histories = uniqueHistories(simulatedCustomers(TRUTH, { ...PLAN, seed: 9 }));

  test('says how far it is, and gives the same in steps', async () => {
    const seen: number[] = [];
    const whole = fitRepeatModel(histories, {}, { onProgress: ({ done }) => seen.push(done) });
    expect(seen.length).toBeGreaterThan(5);
    expect(Math.min(...seen)).toBeGreaterThan(0);
    expect(Math.max(...seen)).toBeLessThanOrEqual(1);
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(await finishInSteps(fitting(histories), { pause: () => Promise.resolve() })).toEqual(whole);
  });

  test('can be called off before and between steps', async () => {
    expect(() => fitRepeatModel(histories, {}, { signal: { aborted: true } })).toThrow(/called off/);
    const control = new AbortController();
    let steps = 0;
    const pause = () => {
      if (++steps === 3) control.abort();
      return Promise.resolve();
    };
    await expect(finishInSteps(fitting(histories), { signal: control.signal, pause })).rejects.toMatchObject({ name: 'AbortError' });
    expect(steps).toBe(3);
  });
});
