import { chiSquareAbove } from './distributions.ts';

/** Whether groups came out as large as planned. */
export interface SampleRatio {
  readonly chiSquare: number;
  readonly p: number;
  /** p below 0.001: the assignment is broken, and nothing read from it holds. */
  readonly isBroken: boolean;
}

/**
 * Pearson's χ² of the sizes of groups against their planned shares (equal ones unless given); null when fewer than two
 * groups, or nobody. Source: A. Fabijan et al., "Diagnosing Sample Ratio Mismatch", KDD 2019.
 */
export function sampleRatio(sizes: readonly number[], shares: readonly number[] = sizes.map(() => 1)): SampleRatio | null {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  if (sizes.length < 2 || !(all > 0)) return null;
  if (shares.length !== sizes.length || shares.some((share) => !(share > 0)))
    throw new RangeError(`every group needs a planned share above 0: ${shares.join(', ')}`);
  const chiSquare = sizes.reduce((sum, size, at) => {
    const planned = (all * (shares[at] ?? 0)) / whole;
    return sum + (size - planned) ** 2 / planned;
  }, 0);
  const p = chiSquareAbove(chiSquare, sizes.length - 1);
  return { chiSquare, p, isBroken: p < 0.001 };
}

/** p values adjusted for their number, in the order given. Source: S. Holm, Scandinavian Journal of Statistics 6 (1979), 65–70. */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, at) => ({ p, at })).sort((one, other) => one.p - other.p);
  const adjusted = ps.map(() => 1);
  let largest = 0;
  order.forEach(({ p, at }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (ps.length - rank)));
    adjusted[at] = largest;
  });
  return adjusted;
}
