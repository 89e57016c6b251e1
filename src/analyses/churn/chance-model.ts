import { mapAnswer, onlyRow, type Answer, type Step } from '../../engine/answer.ts';
import type { FitProgress } from '../../engine/contract.ts';
import type { RowOf } from '../../engine/query.ts';
import type { ChurnJudged, ChurnRanking } from '../../models/churn-ranking.ts';
import type { Ranking } from '../../models/churn-formula.ts';
import type { Asker, Fitting } from '../../session/asking.ts';
import type { Counting } from '../../session/view.svelte.ts';
import { GROUND, PAST_STANDINGS } from './chance-queries.ts';

export type Ground = RowOf<(typeof GROUND)['columns']>;
export type Report = ChurnRanking['report'];

/** Customers that the ranking looks at, about; of more, every n-th is taken. */
export const MOST_RANKED = 60_000;
const DAY_MS = 86_400_000;
const ROUND_DAYS = [7, 14, 21, 30, 45, 60, 90, 120, 150, 180, 270, 365] as const;
/** No look ahead is shorter. */
export const LEAST_DAYS = ROUND_DAYS[0];

/** The days proposed, and why: `wanted` fits the gaps between purchases, `days` is that or what the past has room for. */
export interface Proposal {
  readonly days: number;
  readonly wanted: number;
}

/**
 * The horizon proposed: the round number of days nearest to the 80th percentile of the gaps between purchases and
 * within their 75th and 90th where there is one, but no longer than lets the past be looked at twice. Source for the
 * range: what nine of ten gaps are shorter than is silence, not rhythm.
 */
export function proposal({ p75, p80, p90, seen_days }: Ground): Proposal {
  const target = p80 ?? 60;
  const nearest = (list: readonly number[]) =>
    list.reduce<number | null>((best, days) => (best === null || off(days, target) < off(best, target) ? days : best), null);
  const within = ROUND_DAYS.filter((days) => p75 !== null && p90 !== null && days >= p75 && days <= p90);
  const wanted = nearest(within) ?? nearest(ROUND_DAYS) ?? LEAST_DAYS;
  const longest = ROUND_DAYS.findLast((days) => 3 * days <= seen_days) ?? LEAST_DAYS;
  return { days: Math.min(wanted, longest), wanted };
}

function off(days: number, target: number): number {
  return Math.abs(Math.log(days / Math.max(1, target)));
}

export const HORIZON_BOUNDS = [LEAST_DAYS, 730] as const;

export function horizonOf(view: Counting, ground: Ground): number {
  return Math.round(view.number('within', proposal(ground).days, ...HORIZON_BOUNDS));
}

/** Of how many customers one is looked at. */
export function everyOf({ customers }: Ground): number {
  return Math.max(1, Math.ceil(customers / MOST_RANKED));
}

export async function askGround(asker: Asker, signal?: AbortSignal): Promise<Answer<Ground>> {
  return onlyRow(await asker.ask(GROUND, {}, signal));
}

export const STEPS: Readonly<Record<Ranking, Step>> = {
  silence: { what: 'days of silence, brought to chances by logistic regression', source: 'Platt 1999' },
  lateness: { what: 'silence ÷ usual gap, brought to chances by logistic regression', source: 'Platt 1999' },
  'repeat-model': { what: 'P(buys within N days) by MBG/NBD', source: 'Batislam, Denizel & Filiztekin 2007' },
  logistic: {
    what: 'logistic regression with ridge on what is known of a customer and the log-odds by MBG/NBD',
    source: 'Hastie, Tibshirani & Friedman 2009, 4.4; Batislam, Denizel & Filiztekin 2007'
  }
};

/** The rankings judged by the past of the whole page's scope. */
export async function judged(
  asker: Asker,
  ground: Ground,
  horizon: number,
  signal?: AbortSignal,
  onProgress?: (progress: FitProgress) => void
): Promise<Answer<Report>> {
  const at = (horizonsAgo: number) => ({
    query: PAST_STANDINGS,
    params: { day: dayBefore(ground.as_of, horizonsAgo * horizon), horizon, every: everyOf(ground) }
  });
  const fitting: Fitting<'churn-ranking'> = {
    task: 'churn-ranking',
    inputs: { now: at(0), latest: at(1), earlier: at(2), earliest: at(3) },
    options: { horizon },
    step: { what: 'rankings judged at past days: AUC (DeLong), Brier, calibration', source: 'DeLong et al. 1988; Brier 1950' }
  };
  return mapAnswer(await asker.fit(fitting, signal, undefined, onProgress), ({ report }) => report);
}

/** The chance below which a customer is flagged: as typed (in percent), else `proposedBelow`. */
export function belowOf(view: Counting, { baseRate }: Pick<ChurnJudged, 'baseRate'>): number {
  return view.number('below', proposedBelow(baseRate) * 100, 0.1, 100) / 100;
}

/** The share who bought last time, but no more than one half; rounded to whole percents, or to tenths below five. */
export function proposedBelow(baseRate: number): number {
  const percents = Math.min(50, baseRate * 100);
  return Math.max(0.1, percents < 5 ? Math.round(percents * 10) / 10 : Math.round(percents)) / 100;
}

export function dayBefore(day: Date, days: number): Date {
  return new Date(day.getTime() - days * DAY_MS);
}
