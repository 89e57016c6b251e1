import { logGamma } from './gamma-function.ts';

/** ln B(a, b) for a, b > 0; where one is far larger than the other, the digits that would cancel are kept. */
export function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  if (large < 1e6 || small > 100) return logGamma(small) + logGamma(large) - logGamma(small + large);
  // ln Γ(large) − ln Γ(small + large) by Stirling's series, whose leading parts cancel in closed form.
  const sum = small + large;
  const rest = 1 / (12 * large) - 1 / (12 * sum);
  return logGamma(small) + (large - 0.5) * Math.log1p(-small / sum) - small * Math.log(sum) + small + rest;
}

/**
 * I_x(a, b), the regularised incomplete beta function, for a, b > 0 and x within 0 to 1, to about 13 digits.
 * Source: W. Press et al., Numerical Recipes, 3rd ed. (2007), 6.4, Lentz's continued fraction.
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2) ? (front * continuedFraction(a, b, x)) / a : 1 - (front * continuedFraction(b, a, 1 - x)) / b;
}

/** The x at which I_x(a, b) = p: a bisection that takes Newton's step where it stays inside, to about 13 digits. */
export function inverseIncompleteBeta(a: number, b: number, p: number): number {
  if (!(p > 0)) return 0;
  if (p >= 1) return 1;
  const scale = logBeta(a, b);
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let round = 0; round < 400 && high - low > 1e-16 * high; round++) {
    const miss = incompleteBeta(a, b, x) - p;
    if (miss > 0) high = x;
    else low = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - scale);
    const next = x - miss / density;
    const before = x;
    // Far below the middle the halves are those of the logarithm.
    const middle = low === 0 ? high / 1000 : high > 4 * low ? Math.sqrt(low * high) : (low + high) / 2;
    x = next > low && next < high ? next : middle;
    if (Math.abs(x - before) <= 1e-16 * x) break;
  }
  return x;
}

function continuedFraction(a: number, b: number, x: number): number {
  const TINY = 1e-300;
  const kept = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return result;
}
