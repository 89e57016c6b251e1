import type { Estimate } from './estimate.ts';
import { Z95 } from './intervals.ts';
import { descending } from './ranking.ts';

/**
 * By how much one ranking's area under the curve is above another's on the same customers, with its 95% interval; null
 * unless both outcomes are there. Above 0 the first is better. Source: E. DeLong, D. DeLong and D. Clarke-Pearson,
 * Biometrics 44 (1988), 837–845, for correlated curves.
 */
export function aucDifference(one: ArrayLike<number>, other: ArrayLike<number>, outcomes: ArrayLike<number>): Estimate | null {
  const [first, second] = [placements(one, outcomes), placements(other, outcomes)];
  const both = { with: [] as number[], without: [] as number[] };
  for (let at = 0; at < outcomes.length; at++)
    (outcomes[at] === 1 ? both.with : both.without).push((first[at] as number) - (second[at] as number));
  if (both.with.length === 0 || both.without.length === 0) return null;
  const [above, below] = [meanAndError(both.with), meanAndError(both.without)];
  const reach = Z95 * Math.sqrt(above.variance + below.variance);
  return { value: above.mean, low: above.mean - reach, high: above.mean + reach };
}

/** For each customer, the share of those with the other outcome whom the score puts on the right side; ties count half. */
function placements(scores: ArrayLike<number>, outcomes: ArrayLike<number>): Float64Array {
  const order = descending(scores);
  let [positives, negatives] = [0, 0];
  for (const at of order) {
    if (outcomes[at] === 1) positives++;
    else negatives++;
  }
  const placed = new Float64Array(order.length);
  let [positivesAbove, negativesAbove] = [0, 0];
  for (let from = 0; from < order.length;) {
    let to = from;
    let [tiedPositives, tiedNegatives] = [0, 0];
    const score = scores[order[from] as number];
    for (; to < order.length && scores[order[to] as number] === score; to++) {
      if (outcomes[order[to] as number] === 1) tiedPositives++;
      else tiedNegatives++;
    }
    for (let place = from; place < to; place++) {
      const at = order[place] as number;
      placed[at] =
        outcomes[at] === 1
          ? (negatives - negativesAbove - tiedNegatives / 2) / negatives
          : (positivesAbove + tiedPositives / 2) / positives;
    }
    [positivesAbove, negativesAbove] = [positivesAbove + tiedPositives, negativesAbove + tiedNegatives];
    from = to;
  }
  return placed;
}

function meanAndError(list: readonly number[]): { mean: number; variance: number } {
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  const squares = list.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: list.length > 1 ? squares / (list.length - 1) / list.length : 0 };
}
