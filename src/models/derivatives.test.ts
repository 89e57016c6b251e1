import { describe, expect, test } from 'vitest';
import { betaGeometricLoss } from './beta-geometric.ts';
import { gammaGammaLoss } from './gamma-gamma.ts';
import { uniqueHistories } from './histories.ts';
import { fitLogistic } from './logistic.ts';
import type { Curvature } from './minimise.ts';
import { negativeBinomialLoss } from './negative-binomial.ts';
import { paretoLoss } from './pareto-nbd.ts';

const histories = uniqueHistories({
  x: [0, 0, 1, 2, 5, 40, 1, 0, 3],
  recency: [0, 0, 1, 20, 30, 38.5, 39, 0, 2],
  age: [39, 27, 35, 38, 30, 39, 39, 0, 30],
  weight: [30, 20, 7, 3, 2, 1, 1, 1, 2]
});
const spends = { x: Float64Array.of(1, 2, 5, 40, 1), mean: Float64Array.of(10, 55.5, 20, 33, 180) };

/** Compares exact first and second derivatives with central differences. */
function expectDerivatives(loss: (logs: readonly number[]) => Curvature, point: readonly number[]): void {
  const here = loss(point);
  const h = 1e-5;
  const moved = (at: number, by: number) => loss(point.map((value, place) => (place === at ? value + by : value)));
  point.forEach((_, i) => {
    const [up, down] = [moved(i, h), moved(i, -h)];
    const size = Math.max(1e-2, ...here.gradient.map(Math.abs));
    expect(Math.abs((up.value - down.value) / (2 * h) - (here.gradient[i] ?? NaN)) / size, `slope ${i}`).toBeLessThan(1e-6);
    point.forEach((__, j) => {
      const wanted = ((up.gradient[j] ?? NaN) - (down.gradient[j] ?? NaN)) / (2 * h);
      const scale = Math.max(1e-2, ...here.hessian.flat().map(Math.abs));
      expect(Math.abs((here.hessian[i]?.[j] ?? NaN) - wanted) / scale, `curvature ${i} ${j}`).toBeLessThan(1e-6);
    });
  });
}

const POINTS = [
  [0.243, 4.414, 0.793, 2.426],
  [2, 30, 0.05, 0.4],
  [0.05, 0.3, 3, 900],
  [40, 200, 1, 1]
].map((values) => values.map(Math.log));

describe('exact derivatives agree with differences', () => {
  test.each(POINTS)('BG/NBD at %f, %f, %f, %f', (...point) => expectDerivatives(betaGeometricLoss(histories, 'bg'), point));
  test.each(POINTS)('MBG/NBD at %f, %f, %f, %f', (...point) => expectDerivatives(betaGeometricLoss(histories, 'mbg'), point));
  test.each(POINTS)('NBD at %f, %f', (...point) => expectDerivatives(negativeBinomialLoss(histories), point.slice(0, 2)));
  test.each([
    [0.553, 10.578, 0.606, 11.669],
    [2, 30, 0.5, 3],
    [0.2, 1, 5, 300],
    [8, 90, 0.1, 0.4]
  ])('Pareto/NBD at %f, %f, %f, %f', (...point) => expectDerivatives(paretoLoss(histories), point.map(Math.log)));
  test.each([
    [6.25, 3.74, 15.44],
    [0.5, 1.2, 200],
    [80, 20, 3]
  ])('Gamma-Gamma at %f, %f, %f', (...point) => expectDerivatives(gammaGammaLoss(spends), point.map(Math.log)));
});

test('a logistic fit ends where the slope of its penalised likelihood vanishes', () => {
  const feature = Array.from({ length: 200 }, (_, at) => Math.sin(at) * 3 + at / 100);
  const outcome = feature.map((value, at) => (value + Math.cos(7 * at) * 2 > 1 ? 1 : 0));
  const fit = fitLogistic({ feature }, outcome, { ridge: 2 });
  if (!fit.isFitted) throw new Error('not fitted');
  const { intercept, coefficients } = fit.model;
  const slope = coefficients[0]?.perDeviation ?? NaN;
  const { mean = NaN, deviation = NaN } = coefficients[0] ?? {};
  let [first, second] = [0, 0];
  outcome.forEach((y, at) => {
    const z = ((feature[at] ?? NaN) - mean) / deviation;
    const p = 1 / (1 + Math.exp(-intercept - slope * z));
    first += y - p;
    second += (y - p) * z;
  });
  expect(first).toBeCloseTo(0, 5);
  expect(second - 2 * slope).toBeCloseTo(0, 5);
});
