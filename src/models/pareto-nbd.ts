import { countsOf } from './beta-geometric.ts';
import type { Histories } from './histories.ts';
import type { Curvature } from './minimise.ts';
import { powerIntegral } from './power-integral.ts';
import type { Predictor } from './predictor.ts';

/** Parameters of the Pareto/NBD: purchase rates are Gamma(r, α), rates of leaving Gamma(s, β). */
export interface ParetoParameters {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/**
 * Mean negative log-likelihood per customer of the Pareto/NBD at ln (r, α, s, β), with exact derivatives.
 * Source: D. Schmittlein, D. Morrison and R. Colombo, Management Science 33 (1987), 1–24. The chance of having left
 * is taken as the integral over the moment of leaving, between t_x and T (P. Fader and B. Hardie, "A Note on Deriving
 * the Pareto/NBD Model", 2005, eq. 40), instead of the difference of two ₂F₁: it does not cancel, and its derivatives
 * are means under the same integrand.
 */
export function paretoLoss(histories: Histories): (logs: readonly number[]) => Curvature {
  const { size, x, recency, age, weight, customers } = histories;
  const perCount = countsOf(histories);
  return (logs) => {
    const [r = 1, alpha = 1, s = 1, beta = 1] = logs.map(Math.exp);
    let value = 0;
    const gradient = [0, 0, 0, 0];
    const hessian = [0, 1, 2, 3].map(() => [0, 0, 0, 0]);
    const add = (row: number, column: number, much: number) => {
      const cells = hessian[row] as number[];
      cells[column] = (cells[column] as number) + much;
      if (row !== column) (hessian[column] as number[])[row] = cells[column] as number;
    };
    const slope = (row: number, much: number) => (gradient[row] = (gradient[row] as number) + much);
    // What depends on x alone: Γ(r + x) / Γ(r), by running sums.
    let [rate, rate1, rate2] = [0, 0, 0];
    for (let count = 0; count < perCount.length; count++) {
      const many = perCount[count] as number;
      value += many * rate;
      slope(0, many * rate1);
      add(0, 0, many * rate2);
      rate += Math.log(r + count);
      rate1 += 1 / (r + count);
      rate2 -= 1 / (r + count) ** 2;
    }
    // α^r β^s stands before every customer's likelihood.
    value += customers * (r * Math.log(alpha) + s * Math.log(beta));
    slope(0, customers * Math.log(alpha));
    slope(1, (customers * r) / alpha);
    slope(2, customers * Math.log(beta));
    slope(3, (customers * s) / beta);
    add(0, 1, customers / alpha);
    add(1, 1, (-customers * r) / alpha ** 2);
    add(2, 3, customers / beta);
    add(3, 3, (-customers * s) / beta ** 2);
    const [alive, dead] = [new Float64Array(4), new Float64Array(4)];
    for (let at = 0; at < size; at++) {
      const [k, many, last, whole] = [r + (x[at] as number), weight[at] as number, recency[at] as number, age[at] as number];
      const [A, B] = [alpha + whole, beta + whole];
      const [lnA, lnB] = [Math.log(A), Math.log(B)];
      const { log, means, products } = powerIntegral(last, whole, alpha, beta, k, s + 1, true);
      const [still, gone] = [-k * lnA - s * lnB, Math.log(s) + log];
      const top = Math.max(still, gone);
      const both = Math.exp(still - top) + Math.exp(gone - top);
      value += many * (top + Math.log(both));
      const p = Math.exp(still - top) / both;
      const q = 1 - p;
      alive.set([-lnA, -k / A, -lnB, -s / B]);
      const [m0, m1, m2, m3] = [means[0] as number, means[1] as number, means[2] as number, means[3] as number];
      dead.set([-m0, -k * m1, 1 / s - m2, -(s + 1) * m3]);
      for (let i = 0; i < 4; i++) {
        slope(i, many * (p * (alive[i] as number) + q * (dead[i] as number)));
        for (let j = 0; j <= i; j++) {
          const spread = ((alive[i] as number) - (dead[i] as number)) * ((alive[j] as number) - (dead[j] as number));
          const factor = exponentOf(i, k, s) * exponentOf(j, k, s);
          const covariance = factor * ((products[4 * i + j] as number) - (means[i] as number) * (means[j] as number));
          add(i, j, many * (p * q * spread + q * covariance));
        }
      }
      // Second derivatives of the logs of both branches, apart from the covariance above.
      add(0, 1, many * (-p / A - q * m1));
      add(1, 1, many * ((p * k) / (A * A) + q * k * (products[5] as number)));
      add(2, 2, (-many * q) / (s * s));
      add(2, 3, many * (-p / B - q * m3));
      add(3, 3, many * ((p * s) / (B * B) + q * (s + 1) * (products[15] as number)));
    }
    const theta = [r, alpha, s, beta];
    return {
      value: -value / customers,
      gradient: gradient.map((one, i) => (-one * (theta[i] as number)) / customers),
      hessian: hessian.map((row, i) =>
        row.map((cell, j) => {
          const scaled = cell * (theta[i] as number) * (theta[j] as number);
          return -(i === j ? scaled + (gradient[i] as number) * (theta[i] as number) : scaled) / customers;
        })
      )
    };
  };
}

/** How the integrand's logarithm changes with each parameter, as a multiple of the four features of `PowerIntegral`. */
function exponentOf(parameter: number, k: number, s: number): number {
  return parameter === 1 ? k : parameter === 3 ? s + 1 : 1;
}

/** The Pareto/NBD of known parameters. Sources: the formulas of Fader and Hardie (2005), with β + T = B and α + T = A. */
export function paretoPredictor({ r, alpha, s, beta }: ParetoParameters): Predictor {
  const buysIfAlive = (x: number, age: number, t: number) => {
    const [k, A, B] = [r + x, alpha + age, beta + age];
    const { log } = powerIntegral(age, age + t, alpha, beta, k + 1, s);
    return Math.min(1, Math.exp(Math.log(k) + k * Math.log(A) + s * Math.log(B) + log));
  };
  return {
    alive: (x, recency, age) => {
      const { log } = powerIntegral(recency, age, alpha, beta, r + x, s + 1);
      return 1 / (1 + Math.exp(Math.log(s) + log + (r + x) * Math.log(alpha + age) + s * Math.log(beta + age)));
    },
    buysIfAlive,
    expectedIfAlive: (x, age, t) => ((r + x) / (alpha + age)) * (beta + age) * stretched(t / (beta + age), 1 - s),
    pairsIfAlive: (x, age, t) => {
      const [B, z] = [beta + age, t / (beta + age)];
      // ∫ u (1 + u / B)^−s du up to t, over B²: a series where the closed form would cancel.
      const series = ((z * z) / 2) * (1 - (2 * s * z) / 3 + (s * (s + 1) * z * z) / 4);
      const inner = z * Math.max(1, s) < 0.01 ? series : Math.max(0, stretched(z, 2 - s) - stretched(z, 1 - s));
      return ((2 * (r + x) * (r + x + 1)) / (alpha + age) ** 2) * B * B * inner;
    },
    waitIfAlive: (x, age, share) => waitUntil((t) => buysIfAlive(x, age, t), share, alpha + age)
  };
}

/**
 * Discounted expected transactions from now on without end, with continuous discounting at `delta` per unit of time,
 * for somebody who is still a customer. Source: P. Fader, B. Hardie and K. L. Lee, "RFM and CLV", Journal of Marketing
 * Research 42 (2005), 415–430, eq. 4, as the integral of the discounted rate.
 */
export function discountedIfAlive({ r, alpha, s, beta }: ParetoParameters, x: number, age: number, delta: number): number {
  if (!(delta > 0)) throw new RangeError(`the discount rate must be above 0, not ${delta}`);
  const B = beta + age;
  // In v = ln(1 + u / B) the integrand is smooth, and gone where δ u = 40.
  const range = Math.log1p(40 / (delta * B));
  const steps = 2 * Math.ceil(range * 100);
  const height = range / steps;
  let sum = 0;
  for (let at = 0; at <= steps; at++) {
    const v = at * height;
    const simpson = at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2;
    sum += simpson * Math.exp((1 - s) * v - delta * B * Math.expm1(v));
  }
  return ((r + x) / (alpha + age)) * B * ((sum * height) / 3);
}

/** ((1 + z)^power − 1) / power, and its limit ln(1 + z) at 0. */
function stretched(z: number, power: number): number {
  const log = Math.log1p(z);
  return Math.abs(power * log) < 1e-12 ? log : Math.expm1(power * log) / power;
}

function waitUntil(shareAt: (t: number) => number, share: number, unit: number): number | null {
  let high = unit;
  for (let round = 0; shareAt(high) < share; round++) {
    if (round === 40) return null;
    high *= 2;
  }
  let low = 0;
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (shareAt(middle) < share) low = middle;
    else high = middle;
  }
  return high;
}
