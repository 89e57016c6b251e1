/** Size, mean and sample variance (with n − 1) of a list; the variance of fewer than two is 0. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** One pass over the list, without loss of digits. Source: B. Welford, Technometrics 4 (1962), 419–420. */
export function momentsOf(values: ArrayLike<number>): Moments {
  let [mean, squares] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    const off = (values[at] as number) - mean;
    mean += off / (at + 1);
    squares += off * ((values[at] as number) - mean);
  }
  return { n: values.length, mean, variance: values.length > 1 ? squares / (values.length - 1) : 0 };
}

/** Covariance with n − 1 of two lists of one length; 0 for fewer than two. */
export function covarianceOf(xs: ArrayLike<number>, ys: ArrayLike<number>): number {
  let [mx, my, sum] = [0, 0, 0];
  for (let at = 0; at < xs.length; at++) {
    const off = (xs[at] as number) - mx;
    mx += off / (at + 1);
    my += ((ys[at] as number) - my) / (at + 1);
    sum += off * ((ys[at] as number) - my);
  }
  return xs.length > 1 ? sum / (xs.length - 1) : 0;
}

/** Pearson's correlation; null where one side does not vary. */
export function pearson(xs: ArrayLike<number>, ys: ArrayLike<number>): number | null {
  const both = momentsOf(xs).variance * momentsOf(ys).variance;
  return both > 0 ? Math.max(-1, Math.min(1, covarianceOf(xs, ys) / Math.sqrt(both))) : null;
}

/** The quantile of a sorted list by linear interpolation, R's type 7; null of an empty one. */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number | null {
  if (sorted.length === 0) return null;
  const place = Math.min(1, Math.max(0, p)) * (sorted.length - 1);
  const low = Math.floor(place);
  const value = sorted[low] as number;
  return low + 1 < sorted.length ? value + (place - low) * ((sorted[low + 1] as number) - value) : value;
}
