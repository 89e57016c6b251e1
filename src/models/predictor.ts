/**
 * What a model of repeat buying with known parameters says of one customer. Histories are x, t_x and T (see
 * `Histories`), t is a horizon from now, all in the unit of the fit. Probabilities lie within 0 to 1, moments are
 * not negative, and all are finite.
 */
export interface Predictor {
  /** P(still a customer | x, t_x, T). */
  alive(x: number, recency: number, age: number): number;
  /** P(at least one purchase within t | still a customer). */
  buysIfAlive(x: number, age: number, t: number): number;
  /** E(purchases within t | still a customer). */
  expectedIfAlive(x: number, age: number, t: number): number;
  /** E(N (N − 1) | still a customer) for N purchases within t: with the mean it gives the variance. */
  pairsIfAlive(x: number, age: number, t: number): number;
  /** The time within which a share of those who are still customers has bought; null when fewer ever will. */
  waitIfAlive(x: number, age: number, share: number): number | null;
}

/** 1 − (1 + t / age)^(−shape), the share of a Lomax below t, without loss of digits for small t. */
export function lomaxBelow(t: number, scale: number, shape: number): number {
  return -Math.expm1(-shape * Math.log1p(t / scale));
}

/** The t below which a `share` of a Lomax lies. */
export function lomaxQuantile(share: number, scale: number, shape: number): number {
  return scale * Math.expm1(-Math.log1p(-share) / shape);
}
