import type { Histories } from './histories.ts';
import type { Curvature } from './minimise.ts';

/**
 * The two models in which a customer may leave right after a purchase, with a probability of their own:
 * in 'bg' after each repeat purchase, in 'mbg' after the first purchase as well.
 */
export type DropoutRule = 'bg' | 'mbg';

/**
 * Mean negative log-likelihood per customer of the BG/NBD or MBG/NBD at ln (r, α, a, b), with exact derivatives.
 * Sources: P. Fader, B. Hardie and K. L. Lee, Marketing Science 24 (2005), 275–284, eq. 6, in the form of B. Hardie's
 * note 027 that neither over- nor underflows; E. Batislam, M. Denizel and A. Filiztekin, International Journal of
 * Research in Marketing 24 (2007), 201–209, eq. 3, for the MBG/NBD.
 *
 * A customer's likelihood is a common factor times (alive + dead). What depends on x alone is summed once per x, what
 * depends on a time alone is computed once per time; one exponential and one logarithm remain per history.
 */
export function betaGeometricLoss(histories: Histories, rule: DropoutRule): (logs: readonly number[]) => Curvature {
  const { size, x, weight, recencyAt, ageAt, times, customers } = histories;
  const perCount = countsOf(histories);
  const extra = rule === 'mbg' ? 1 : 0;
  const [u, w] = [new Float64Array(times.length), new Float64Array(times.length)];
  const [leave, inverse] = [new Float64Array(perCount.length), new Float64Array(perCount.length)];

  return (logs) => {
    const [r = 1, alpha = 1, a = 1, b = 1] = logs.map(Math.exp);
    const table = betaGeometricTable(perCount, logs, extra);
    let { value, gr, ga, gb, rr, aa, ab, bb } = table;
    let [gAlpha, rAlpha, alphaAlpha, ra, rb, alphaA, alphaB] = [0, 0, 0, 0, 0, 0, 0];
    for (let at = 0; at < times.length; at++) {
      const time = times[at] as number;
      u[at] = Math.log1p(time / alpha);
      w[at] = time / (alpha + time);
    }
    for (let count = 0; count < leave.length; count++) {
      inverse[count] = 1 / (b + count + extra - 1);
      leave[count] = Math.log(a * (inverse[count] as number));
    }
    for (let at = 0; at < size; at++) {
      const [count, many] = [x[at] as number, weight[at] as number];
      const k = r + count;
      const [uT, wT] = [u[ageAt[at] as number] as number, w[ageAt[at] as number] as number];
      if (count + extra === 0) {
        // BG/NBD: who has not come back has had no occasion to leave.
        value -= many * k * uT;
        gr -= many * uT;
        gAlpha += many * k * wT;
        rAlpha += many * wT;
        alphaAlpha -= many * k * wT * (1 - wT);
        continue;
      }
      const [ut, wt] = [u[recencyAt[at] as number] as number, w[recencyAt[at] as number] as number];
      const gone = (leave[count] as number) + k * (uT - ut);
      const e = Math.exp(gone < 0 ? gone : -gone);
      const q = many * (gone < 0 ? e / (1 + e) : 1 / (1 + e));
      const p = many - q;
      value += many * ((gone > 0 ? gone : 0) + Math.log1p(e) - k * uT);
      gr -= p * uT + q * ut;
      gAlpha += k * (p * wT + q * wt);
      const ib = inverse[count] as number;
      gb -= q * ib;
      ga += q;
      rAlpha += p * wT + q * wt;
      alphaAlpha -= k * (p * wT * (1 - wT) + q * wt * (1 - wt));
      bb += q * ib * ib;
      // The spread between the two branches: p q d dᵀ, d the difference of their slopes in (r, ln α, ln a, b).
      const both = many > 0 ? (p * q) / many : 0;
      const [dr, dAlpha] = [ut - uT, k * (wT - wt)];
      rr += both * dr * dr;
      rAlpha += both * dr * dAlpha;
      alphaAlpha += both * dAlpha * dAlpha;
      ra -= both * dr;
      rb += both * dr * ib;
      alphaA -= both * dAlpha;
      alphaB += both * dAlpha * ib;
      aa += both;
      ab -= both * ib;
      bb += both * ib * ib;
    }
    gAlpha -= table.purchases;
    const hessian = [
      [rr * r * r + gr * r, rAlpha * r, ra * r, rb * r * b],
      [rAlpha * r, alphaAlpha, alphaA, alphaB * b],
      [ra * r, alphaA, aa, ab * b],
      [rb * r * b, alphaB * b, ab * b, bb * b * b + gb * b]
    ];
    return {
      value: -value / customers,
      gradient: [gr * r, gAlpha, ga, gb * b].map((slope) => -slope / customers),
      hessian: hessian.map((row) => row.map((cell) => -cell / customers))
    };
  };
}

/** How many customers have 0, 1, 2 … repeat purchases. */
export function countsOf({ x, weight }: Histories): Float64Array {
  const counts = new Float64Array(x.reduce((most, count) => Math.max(most, count), 0) + 1);
  x.forEach((count, at) => (counts[count] = (counts[count] as number) + (weight[at] as number)));
  return counts;
}

/**
 * What depends on x alone: Σ ln(r + j), Σ ln(b + j) − ln(a + b + j) and their derivatives in r, ln a and b,
 * by running sums instead of differences of ln Γ, which keeps all digits for large parameters.
 */
function betaGeometricTable(perCount: Float64Array, logs: readonly number[], extra: number) {
  const [r = 1, , a = 1, b = 1] = logs.map(Math.exp);
  const sum = { value: 0, gr: 0, ga: 0, gb: 0, rr: 0, aa: 0, ab: 0, bb: 0, purchases: 0 };
  let [rate, rate1, rate2] = [0, 0, 0];
  let [stay, a1, a2, b1, b2] = [0, 0, 0, 0, 0];
  const addStay = (j: number) => {
    const [all, own] = [1 / (a + b + j), 1 / (b + j)];
    stay -= Math.log1p(a * own);
    a1 -= all;
    a2 += all * all;
    b1 += own - all;
    b2 += all * all - own * own;
  };
  if (extra) addStay(0);
  for (let count = 0; count < perCount.length; count++) {
    const many = perCount[count] as number;
    if (many > 0) {
      sum.value += many * (rate + stay - count * (logs[1] as number));
      sum.gr += many * rate1;
      sum.rr += many * rate2;
      sum.ga += many * a * a1;
      sum.gb += many * b1;
      sum.aa += many * (a * a * a2 + a * a1);
      sum.ab += many * a * a2;
      sum.bb += many * b2;
      sum.purchases += many * count;
    }
    rate += Math.log(r + count);
    rate1 += 1 / (r + count);
    rate2 -= 1 / (r + count) ** 2;
    addStay(count + extra);
  }
  return sum;
}
