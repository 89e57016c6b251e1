import { expect, test } from 'vitest';
import { poissonAtMost } from './poisson.ts';

test('the chance of few events, as in printed tables', () => {
  expect(poissonAtMost(0, 1)).toBeCloseTo(0.3679, 4);
  expect(poissonAtMost(2, 5)).toBeCloseTo(0.1247, 4);
  expect(poissonAtMost(10, 10)).toBeCloseTo(0.583, 4);
  expect(poissonAtMost(0, 0)).toBe(1);
  expect(poissonAtMost(5, 5000)).toBe(0);
  expect(() => poissonAtMost(1, NaN)).toThrow(RangeError);
});
