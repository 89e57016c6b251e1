import { incompleteBeta, inverseIncompleteBeta } from './beta-function.ts';
import { incompleteGamma } from './gamma-function.ts';

/** Φ(z), the share of a standard normal below z; relative error below 1e-13 in both tails. */
export function normalBelow(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : (1 + lower) / 2;
}

/** The share of a standard normal farther from 0 than z, on either side: a two-sided p. */
export function normalBeyond(z: number): number {
  return incompleteGamma(0.5, (z * z) / 2).upper;
}

const CENTRE_TOP = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813,
  2509.0809287301227
];
const CENTRE_BOTTOM = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852546
];
const SIDE_TOP = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414
];
const SIDE_BOTTOM = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345,
  1.0507500716444169e-9
];
const TAIL_TOP = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
  2.7115555687434876e-5, 2.0103343992922881e-7
];
const TAIL_BOTTOM = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7,
  2.0442631033899397e-15
];

/** The z with Φ(z) = p, for p strictly between 0 and 1. Source: M. Wichura, algorithm AS 241, Applied Statistics 37 (1988), PPND16. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a normal quantile is asked for at ${p}, which is not between 0 and 1`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_TOP, r)) / polynomial(CENTRE_BOTTOM, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z =
    r <= 5
      ? polynomial(SIDE_TOP, r - 1.6) / polynomial(SIDE_BOTTOM, r - 1.6)
      : polynomial(TAIL_TOP, r - 5) / polynomial(TAIL_BOTTOM, r - 5);
  return q < 0 ? -z : z;
}

/** The share of a χ² with `df` degrees of freedom above `x`: a p. */
export function chiSquareAbove(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).upper;
}

/** The share of Student's t with `df` degrees of freedom farther from 0 than t, on either side: a two-sided p. */
export function studentBeyond(t: number, df: number): number {
  return incompleteBeta(df / 2, 0.5, df / (df + t * t));
}

/** The t that a share `p` (above one half) of Student's t with `df` degrees of freedom lies below. */
export function studentQuantile(p: number, df: number): number {
  const x = inverseIncompleteBeta(df / 2, 0.5, 2 * (1 - p));
  return Math.sqrt((df * (1 - x)) / x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
