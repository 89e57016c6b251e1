import type { RowOf } from '../../engine/query.ts';
import { survivalAt, type Survival } from '../../models/survival.ts';
import type { Format } from '../../i18n/format.ts';
import type { ChurnWords } from './messages.ts';
import type { BACKTEST, CHURN_MONTHS, CONTACT_COLUMNS, SUMMARY_COLUMNS } from './queries.ts';
import type { Rule, Telling } from './rule.ts';

export type FlaggedSummary = RowOf<typeof SUMMARY_COLUMNS>;
export type Contact = RowOf<typeof CONTACT_COLUMNS>;
export type ChurnMonth = RowOf<(typeof CHURN_MONTHS)['columns']>;
export type Cut = RowOf<(typeof BACKTEST)['columns']>;

/** How many are flagged and how few of them hold half of the money. */
export function contactFinding(
  summary: FlaggedSummary,
  words: Pick<ChurnWords['contact'], 'finding' | 'findingNoMoney'>,
  format: Format
): string {
  const due = format.integer(summary.past_due);
  return summary.amount_year > 0
    ? words.finding(due, format.integer(summary.customers_of_half), format.shortMoney(summary.amount_year))
    : words.findingNoMoney(due);
}

/** The latest past warning, and whether it did better than everybody's share and, by own rhythm, than silence alone (by fixed days it is that). */
export function backtestFinding(cuts: readonly Cut[], { rule }: Rule, { words, format }: Telling): string {
  const cut = latestCut(cuts);
  if (!cut) return words.backtest.none;
  const [day, warned, base, plain] = [
    format.date(cut.cut_day),
    format.integer(cut.warned),
    format.percent(cut.base_share),
    format.percent(cut.plain_share)
  ];
  if (isTooFew(cut)) return words.backtest.few(day, warned, format.integer(cut.warned_away));
  const [low, high, silence] = [cut.low ?? 0, cut.high ?? 1, cut.plain_share ?? 0];
  const isTelling = low > cut.base_share;
  const against = isTelling ? words.backtest.aboveBase : high < cut.base_share ? words.backtest.belowBase : words.backtest.likeBase;
  // Silence is only recommended where it tells something itself.
  const beside =
    high < silence && (cut.plain_low ?? 0) > cut.base_share
      ? words.backtest.worse
      : !isTelling
        ? words.backtest.only
        : low > silence
          ? words.backtest.better
          : words.backtest.same;
  return words.backtest.finding(day, warned, format.percent(cut.share)) + against(base) + (rule === 'days' ? '' : beside(plain));
}

/** The last cut at which anybody would have been warned. */
export function latestCut(cuts: readonly Cut[]): Cut | undefined {
  return cuts.findLast(({ warned }) => warned > 0);
}

const LEAST_WARNED = 10;

/** So few were warned that the share of them who stayed away says nothing. */
export function isTooFew({ warned }: Cut): boolean {
  return warned < LEAST_WARNED;
}

/** The latest complete month against the six before it. */
export function monthFinding(months: readonly ChurnMonth[], { words, format }: Telling): string {
  const complete = months.filter(({ is_complete, active }) => is_complete && active > 0);
  const latest = complete.at(-1);
  if (!latest) return words.months.none;
  const sentence = words.months.finding(
    format.month(latest.month),
    format.percent(latest.share),
    format.integer(latest.lost),
    format.integer(latest.active)
  );
  const before = complete.slice(-7, -1).filter(({ lost }) => lost > 0);
  if (before.length < 3) return sentence + words.months.stop;
  const rate = before.reduce((sum, { lost }) => sum + lost, 0) / before.reduce((sum, { active }) => sum + active, 0);
  return sentence + words.months.against(format.percent(rate), format.integer(before.length));
}

/** How many are back by day 90, and how many of the others come in the 90 days after. */
export function secondFinding(curve: Survival, { words, format }: Telling): string {
  const last = curve.steps.at(-1)?.time ?? 0;
  const day = [90, 60, 30].find((one) => one <= last) ?? Math.max(1, last);
  const now = survivalAt(curve, day).survival;
  const later = survivalAt(curve, 2 * day);
  const sentence = words.second.finding(format.percent(1 - now), format.days(day));
  // Too few still watched give no rate worth saying.
  return later.atRisk < 30
    ? sentence + words.second.stop
    : sentence + words.second.later(format.days(day), format.percent(1 - later.survival / now));
}
