import { normalBeyond } from './distributions.ts';
import { Z95, type Interval } from './intervals.ts';

/** Answers to "would you recommend us", 9 and 10, 7 and 8, 0 to 6. */
export interface Promoters {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** The net promoter score in points from −100 to 100, within which the interval stays. */
export interface PromoterScore {
  readonly score: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/** Share of promoters less share of detractors; null without answers. Variance (p + d − (p − d)²) / n, of the mean of +1, 0 and −1. */
export function promoterScore({ promoters, passives, detractors }: Promoters): PromoterScore | null {
  const n = promoters + passives + detractors;
  if (!(n > 0)) return null;
  const [p, d] = [promoters / n, detractors / n];
  const score = 100 * (p - d);
  const standardError = 100 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / n);
  const reach = Z95 * standardError;
  return { score, standardError, interval: { low: Math.max(-100, score - reach), high: Math.min(100, score + reach) } };
}

/** How one group's score differs from another's, first minus second; p two-sided, null where neither varies. */
export function comparePromoters(
  first: Promoters,
  second: Promoters
): { readonly difference: number; readonly interval: Interval; readonly z: number | null; readonly p: number | null } | null {
  const [one, other] = [promoterScore(first), promoterScore(second)];
  if (!one || !other) return null;
  const difference = one.score - other.score;
  const error = Math.hypot(one.standardError, other.standardError);
  const z = error > 0 ? difference / error : null;
  const interval = { low: difference - Z95 * error, high: difference + Z95 * error };
  return { difference, interval, z, p: z === null ? null : normalBeyond(z) };
}
