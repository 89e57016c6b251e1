import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incompleteBeta, inverseIncompleteBeta, logBeta } from './beta-function.ts';
import { chiSquareAbove, normalBelow, normalBeyond, normalQuantile, studentBeyond, studentQuantile } from './distributions.ts';
import { digamma, incompleteGamma, logGamma, trigamma } from './gamma-function.ts';
import { betaNodes, uniformNodes } from './quadrature.ts';

const near = (value: number, wanted: number, relative = 1e-12) =>
  expect(Math.abs(value - wanted), `${value} for ${wanted}`).toBeLessThanOrEqual(relative * Math.max(1e-3, Math.abs(wanted)));

describe('special functions', () => {
  test('at places where they are known', () => {
    near(logGamma(0.5), Math.log(Math.PI) / 2);
    near(logGamma(1), 0, 1e-11);
    near(logGamma(11), Math.log(3_628_800));
    near(digamma(1), -0.5772156649015329);
    near(digamma(0.5), -0.5772156649015329 - 2 * Math.LN2);
    near(trigamma(1), Math.PI ** 2 / 6);
    near(trigamma(0.5), Math.PI ** 2 / 2);
    near(logBeta(2, 3), -Math.log(12));
    // 30 digits: mpmath.
    near(logBeta(3, 1e9), -61.4766503332793);
    near(logBeta(1e-4, 1e7), 9.20867084907387);
  });

  test('by their recurrences', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1e5, noNaN: true }), (x) => {
        near(logGamma(x + 1) - logGamma(x), Math.log(x), 1e-12 + (1e-15 * x) / Math.abs(Math.log(x) || 1) + 1e-9);
        near(digamma(x + 1) - digamma(x), 1 / x, 1e-9);
        near(trigamma(x) - trigamma(x + 1), 1 / x ** 2, 1e-8);
      }),
      { seed: 1 }
    );
  });

  test('refuse what they are not defined for', () => {
    expect(() => logGamma(0)).toThrow('0');
    expect(() => normalQuantile(1)).toThrow('1');
    expect(() => betaNodes(0, 1, 3)).toThrow('0');
  });
});

describe('distributions', () => {
  test('values of R', () => {
    near(normalBelow(1.959963984540054), 0.975);
    near(normalBelow(-8), 6.22096057427178e-16, 1e-10);
    near(normalBeyond(22.486040827193), 5.685165e-112, 1e-5);
    near(normalQuantile(0.975), 1.959963984540054);
    near(normalQuantile(1e-12), -7.034483825301132);
    near(chiSquareAbove(3.841458820694124, 1), 0.05);
    near(chiSquareAbove(0.20253125, 2), 0.90369295756042);
    near(studentQuantile(0.975, 1), 12.706204736174694);
    near(studentQuantile(0.975, 30), 2.042272456301238);
    near(studentBeyond(2.042272456301238, 30), 0.05);
    expect(incompleteGamma(2, 0)).toEqual({ lower: 0, upper: 1 });
  });

  test('quantiles and shares undo each other', () => {
    const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    const shape = fc.double({ min: 0.05, max: 500, noNaN: true });
    fc.assert(
      fc.property(p, shape, shape, (share, a, b) => {
        near(normalBelow(normalQuantile(share)), share, 1e-10);
        const x = inverseIncompleteBeta(a, b, share);
        // Where the density is a spike at 1, the nearest doubles lie a step apart.
        if (x < 1 - 1e-9) near(incompleteBeta(a, b, x), share, 1e-6);
      }),
      { seed: 2 }
    );
  });
});

describe('points and weights', () => {
  test('give the moments of a Beta exactly', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 2000, noNaN: true }), fc.double({ min: 0.01, max: 50_000, noNaN: true }), (a, b) => {
        const { points, weights } = betaNodes(a, b, 20);
        const mean = (of: (p: number) => number) => points.reduce((sum, p, at) => sum + (weights[at] ?? 0) * of(p), 0);
        near(
          mean(() => 1),
          1,
          1e-10
        );
        expect(Math.abs(mean((p) => p) / (a / (a + b)) - 1)).toBeLessThan(1e-6);
        expect(Math.abs(mean((p) => p * p) / ((a * (a + 1)) / ((a + b) * (a + b + 1))) - 1)).toBeLessThan(1e-5);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 3 }
    );
    const { points, weights } = uniformNodes(16);
    near(
      points.reduce((sum, p, at) => sum + (weights[at] ?? 0) * Math.exp(p), 0),
      Math.E - 1,
      1e-13
    );
  });
});
