import { wilson } from '../../models/intervals.ts';
import type { RowOf } from '../../engine/query.ts';
import type { Choices, Telling } from './choices.ts';
import type { COHORTS, CURVE, GAP_SUMMARY, LADDER, MONTHS, WINDOWS } from './queries.ts';

export type CohortCell = RowOf<(typeof COHORTS)['columns']>;
export type CurvePoint = RowOf<(typeof CURVE)['columns']>;
export type Rung = RowOf<(typeof LADDER)['columns']>;
export type GapSummary = RowOf<(typeof GAP_SUMMARY)['columns']>;
export type MonthRow = RowOf<(typeof MONTHS)['columns']>;
export type WindowRow = RowOf<(typeof WINDOWS)['columns']>;

/** Fewer customers than this give no sentence about a rate. */
const ENOUGH = 30;
/** Cohorts are compared many at a time, so that only what lies three standard errors out is called clear. */
const CLEAR = 3;

/** The weighted average of each age, out of the cells, as a curve of one group. */
export function averagesOf(cells: readonly CohortCell[]): CurvePoint[] {
  const byAge = new Map<number, CurvePoint>();
  for (const cell of cells) {
    if (byAge.has(cell.age) || cell.average_size === null) continue;
    byAge.set(cell.age, {
      place: 1,
      name: 'all',
      age: cell.age,
      cohorts: cell.average_cohorts ?? 0,
      size: cell.average_size,
      customers: cell.average_customers ?? 0,
      share: cell.average_share ?? 0,
      low: cell.average_low ?? 0,
      high: cell.average_high ?? 1,
      orders_each: cell.average_orders_each ?? 0,
      amount_each: cell.average_amount_each ?? 0
    });
  }
  return [...byAge.values()].sort((a, b) => a.age - b.age);
}

/** The first period's average, and the cohort that differs from it most clearly. */
export function cohortFinding(
  cells: readonly CohortCell[],
  curve: readonly CurvePoint[],
  { grain, measure, kind }: Choices,
  { words, format }: Telling
): string {
  const average = curve.find(({ age }) => age === 1);
  if (!average) return words.cohorts.young;
  const [nth, at] = [words.nth[grain]('1'), words.at[grain]('1')];
  if (measure === 'orders')
    return words.cohorts.findingOrders(words.cohorts.when[kind](nth, at), format.number(average.orders_each * 100, 1));
  if (measure === 'revenue')
    return words.cohorts.findingRevenue(
      words.cohorts.when[kind](nth, at),
      format.money(average.amount_each, average.amount_each < 100 ? 2 : 0)
    );
  const sentence = words.cohorts.finding[kind](nth, at, format.percent(average.share));
  const compared = cells.filter(({ age, is_complete, size }) => age === 1 && is_complete && size >= ENOUGH);
  if (compared.length < 3) return sentence + words.cohorts.stop;
  const outliers = compared
    .filter(({ customers, size }) => {
      const interval = wilson(customers, size, CLEAR);
      return interval !== null && (interval.low > average.share || interval.high < average.share);
    })
    .sort((a, b) => Math.abs(b.share - average.share) - Math.abs(a.share - average.share));
  const [first] = outliers;
  if (!first) return sentence + words.cohorts.steady;
  const name = format.period(first.cohort, grain);
  return sentence + (first.share < average.share ? words.cohorts.low : words.cohorts.high)(name, format.percent(first.share));
}

/** The curve at its first, third and sixth period; with a split, the best and the worst group where they differ clearly. */
export function curveFinding(points: readonly CurvePoint[], { grain, measure, by }: Choices, { words, format }: Telling): string {
  const value = (point: CurvePoint) =>
    measure === 'customers'
      ? format.percent(point.share)
      : measure === 'orders'
        ? format.number(point.orders_each, 2)
        : format.money(point.amount_each, 2);
  const places = new Set(points.map(({ place }) => place));
  if (by === 'none' || places.size < 2) {
    const parts = [1, 3, 6].flatMap((age) => points.filter((point) => point.age === age));
    if (parts.length === 0) return words.cohorts.young;
    return words.curve.points(
      format.list(
        parts.map((point) => words.curve.point(words.nth[grain](String(point.age)), words.at[grain](String(point.age)), value(point)))
      )
    );
  }
  const age = [3, 2, 1].find((one) => points.filter((point) => point.age === one && point.size >= ENOUGH).length >= 2);
  if (age === undefined) return words.cohorts.young;
  const [nth, at] = [words.nth[grain](String(age)), words.at[grain](String(age))];
  const height = (point: CurvePoint) => ({ customers: point.share, orders: point.orders_each, revenue: point.amount_each })[measure];
  const groups = points
    .filter((point) => point.age === age && point.size >= ENOUGH && point.name !== null)
    .sort((a, b) => height(a) - height(b));
  const [low, high] = [groups[0], groups.at(-1)];
  if (low && high && measure !== 'customers')
    return words.curve.gapValue(at, groupName(low, words), value(low), groupName(high, words), value(high));
  if (!low || !high || low.high >= high.low) return words.curve.noGap(nth);
  return words.curve.gap(at, groupName(low, words), format.percent(low.share), groupName(high, words), format.percent(high.share));
}

/** A group's name on screen: its value, the rest, or those without a value. */
export function groupName({ name }: Pick<CurvePoint, 'name'>, words: Telling['words']): string {
  return name === null ? words.curve.others : name === '' ? words.curve.none : name === 'all' ? words.curve.all : name;
}

/** The step that the smallest share gets over. */
export function ladderFinding(rungs: readonly Rung[], { words, format }: Telling): string {
  const steps = rungs.filter((rung) => rung.share !== null && (rung.reached_before ?? 0) >= ENOUGH);
  const worst = steps.reduce<Rung | null>((least, rung) => (least === null || (rung.share ?? 1) < (least.share ?? 1) ? rung : least), null);
  if (!worst) return words.tooFew(format.integer(rungs[0]?.reached ?? 0));
  return words.ladder.finding(
    words.ladder.steps(String(worst.step - 1)),
    words.ladder.steps(String(worst.step)),
    format.percent(worst.share)
  );
}

/** How long repurchases take. */
export function gapFinding(summary: GapSummary, { words, format }: Telling): string {
  if (summary.gaps < ENOUGH) return words.tooFew(format.integer(summary.gaps));
  const days = (value: number | null) => format.days(value === null ? null : Math.round(value));
  return words.gaps.finding(days(summary.median), days(summary.p75), days(summary.p90));
}

/** The latest complete month. */
export function monthFinding(months: readonly MonthRow[], { words, format }: Telling): string {
  const latest = months.findLast(({ is_complete, buyers }) => is_complete && buyers > 0);
  const latestNext = months.findLast(({ is_next_complete, buyers }) => is_next_complete && buyers > 0);
  const parts = [
    latest && words.months.finding(format.month(latest.month), format.percent(latest.repeat_rate)),
    latestNext && words.months.findingNext(format.month(latestNext.month), format.percent(latestNext.rebuy_rate))
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? words.cohorts.young : parts.join(format.locale === 'zh' ? '' : ' ');
}

/** The window of 90 days, or the longest that enough customers were observed for. */
export function windowFinding(windows: readonly WindowRow[], { words, format }: Telling): string {
  const known = windows.filter(({ eligible }) => eligible >= ENOUGH);
  const told = known.find(({ days }) => days === 90) ?? known.at(-1);
  if (!told) return words.tooFew(format.integer(windows[0]?.eligible ?? 0));
  return words.windows.finding(
    format.days(told.days),
    format.percent(told.share),
    format.integer(told.repurchased),
    format.integer(told.eligible)
  );
}
