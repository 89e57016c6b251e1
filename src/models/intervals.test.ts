import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from './intervals.ts';
import { golden } from '../../test/golden/golden.ts';

describe('wilson', () => {
  test.each([
    [81, 263, 0.2552885198783, 0.3662095769828],
    [15, 148, 0.06238639953074, 0.1604872417233],
    [0, 20, 0, 0.1611251580528],
    [10, 10, 0.7224672001371, 1]
  ])('%i of %i', (x, n, low, high) => {
    const interval = wilson(x, n);
    expect(interval?.low).toBeCloseTo(low, 10);
    expect(interval?.high).toBeCloseTo(high, 10);
  });

  test('says nothing of nobody', () => expect(wilson(0, 0)).toBeNull());

  test('refuses what is not a count', () => {
    expect(() => wilson(3, 2)).toThrow('3');
    expect(() => wilson(-1, 2)).toThrow('-1');
    expect(() => wilson(NaN, 2)).toThrow('NaN');
  });

  test('holds the rate, stays within 0 to 1, and mirrors x and n - x', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const x = Math.round(share * n);
        const one = wilson(x, n);
        const other = wilson(n - x, n);
        if (!one || !other) throw new Error('no interval');
        expect(one.low).toBeGreaterThanOrEqual(0);
        expect(one.high).toBeLessThanOrEqual(1);
        expect(one.low).toBeLessThanOrEqual(x / n + 1e-12);
        expect(one.high).toBeGreaterThanOrEqual(x / n - 1e-12);
        expect(one.low).toBeCloseTo(1 - other.high, 9);
      })
    );
  });

  test.skipIf(!golden)('equals the reference list', () => {
    for (const { x, n, wilson: ends } of golden?.survival_and_tests.wilson ?? []) {
      const interval = wilson(x, n);
      expect(interval?.low, `${x} of ${n}`).toBeCloseTo(ends[0], 10);
      expect(interval?.high, `${x} of ${n}`).toBeCloseTo(ends[1], 10);
    }
  });
});
