import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRecords, golden, sharedData, type SurvivalGolden } from '../../test/golden/golden.ts';
import { kaplanMeier, quantileOf, survivalAt, type SurvivalScale, type TimeCount } from './survival.ts';

const single = (time: number, isEvent: boolean): TimeCount => ({ time, events: isEvent ? 1 : 0, censored: isEvent ? 0 : 1 });

function expectCurve(counts: readonly TimeCount[], scale: SurvivalScale, reference: SurvivalGolden): void {
  const curve = kaplanMeier(counts, { scale });
  expect([curve.n, curve.events]).toEqual([reference.n, reference.events]);
  expect([curve.median.time, curve.median.low, curve.median.high]).toEqual([
    reference.median,
    reference.median_lower,
    reference.median_upper
  ]);
  expect([quantileOf(curve.steps, 0.25).time, quantileOf(curve.steps, 0.75).time]).toEqual([reference.q25, reference.q75]);
  reference.times.forEach((time, place) => {
    const at = survivalAt(curve, time);
    expect(at.atRisk, `at risk at ${time}`).toBe(reference.n_risk[place]);
    for (const [value, wanted] of [
      [at.survival, reference.surv[place]],
      [at.standardError, reference.std_err[place]],
      [at.low, reference.lower[place]],
      [at.high, reference.upper[place]]
    ]) {
      if (wanted === null || wanted === undefined) expect(value, `at ${time}`).toBeNull();
      else expect(Math.abs((value ?? NaN) - wanted), `at ${time}: ${value} for ${wanted}`).toBeLessThan(1e-9);
    }
  });
}

describe('kaplanMeier', () => {
  const all = golden?.survival_and_tests;

  test.skipIf(!all).each(['log', 'log-log', 'plain'] as const)('equals R on lung, %s', (scale) => {
    const lung = csvRecords(sharedData('surv_lung.csv').toString()).map((row) => single(Number(row['time']), row['status'] === '1'));
    if (all) expectCurve(lung, scale, all.lung[scale]);
  });

  test.skipIf(!all).each(['log', 'log-log', 'plain'] as const)('equals R on aml, %s', (scale) => {
    if (!all) return;
    expectCurve(
      all.aml.data.time.map((time, place) => single(time, all.aml.data.status[place] === 1)),
      scale,
      all.aml[scale]
    );
  });

  test.skipIf(!all).each(['log_log', 'miR-137', 'control'] as const)('equals R on waltons, %s', (group) => {
    const rows = csvRecords(sharedData('surv_waltons_dataset.csv').toString()).filter(
      (row) => group === 'log_log' || row['group'] === group
    );
    if (all)
      expectCurve(
        rows.map((row) => single(Number(row['T']), Number(row['E']) === 1)),
        'log-log',
        all.waltons[group]
      );
  });

  test('by hand: 2 of 4 have the event at 1, one is lost at 2, the last has it at 3', () => {
    const { steps, median } = kaplanMeier([
      { time: 1, events: 2, censored: 0 },
      { time: 2, events: 0, censored: 1 },
      { time: 3, events: 1, censored: 0 }
    ]);
    expect(steps.map((step) => [step.atRisk, step.survival])).toEqual([
      [4, 0.5],
      [2, 0.5],
      [1, 0]
    ]);
    expect(steps[0]?.standardError).toBeCloseTo(0.25, 12);
    // Flat at one half from 1 to 3: the middle.
    expect(median.time).toBe(2);
    expect(steps[2]).toMatchObject({ standardError: null, low: null, high: null });
  });

  test('without anybody there is a curve without steps', () => {
    expect(kaplanMeier([])).toEqual({ n: 0, events: 0, steps: [], median: { time: null, low: null, high: null } });
  });

  test('refuses negative counts and times', () => {
    expect(() => kaplanMeier([{ time: -1, events: 1, censored: 0 }])).toThrow(RangeError);
    expect(() => kaplanMeier([{ time: 1, events: -1, censored: 0 }])).toThrow(RangeError);
  });

  test('falls from 1 to at least 0, holds S in its interval, and is the plain share when nobody is lost', () => {
    const counts = fc.array(fc.record({ time: fc.nat(60), events: fc.nat(20), censored: fc.nat(20) }), { maxLength: 40 });
    fc.assert(
      fc.property(counts, fc.constantFrom<SurvivalScale[]>('plain', 'log', 'log-log'), (some, scale) => {
        const curve = kaplanMeier(some, { scale });
        let before = 1;
        for (const step of curve.steps) {
          expect(step.survival).toBeLessThanOrEqual(before);
          expect(step.survival).toBeGreaterThanOrEqual(0);
          if (step.low !== null && step.high !== null) {
            expect(step.low).toBeLessThanOrEqual(step.survival + 1e-12);
            expect(step.high).toBeGreaterThanOrEqual(step.survival - 1e-12);
          }
          before = step.survival;
        }
        const complete = kaplanMeier(
          some.map((count) => ({ ...count, censored: 0 })),
          { scale }
        );
        let seen = 0;
        for (const step of complete.steps) {
          seen += step.events;
          expect(step.survival).toBeCloseTo(1 - seen / complete.n, 9);
        }
      })
    );
  });
});
