import { withinVariance, type Estimate } from './estimate.ts';
import { wilson } from './intervals.ts';

/** Scores and what happened (1 or 0), place by place. */
export interface Scored {
  readonly scores: ArrayLike<number>;
  readonly outcomes: ArrayLike<number>;
}

/** Customers alike together: the score they share, how many of them had the event, and how many did not. */
export interface ScoredGroups {
  readonly scores: ArrayLike<number>;
  readonly events: ArrayLike<number>;
  readonly others: ArrayLike<number>;
}

/** `aucOfGroups` of customers one by one. */
export function auc({ scores, outcomes }: Scored): Estimate | null {
  return aucOfGroups({ scores, events: outcomes, others: Uint8Array.from(outcomes, (outcome) => 1 - outcome) });
}

/**
 * The chance that somebody with the event has a higher score than somebody without it, ties counted half: 0.5 is
 * guessing. Null unless both kinds are there. Interval by DeLong's variance, symmetric on the logit. Source: E. DeLong,
 * D. DeLong and D. Clarke-Pearson, Biometrics 44 (1988), 837–845.
 */
export function aucOfGroups({ scores, events, others }: ScoredGroups): Estimate | null {
  const [m, n] = [sumOf(events), sumOf(others)];
  if (m === 0 || n === 0) return null;
  const order = descending(scores);
  // Per place: the share of the others below it, and of the events above it.
  const [below, above] = [new Float64Array(order.length), new Float64Array(order.length)];
  let [seenEvents, seenOthers] = [0, 0];
  for (let from = 0; from < order.length;) {
    let [to, tiedEvents, tiedOthers] = [from, 0, 0];
    for (; to < order.length && scores[order[to] as number] === scores[order[from] as number]; to++) {
      tiedEvents += events[order[to] as number] as number;
      tiedOthers += others[order[to] as number] as number;
    }
    for (const at of order.subarray(from, to)) {
      below[at] = (n - seenOthers - tiedOthers / 2) / n;
      above[at] = (seenEvents + tiedEvents / 2) / m;
    }
    [from, seenEvents, seenOthers] = [to, seenEvents + tiedEvents, seenOthers + tiedOthers];
  }
  const value = below.reduce((sum, share, at) => sum + share * (events[at] as number), 0) / m;
  const spread = (shares: Float64Array, counts: ArrayLike<number>, all: number) =>
    all > 1 ? shares.reduce((sum, share, at) => sum + (counts[at] as number) * (share - value) ** 2, 0) / (all - 1) / all : 0;
  const slope = value * (1 - value);
  // Without a single pair in the wrong order (or the right one) the ranks do not vary: as if the rarer kind were counted.
  if (!(slope > 0)) return { value, ...(wilson(value * Math.min(m, n), Math.min(m, n)) ?? { low: 0, high: 1 }) };
  const variance = (spread(below, events, m) + spread(above, others, n)) / slope ** 2;
  const { low, high } = withinVariance(Float64Array.of(value), Float64Array.of(variance), 'logit');
  return { value, low: low[0] ?? value, high: high[0] ?? value };
}

/** How often the event came among the highest scores. */
export interface Lift {
  /** Customers in the top share, rounded to whole ones, at least one. */
  readonly flagged: number;
  /** Events among them; ties at the edge count by their share, so that the order of rows does not matter. */
  readonly events: number;
  readonly rate: number;
  readonly baseRate: number;
  /** rate / base rate. */
  readonly lift: number;
}

/** The lift of the top `share` by score; null without customers or events. */
export function liftAt({ scores, outcomes }: Scored, share: number): Lift | null {
  const n = scores.length;
  const all = sumOf(outcomes);
  if (n === 0 || all === 0) return null;
  const flagged = Math.min(n, Math.max(1, Math.round(share * n)));
  const order = descending(scores);
  const edge = scores[order[flagged - 1] as number] as number;
  let [above, events, tied, tiedEvents] = [0, 0, 0, 0];
  for (const at of order) {
    const score = scores[at] as number;
    if (score < edge) break;
    if (score > edge) [above, events] = [above + 1, events + (outcomes[at] as number)];
    else [tied, tiedEvents] = [tied + 1, tiedEvents + (outcomes[at] as number)];
  }
  const found = events + ((flagged - above) * tiedEvents) / tied;
  const [rate, baseRate] = [found / flagged, all / n];
  return { flagged, events: found, rate, baseRate, lift: rate / baseRate };
}

/** How far predicted chances are from what happened. */
export interface ChanceErrors {
  /** Mean squared distance. Source: G. Brier, Monthly Weather Review 78 (1950), 1–3. */
  readonly brier: number;
  /** The same when everybody is given the base rate: what is to be beaten. */
  readonly baseBrier: number;
  /** Mean negative log-likelihood; chances of 0 and 1 count as 1e-15 off. */
  readonly logLoss: number;
  readonly meanChance: number;
  readonly baseRate: number;
}

/** Errors of chances within 0 to 1; null without customers. */
export function chanceErrors({ scores, outcomes }: Scored): ChanceErrors | null {
  const n = scores.length;
  if (n === 0) return null;
  let [squares, logs, sum] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    const [p, y] = [scores[at] as number, outcomes[at] as number];
    squares += (p - y) ** 2;
    const kept = Math.min(1 - 1e-15, Math.max(1e-15, p));
    logs -= y === 1 ? Math.log(kept) : Math.log1p(-kept);
    sum += p;
  }
  const baseRate = sumOf(outcomes) / n;
  return { brier: squares / n, baseBrier: baseRate * (1 - baseRate), logLoss: logs / n, meanChance: sum / n, baseRate };
}

/** One group of a calibration chart: what was said and what happened. */
export interface CalibrationGroup {
  readonly customers: number;
  readonly predicted: number;
  readonly observed: number;
  /** Wilson's interval of the observed rate. */
  readonly low: number;
  readonly high: number;
}

export interface Calibration {
  /** By rising chance, of about equal size. */
  readonly groups: readonly CalibrationGroup[];
  /** Mean distance of predicted and observed, weighted by size. */
  readonly expectedError: number;
}

/**
 * Customers in order of their chance, cut into groups of about equal size; customers with the same chance stay
 * together, so that fewer groups can come out. Null without customers. Source of the error: M. Naeini, G. Cooper and
 * M. Hauskrecht, AAAI 2015.
 */
export function calibration({ scores, outcomes }: Scored, groups = 10): Calibration | null {
  const n = scores.length;
  if (n === 0) return null;
  const order = descending(scores).reverse();
  const made: CalibrationGroup[] = [];
  for (let from = 0; from < n;) {
    let to = Math.max(from + 1, Math.min(n, Math.round(((made.length + 1) * n) / groups)));
    while (to < n && scores[order[to] as number] === scores[order[to - 1] as number]) to++;
    if (made.length === groups - 1) to = n;
    const members = order.slice(from, to);
    const events = members.reduce((sum, at) => sum + (outcomes[at] as number), 0);
    const predicted = members.reduce((sum, at) => sum + (scores[at] as number), 0) / members.length;
    const interval = wilson(events, members.length);
    made.push({
      customers: members.length,
      predicted,
      observed: events / members.length,
      low: interval?.low ?? 0,
      high: interval?.high ?? 1
    });
    from = to;
  }
  const expectedError = made.reduce((sum, { customers, predicted, observed }) => sum + customers * Math.abs(predicted - observed), 0) / n;
  return { groups: made, expectedError };
}

/** Places in order of falling score. */
export function descending(scores: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: scores.length }, (_, at) => at).sort(
    (one, other) => (scores[other] as number) - (scores[one] as number)
  );
}

function sumOf(list: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < list.length; at++) sum += list[at] as number;
  return sum;
}
