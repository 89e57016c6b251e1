import { describe, expect, test } from 'vitest';
import { fitCox } from './cox.ts';
import { uniformFrom } from './random.ts';

/** The partial log-likelihood of one feature, written out for times that are all different. */
function byHand(b: number, time: readonly number[], event: readonly number[], x: readonly number[]): number {
  return time.reduce((sum, moment, at) => {
    if (event[at] !== 1) return sum;
    const atRisk = x.filter((_, other) => (time[other] ?? 0) >= moment);
    return sum + b * (x[at] ?? 0) - Math.log(atRisk.reduce((all, one) => all + Math.exp(b * one), 0));
  }, 0);
}

describe('Cox regression', () => {
  const random = uniformFrom(5);
  const x = Array.from({ length: 400 }, () => (random() < 0.5 ? 1 : 0));
  // The hazard is twice as high where x is 1; everybody is watched for 1.5.
  const left = x.map((one) => -Math.log(1 - random()) / (one ? 2 : 1));
  const time = left.map((one) => Math.min(1.5, one));
  const event = left.map((one) => (one < 1.5 ? 1 : 0));

  test('finds the hazard ratio of a simulation, at the top of the partial likelihood', () => {
    const found = fitCox({ time, event }, { x })?.hazards[0];
    const top = found?.coefficient ?? 0;
    expect(Math.abs(top - Math.log(2))).toBeLessThan(3 * (found?.standardError ?? 0));
    for (const off of [-0.01, 0.01]) expect(byHand(top + off, time, event, x)).toBeLessThan(byHand(top, time, event, x));
  });

  test('does not depend on the unit of a feature, nor on the order of the customers', () => {
    const one = fitCox({ time, event }, { x })?.hazards[0]?.coefficient ?? 0;
    const scaled = fitCox({ time, event }, { x: x.map((value) => value * 10 + 3) })?.hazards[0]?.coefficient ?? 0;
    const turned = fitCox({ time: time.toReversed(), event: event.toReversed() }, { x: x.toReversed() })?.hazards[0]?.coefficient ?? 0;
    expect(scaled * 10).toBeCloseTo(one, 9);
    expect(turned).toBeCloseTo(one, 9);
  });

  test('answers where nothing varies, where a feature tells all, and not where nothing happened', () => {
    const flat = fitCox({ time, event }, { x: x.map(() => 7) })?.hazards[0];
    expect([flat?.coefficient, flat?.standardError]).toEqual([0, null]);
    const told = fitCox({ time: [1, 2, 3, 4], event: [1, 1, 0, 0] }, { x: [1, 1, 0, 0] })?.hazards[0];
    expect(told?.coefficient).toBeGreaterThan(5);
    expect(Number.isFinite(told?.ratio)).toBe(true);
    expect(fitCox({ time, event: event.map(() => 0) }, { x })).toBeNull();
    expect(() => fitCox({ time, event }, { x: [1] })).toThrow('finite values');
  });
});
