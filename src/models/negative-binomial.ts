import { countsOf } from './beta-geometric.ts';
import type { Histories } from './histories.ts';
import type { Curvature } from './minimise.ts';
import { lomaxBelow, lomaxQuantile, type Predictor } from './predictor.ts';

/** Parameters of the NBD: purchase rates are Gamma(r, α), and nobody ever leaves. */
export interface NegativeBinomialParameters {
  readonly r: number;
  readonly alpha: number;
}

/**
 * Mean negative log-likelihood per customer of the NBD at ln (r, α), with exact derivatives: what BG/NBD, MBG/NBD and
 * Pareto/NBD become when nobody leaves. Source: A. Ehrenberg, Applied Statistics 8 (1959), 26–41.
 */
export function negativeBinomialLoss(histories: Histories): (logs: readonly number[]) => Curvature {
  const { size, x, age, weight, customers } = histories;
  const perCount = countsOf(histories);
  return (logs) => {
    const [r = 1, alpha = 1] = logs.map(Math.exp);
    let [value, gr, gAlpha, rr, rAlpha, alphaAlpha] = [0, 0, 0, 0, 0, 0];
    let [rate, rate1, rate2] = [0, 0, 0];
    for (let count = 0; count < perCount.length; count++) {
      const many = perCount[count] as number;
      value += many * (rate - count * (logs[1] as number));
      gr += many * rate1;
      rr += many * rate2;
      gAlpha -= many * count;
      rate += Math.log(r + count);
      rate1 += 1 / (r + count);
      rate2 -= 1 / (r + count) ** 2;
    }
    for (let at = 0; at < size; at++) {
      const [k, many, time] = [r + (x[at] as number), weight[at] as number, age[at] as number];
      const [u, w] = [Math.log1p(time / alpha), time / (alpha + time)];
      value -= many * k * u;
      gr -= many * u;
      gAlpha += many * k * w;
      rAlpha += many * w;
      alphaAlpha -= many * k * w * (1 - w);
    }
    const hessian = [
      [rr * r * r + gr * r, rAlpha * r],
      [rAlpha * r, alphaAlpha]
    ];
    return {
      value: -value / customers,
      gradient: [(-gr * r) / customers, -gAlpha / customers],
      hessian: hessian.map((row) => row.map((cell) => -cell / customers))
    };
  };
}

/** The NBD of known parameters: (r + x) t / (α + T) purchases within t. */
export function negativeBinomialPredictor({ r, alpha }: NegativeBinomialParameters): Predictor {
  return {
    alive: () => 1,
    buysIfAlive: (x, age, t) => lomaxBelow(t, alpha + age, r + x),
    expectedIfAlive: (x, age, t) => ((r + x) * t) / (alpha + age),
    pairsIfAlive: (x, age, t) => (r + x) * (r + x + 1) * (t / (alpha + age)) ** 2,
    waitIfAlive: (x, age, share) => lomaxQuantile(share, alpha + age, r + x)
  };
}
