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
  const { size, x, ageAt, times, weight, customers } = histories;
  const perCount = countsOf(histories);
  // Customers and their purchases by T: all that the likelihood needs.
  const [many, purchases] = [new Float64Array(times.length), new Float64Array(times.length)];
  for (let at = 0; at < size; at++) {
    const place = ageAt[at] as number;
    many[place] = (many[place] as number) + (weight[at] as number);
    purchases[place] = (purchases[place] as number) + (weight[at] as number) * (x[at] as number);
  }
  return (logs) => {
    const [r = 1, alpha = 1] = logs.map(Math.exp);
    let [value, gr, gAlpha, rr, rAlpha, alphaAlpha] = [0, 0, 0, 0, 0, 0];
    let [rate, rate1, rate2] = [0, 0, 0];
    for (let count = 0; count < perCount.length; count++) {
      const alike = perCount[count] as number;
      value += alike * (rate - count * (logs[1] as number));
      gr += alike * rate1;
      rr += alike * rate2;
      gAlpha -= alike * count;
      rate += Math.log(r + count);
      rate1 += 1 / (r + count);
      rate2 -= 1 / (r + count) ** 2;
    }
    for (let at = 0; at < times.length; at++) {
      const time = times[at] as number;
      const [u, w] = [Math.log1p(time / alpha), time / (alpha + time)];
      const exponents = r * (many[at] as number) + (purchases[at] as number);
      value -= exponents * u;
      gr -= (many[at] as number) * u;
      gAlpha += exponents * w;
      rAlpha += (many[at] as number) * w;
      alphaAlpha -= exponents * w * (1 - w);
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
