import { uniformNodes } from './quadrature.ts';

/** ∫ (α + y)^−k (β + y)^−l dy over a stretch, with the means of what its derivatives need. */
export interface PowerIntegral {
  /** ln of the integral; −∞ over an empty stretch. */
  readonly log: number;
  /** Means, under the integrand as a density, of ln(α+y), 1/(α+y), ln(β+y), 1/(β+y), in this order … */
  readonly means: Float64Array;
  /** … and of their products, row by row (4 × 4). */
  readonly products: Float64Array;
}

const NODES = uniformNodes(16);

/**
 * The integral from `from` to `to`, for α, β > 0 and not negative k and l, to about 12 digits. In ln(min(α, β) + y) the
 * integrand is log-concave and smooth, so that sixteen points are enough for a piece over which it changes by
 * a few powers of ten; pieces that no longer count are left out.
 */
export function powerIntegral(
  from: number,
  to: number,
  alpha: number,
  beta: number,
  k: number,
  l: number,
  withMeans = false
): PowerIntegral {
  const [means, products] = [new Float64Array(4), new Float64Array(16)];
  if (!(to > from)) return { log: -Infinity, means, products };
  const base = Math.min(alpha, beta);
  const start = Math.log(base + from);
  const range = Math.log1p((to - from) / (base + from));
  const pieces = Math.ceil(range / Math.min(1.5, 8 / (k + l)));
  const height = range / pieces;
  const logAt = (v: number, y: number) => v - k * Math.log(alpha + y) - l * Math.log(beta + y);
  const top = logAt(start, from);
  const features = [0, 0, 0, 0];
  let sum = 0;
  let before = 0;
  for (let piece = 0; piece < pieces; piece++) {
    let part = 0;
    for (let at = 0; at < NODES.points.length; at++) {
      const ahead = (piece + (NODES.points[at] as number)) * height;
      const y = from + (base + from) * Math.expm1(ahead);
      const [first, second] = [Math.log(alpha + y), Math.log(beta + y)];
      const mass = (NODES.weights[at] as number) * Math.exp(start + ahead - k * first - l * second - top);
      part += mass;
      if (!withMeans) continue;
      features[0] = first;
      features[1] = 1 / (alpha + y);
      features[2] = second;
      features[3] = 1 / (beta + y);
      for (let i = 0; i < 4; i++) {
        const one = mass * (features[i] as number);
        means[i] = (means[i] as number) + one;
        for (let j = 0; j <= i; j++) products[4 * i + j] = (products[4 * i + j] as number) + one * (features[j] as number);
      }
    }
    sum += part;
    if (part < before && part < 1e-17 * sum) break;
    before = part;
  }
  for (let i = 0; i < 4; i++) {
    means[i] = (means[i] as number) / sum;
    for (let j = 0; j <= i; j++) products[4 * j + i] = products[4 * i + j] = (products[4 * i + j] as number) / sum;
  }
  return { log: top + Math.log(sum * height), means, products };
}
