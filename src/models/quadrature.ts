import { logBeta } from './beta-function.ts';

/** Points within 0 to 1 and their weights, which sum to 1. */
export interface Nodes {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Points and weights that give the mean of h(p) for p from a Beta(a, b), exactly where h is a polynomial of a degree
 * below 2 `count`, and to nearly all digits where h is smooth; all weights are positive, so nothing cancels.
 * Gauss–Jacobi by the eigenvalues of the recurrence. Source: G. Golub and J. Welsch, Mathematics of Computation 23
 * (1969), 221–230.
 */
export function betaNodes(a: number, b: number, count: number): Nodes {
  if (!(a > 0 && b > 0)) throw new RangeError(`no Beta has the shapes ${a} and ${b}`);
  // On −1 to 1 the weight is (1 − y)^(b − 1) (1 + y)^(a − 1).
  const [alpha, beta] = [b - 1, a - 1];
  const diagonal = new Float64Array(count);
  const beside = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const sum = 2 * k + alpha + beta;
    diagonal[k] = k === 0 ? (beta - alpha) / (alpha + beta + 2) : ((beta - alpha) * (beta + alpha)) / (sum * (sum + 2));
    if (k > 0) beside[k - 1] = Math.sqrt(offDiagonal(k, alpha, beta));
  }
  const first = new Float64Array(count);
  first[0] = 1;
  implicitQl(diagonal, beside, first);
  return { points: diagonal.map((y) => Math.min(1, Math.max(0, (1 + y) / 2))), weights: first.map((value) => value * value) };
}

/** Points and weights for the mean over 0 to 1 of something smooth. */
export function uniformNodes(count: number): Nodes {
  return betaNodes(1, 1, count);
}

/**
 * The mean of h(p) for p from a Beta(a, b) with a below 20, where h is nearly constant below 1e-10 / load and bends near 1 / load:
 * Gauss–Legendre pieces in the log-odds of p, and both ends in closed form. Relative error about 1e-9.
 */
export function betaMean(a: number, b: number, load: number, h: (p: number) => number): number {
  const scale = logBeta(a, b);
  const first = 1e-10 / (load + a + b);
  const last = 1e-10 / (1 + a + b);
  const [low, high] = [Math.log(first) - Math.log1p(-first), Math.log1p(-last) - Math.log(last)];
  const pieces = Math.ceil((high - low) / 0.75);
  const height = (high - low) / pieces;
  let sum = 0;
  for (let piece = 0; piece < pieces; piece++)
    for (let at = 0; at < LEGENDRE.points.length; at++) {
      const y = low + (piece + (LEGENDRE.points[at] as number)) * height;
      // p and 1 − p, neither by subtraction.
      const [logP, logRest] = [-Math.log1p(Math.exp(-y)), -Math.log1p(Math.exp(y))];
      sum += (LEGENDRE.weights[at] as number) * height * Math.exp(a * logP + b * logRest - scale) * h(Math.exp(logP));
    }
  const below = Math.exp(a * Math.log(first) - scale) / a;
  const above = Math.exp(b * Math.log(last) - scale) / b;
  return sum + below * h(first) + above * h(1);
}

const LEGENDRE = uniformNodes(16);

function offDiagonal(k: number, alpha: number, beta: number): number {
  const sum = 2 * k + alpha + beta;
  // At k = 1 the factor k + α + β of the numerator is sum − 1 of the denominator.
  if (k === 1) return (4 * (1 + alpha) * (1 + beta)) / (sum * sum * (sum + 1));
  return (4 * k * (k + alpha) * (k + beta) * (k + alpha + beta)) / (sum * sum * (sum + 1) * (sum - 1));
}

/** Eigenvalues of a symmetric tridiagonal matrix into `d`, first components of the eigenvectors into `z`: implicit QL steps. */
function implicitQl(d: Float64Array, e: Float64Array, z: Float64Array): void {
  const n = d.length;
  const at = (list: Float64Array, index: number) => list[index] as number;
  for (let l = 0; l < n; l++) {
    for (let round = 0; round < 100; round++) {
      let m = l;
      while (m < n - 1 && Math.abs(at(e, m)) > Number.EPSILON * (Math.abs(at(d, m)) + Math.abs(at(d, m + 1)))) m++;
      if (m === l) break;
      let g = (at(d, l + 1) - at(d, l)) / (2 * at(e, l));
      let r = Math.sqrt(g * g + 1);
      g = at(d, m) - at(d, l) + at(e, l) / (g + (g < 0 ? -r : r));
      let [s, c, p] = [1, 1, 0];
      for (let i = m - 1; i >= l; i--) {
        const f = s * at(e, i);
        const b = c * at(e, i);
        r = Math.sqrt(f * f + g * g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1] = at(d, i + 1) - p;
          e[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = at(d, i + 1) - p;
        r = (at(d, i) - g) * s + 2 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
        const next = at(z, i + 1);
        z[i + 1] = s * at(z, i) + c * next;
        z[i] = c * at(z, i) - s * next;
      }
      if (r === 0 && m - 1 >= l) continue;
      d[l] = at(d, l) - p;
      e[l] = g;
      e[m] = 0;
    }
  }
}
