/** Numbers from 0 up to but not 1, the same for the same seed. */
export type Uniform = () => number;

/** A generator with 128 bits of state. Source: C. Doty-Humphrey's sfc32 of PractRand, seeded by Weyl steps of the seed. */
export function uniformFrom(seed: number): Uniform {
  let [a, b, c, count] = [seed | 0, (seed / 2 ** 32) | 0, 0x9e3779b9, 1];
  const next = (): number => {
    const out = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + out) | 0;
    return (out >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** One draw from the standard normal. Source: G. Box and M. Muller, Annals of Mathematical Statistics 29 (1958). */
export function normalDraw(uniform: Uniform): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** One draw from the exponential with mean 1. */
export function exponentialDraw(uniform: Uniform): number {
  return -Math.log(1 - uniform());
}

/** One draw from the gamma with this shape and scale 1. Source: G. Marsaglia and W. Tsang, ACM TOMS 26 (2000), 363–372. */
export function gammaDraw(shape: number, uniform: Uniform): number {
  if (shape < 1) return gammaDraw(shape + 1, uniform) * Math.pow(1 - uniform(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalDraw(uniform);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** One draw from the beta with these shapes. */
export function betaDraw(a: number, b: number, uniform: Uniform): number {
  const x = gammaDraw(a, uniform);
  const y = gammaDraw(b, uniform);
  return x + y > 0 ? x / (x + y) : a / (a + b);
}

/** The place of one of `weights`, drawn by its weight. */
export function placeDraw(weights: readonly number[], uniform: Uniform): number {
  let left = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [place, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return place;
  }
  return weights.length - 1;
}
