/** One point of the Lorenz curve, customers from the largest value down. */
export interface ConcentrationPoint {
  /** Share of customers so far. */
  readonly customers: number;
  /** Their share of the money. */
  readonly money: number;
}

export interface Concentration {
  readonly customers: number;
  readonly total: number;
  /** 0 when all are worth the same, towards 1 when one is worth everything. */
  readonly gini: number;
  /** From (0, 0) to (1, 1), at most `points` of them, evenly spread over customers. */
  readonly curve: readonly ConcentrationPoint[];
  /** How many had a value below 0, which counts as 0. */
  readonly negative: number;
}

/**
 * How unevenly money is spread over customers; null when there is none. The Gini coefficient is the mean absolute
 * difference over twice the mean, without correction for small samples. Source: C. Gini, "Variabilità e mutabilità" (1912); M. Lorenz,
 * Publications of the American Statistical Association 9 (1905), 209–219.
 */
export function concentrationOf(values: ArrayLike<number>, points = 101): Concentration | null {
  const sorted = Float64Array.from(values, (value) => Math.max(0, value))
    .sort()
    .reverse();
  const n = sorted.length;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return null;
  const weighted = sorted.reduce((sum, value, at) => sum + (n - at) * value, 0);
  const cumulative = new Float64Array(n + 1);
  for (let at = 0; at < n; at++) cumulative[at + 1] = (cumulative[at] as number) + (sorted[at] as number);
  const steps = Math.min(n, Math.max(1, points - 1));
  const curve = Array.from({ length: steps + 1 }, (_, step) => {
    const count = Math.round((step * n) / steps);
    return { customers: count / n, money: step === steps ? 1 : (cumulative[count] as number) / total };
  });
  const negative = Array.from(values).filter((value) => value < 0).length;
  return { customers: n, total, gini: Math.max(0, (2 * weighted) / (n * total) - (n + 1) / n), curve, negative };
}

/** The share of the money that the top `share` of customers (rounded up to whole ones) has; null when there is none. */
export function topShare(values: ArrayLike<number>, share: number): number | null {
  const sorted = Float64Array.from(values, (value) => Math.max(0, value))
    .sort()
    .reverse();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return null;
  return sorted.slice(0, Math.ceil(share * sorted.length - 1e-9)).reduce((sum, value) => sum + value, 0) / total;
}
