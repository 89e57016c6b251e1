import type { RowOf } from '../../engine/query.ts';
import type { ChurnJudged, RankingTest } from '../../models/churn-ranking.ts';
import type { Ranking } from '../../models/churn-formula.ts';
import type { Format } from '../../i18n/format.ts';
import type { ChanceWords } from './chance-messages.ts';
import { dayBefore, LEAST_DAYS, proposal, type Ground, type Report } from './chance-model.ts';
import type { ContactPlan } from './contact-plan.ts';
import type { flagChanges, flagSegments } from './flag-queries.ts';
import type { Telling } from './rule.ts';

/** How the sentences about chances are made. */
export interface ChanceTelling {
  readonly words: ChanceWords;
  readonly format: Format;
}

export type FlagChange = RowOf<ReturnType<typeof flagChanges>['columns']>;
export type FlagSegment = RowOf<ReturnType<typeof flagSegments>['columns']>;

/** Of each outcome as many must have come for any ranking to be judged. */
const LEAST_OUTCOMES = 10;

/**
 * Why there are no chances, or why they are not to be relied on; null when they stand the test, and where no look ahead
 * can be judged, as the notes on the data say already: a week's data, nobody who came back, or hardly any customers.
 */
export function judgement(
  report: Report,
  ground: Ground,
  horizon: number,
  { words, format }: ChanceTelling,
  ranking?: Ranking
): string | null {
  const { suits } = words;
  const { customers, p80, seen_days } = ground;
  if (!report.isJudged) {
    if (customers < 2 * LEAST_OUTCOMES || p80 === null || seen_days < LEAST_DAYS) return null;
    return report.reason === 'no-past'
      ? suits.noPast(format.days(horizon))
      : suits.fewOutcomes(format.integer(report.customers - report.away), format.integer(report.customers), format.days(horizon));
  }
  if (report.isTelling) {
    const errors = latestTest(report, ranking ?? report.chosen)?.errors;
    return errors && errors.brier >= errors.baseBrier ? suits.off : null;
  }
  const values = report.tests[0]?.rankings.map(({ auc }) => auc.value) ?? [];
  return suits.noSkill(format.number(Math.min(...values), 2), format.number(Math.max(...values), 2));
}

/** That a rule nobody could check only lists the silent, where silence told nothing within a shorter time either; null where it did. */
export function uncheckedFinding(report: Report, horizon: number, { words, format }: Telling): string | null {
  if (!report.isJudged) return null;
  const auc = latestTest(report, 'silence')?.auc;
  if (!auc || auc.low > 0.5) return null;
  return words.backtest.unchecked(
    format.days(horizon),
    format.number(auc.value, 2),
    format.interval(format.number(auc.low, 2), format.number(auc.high, 2))
  );
}

/** Why so many days are proposed; null where no gap between purchases is known. */
export function proposalFinding(ground: Ground, { words, format }: ChanceTelling): string | null {
  if (ground.p80 === null) return null;
  const { days, wanted } = proposal(ground);
  const gaps = words.proposed(format.percent(0.8, 0), format.days(Math.round(ground.p80)));
  return (
    gaps +
    (days < wanted ? words.cut(format.days(days), format.days(wanted), format.days(ground.seen_days)) : words.nearest(format.days(days)))
  );
}

/** The test of one ranking at the latest past day. */
export function latestTest(report: ChurnJudged, ranking: Ranking): RankingTest | undefined {
  return report.tests[0]?.rankings.find((test) => test.ranking === ranking);
}

/** Whether what was said came, and whether plain silence would have done as well. */
export function trustFinding(
  report: ChurnJudged,
  ranking: Ranking,
  ground: Ground,
  horizon: number,
  { words, format }: ChanceTelling
): string {
  const test = latestTest(report, ranking);
  if (!test?.riskiest) return words.trust.none;
  const auc = (value: number | undefined) => format.number(value ?? null, 2);
  const silence = latestTest(report, 'silence');
  const name = words.names[ranking];
  const others = report.tests[0]?.rankings.filter((one) => one.ranking !== 'silence') ?? [];
  const best = others.reduce<RankingTest | null>((top, one) => (!top || one.auc.value > top.auc.value ? one : top), null);
  const verdict = !report.isTelling
    ? words.trust.noSkill
    : ranking !== report.chosen
      ? words.trust.own(name, auc(test.auc.value), auc(silence?.auc.value))
      : ranking === 'silence'
        ? best
          ? words.trust.plainBest(`AUC ${auc(test.auc.value)} / ${words.names[best.ranking]} ${auc(best.auc.value)}`)
          : ''
        : words.trust.better(name, auc(test.auc.value), auc(silence?.auc.value));
  return (
    words.trust.finding(
      format.date(dayBefore(ground.as_of, horizon)),
      format.percent(test.riskiest.rate),
      format.percent(test.riskiest.baseRate)
    ) +
    verdict +
    (!report.isTelling ? '' : test.errors ? (test.errors.brier >= test.errors.baseBrier ? words.trust.off : '') : words.trust.untested)
  );
}

export function rankingsFinding(report: ChurnJudged, ranking: Ranking, { words, format }: ChanceTelling): string {
  const test = latestTest(report, ranking);
  if (!test) return words.trust.none;
  const { value, low, high } = test.auc;
  const say = report.isTelling ? words.rankings.finding : words.rankings.none;
  return say(
    words.names[ranking],
    format.number(value, 3),
    format.interval(format.number(low, 3), format.number(high, 3)),
    words.rankings.looks(format.integer(report.tests.length))
  );
}

/** Of 100 flagged, how many stayed away, and what contacting would have cost and saved. */
export function planFinding({ flagged, away, days, all, best }: ContactPlan, { words, format }: ChanceTelling): string {
  const rate = flagged > 0 ? Math.round((100 * away) / flagged) : 0;
  const money = (value: number) => format.shortMoney(value);
  const verdict =
    best.net <= 0
      ? words.money.bestNone
      : best.contacted >= flagged
        ? words.money.bestAll(money(best.net))
        : words.money.best(format.integer(best.contacted), money(best.net));
  return words.money.finding(format.integer(flagged), format.integer(rate), format.days(days), money(all.cost), money(all.saved)) + verdict;
}

export function segmentsFinding(
  rows: readonly FlagSegment[],
  nameOf: (segment: string) => string,
  { words, format }: ChanceTelling
): string {
  const most = rows.reduce<FlagSegment | null>((top, row) => {
    const isMore = !top || row.amount_year > top.amount_year || (row.amount_year === top.amount_year && row.flagged > top.flagged);
    return row.flagged > 0 && isMore ? row : top;
  }, null);
  if (!most) return words.segments.none;
  return most.amount_year > 0
    ? words.segments.finding(nameOf(most.segment), format.integer(most.flagged), format.shortMoney(most.amount_year))
    : words.segments.findingNoMoney(nameOf(most.segment), format.integer(most.flagged));
}

export function changesFinding(rows: readonly FlagChange[], since: Date, { words, format }: ChanceTelling): string {
  const count = (change: string) => format.integer(rows.find((row) => row.change === change)?.customers ?? 0);
  return words.changes.finding(format.date(since), count('new'), count('recovered'), count('still'));
}
