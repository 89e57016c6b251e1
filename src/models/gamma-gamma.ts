import { digamma, logGamma, trigamma } from './gamma-function.ts';
import type { Curvature } from './minimise.ts';

/** Customers who came back: purchases counted, and the mean money of these purchases, above 0. */
export interface Spends {
  readonly x: Float64Array;
  readonly mean: Float64Array;
}

/**
 * Mean negative log-likelihood per customer of the Gamma-Gamma model at ln (p, q, γ), with exact derivatives: each
 * purchase is Gamma(p, ν), and ν differs between customers as Gamma(q, γ). Sources: P. Fader and B. Hardie, "The
 * Gamma-Gamma Model of Monetary Value", note 025 (2013), eq. 1a; P. Fader, B. Hardie and K. L. Lee, Journal of
 * Marketing Research 42 (2005), 415–430.
 */
export function gammaGammaLoss({ x, mean }: Spends): (logs: readonly number[]) => Curvature {
  const customers = x.length;
  const many = new Map<number, number>();
  x.forEach((count) => many.set(count, (many.get(count) ?? 0) + 1));
  const sums = mean.map((money, at) => money * (x[at] as number));
  const logMean = mean.reduce((sum, money) => sum + Math.log(money), 0);
  const xLogSum = sums.reduce((sum, money, at) => sum + (x[at] as number) * Math.log(money), 0);
  return (logs) => {
    const [p = 1, q = 1, gamma = 1] = logs.map(Math.exp);
    let value = customers * (q * Math.log(gamma) - logGamma(q)) + p * xLogSum - logMean;
    let gp = xLogSum;
    let gq = customers * (Math.log(gamma) - digamma(q));
    let [pp, pq, qq] = [0, 0, -customers * trigamma(q)];
    for (const [count, times] of many) {
      const [shape, all] = [p * count, p * count + q];
      value += times * (logGamma(all) - logGamma(shape));
      gp += times * count * (digamma(all) - digamma(shape));
      gq += times * digamma(all);
      pp += times * count * count * (trigamma(all) - trigamma(shape));
      pq += times * count * trigamma(all);
      qq += times * trigamma(all);
    }
    // γ by its logarithm: w = γ / (γ + x m) is the share of the prior.
    let [gGamma, gammaGamma, pGamma, qGamma] = [customers * q, 0, 0, customers];
    for (let at = 0; at < customers; at++) {
      const [count, money] = [x[at] as number, sums[at] as number];
      const shape = p * count + q;
      const log = Math.log(money + gamma);
      const w = gamma / (money + gamma);
      value -= shape * log;
      gp -= count * log;
      gq -= log;
      gGamma -= shape * w;
      gammaGamma -= shape * w * (1 - w);
      pGamma -= count * w;
      qGamma -= w;
    }
    const hessian = [
      [pp * p * p + gp * p, pq * p * q, pGamma * p],
      [pq * p * q, qq * q * q + gq * q, qGamma * q],
      [pGamma * p, qGamma * q, gammaGamma]
    ];
    return {
      value: -value / customers,
      gradient: [gp * p, gq * q, gGamma].map((slope) => -slope / customers),
      hessian: hessian.map((row) => row.map((cell) => -cell / customers))
    };
  };
}
