import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { dots } from '../../charts/dots.ts';
import { lines } from '../../charts/lines.ts';
import type { RankingTest } from '../../models/churn-ranking.ts';
import type { Ranking } from '../../models/churn-formula.ts';
import type { CalibrationGroup } from '../../models/ranking.ts';
import type { CutOff } from '../../models/cut-off.ts';
import type { ChanceTelling, FlagChange, FlagSegment } from './chance-finding.ts';
import type { ContactPlan } from './contact-plan.ts';
import { kindOf } from './change-kind.ts';

/** Where a bar or a cell leads, or null. */
export type Leads<T> = (row: T) => string | null;

/** What was said of not coming back against what came, in groups. */
export function calibrationDots(groups: readonly CalibrationGroup[], { words, format }: ChanceTelling, size: Size): ChartSpec {
  // Where hardly anybody comes back all of it lies in a corner: the axes begin below the lowest.
  const lowest = Math.min(...groups.map(({ predicted, observed, high }) => 1 - Math.max(predicted, observed, high)));
  return dots(size, {
    from: lowest > 0.5 ? Math.floor(lowest * 10 - 0.5) / 10 : 0,
    label: words.trust.title,
    xLabel: `${words.trust.x} →`,
    yLabel: `↑ ${words.trust.y}`,
    xFormat: (x) => format.percent(x, 0),
    yFormat: (y) => format.percent(y, 0),
    xMax: 1,
    yMax: 1,
    hasDiagonal: true,
    height: size.width < 420 ? 280 : 340,
    dots: groups.map(({ customers, predicted, observed, low, high }) => ({
      x: 1 - predicted,
      y: 1 - observed,
      low: 1 - high,
      high: 1 - low,
      tip: tipOf(
        words.trust.tip(format.percent(1 - predicted), format.percent(1 - observed)),
        words.trust.group(format.integer(customers)),
        `95%: ${format.interval(format.percent(1 - high), format.percent(1 - low))}`
      )
    }))
  });
}

/** What contacting down to each cut-off would have cost and saved, with the best marked. */
export function planLines({ curve, best }: ContactPlan, { words, format }: ChanceTelling, size: Size): ChartSpec {
  const point = (one: CutOff, y: number) => ({
    x: one.contacted,
    y: Math.max(0, y),
    tip: tipOf(
      words.money.first(format.integer(one.contacted)),
      words.money.tip(format.shortMoney(one.saved), format.shortMoney(one.cost), format.shortMoney(one.net))
    )
  });
  return lines(size, {
    label: words.money.title,
    xLabel: `${words.money.x} →`,
    yLabel: `↑ ${words.money.y}`,
    xFormat: (x) => format.compact(Number(x)),
    yFormat: (y) => format.compactMoney(y),
    markers: best.contacted > 0 ? [{ x: best.contacted, label: words.money.mark(format.integer(best.contacted)) }] : [],
    lines: [
      { id: 'saved', label: words.money.saved, color: 'var(--accent)', points: curve.map((one) => point(one, one.saved)) },
      { id: 'cost', label: words.money.spent, color: 'var(--series-2)', isDashed: true, points: curve.map((one) => point(one, one.cost)) }
    ]
  });
}

/** Flagged customers by segment; bars are money, or customers where there is none. */
export function segmentBars(
  rows: readonly FlagSegment[],
  nameOf: (segment: string) => string,
  href: Leads<FlagSegment>,
  { words, format }: ChanceTelling,
  size: Size
): ChartSpec {
  const flagged = rows.filter((row) => row.flagged > 0);
  const hasMoney = flagged.some((row) => row.amount_year > 0);
  return bars(size, {
    label: words.segments.title,
    bars: flagged.map((row) => ({
      label: nameOf(row.segment),
      value: hasMoney ? Math.max(0, row.amount_year) : row.flagged,
      text: words.segments.text(format.integer(row.flagged), format.shortMoney(row.amount_year)),
      tip: tipOf(
        nameOf(row.segment),
        words.segments.tip(format.integer(row.flagged), format.integer(row.customers), format.percent(row.share)),
        `95%: ${format.interval(format.percent(row.low), format.percent(row.high))}`
      ),
      href: href(row)
    }))
  });
}

const COLOURS: Readonly<Record<string, string>> = { new: 'var(--loss)', recovered: 'var(--good)' };

export function changeBars(rows: readonly FlagChange[], href: Leads<FlagChange>, { words, format }: ChanceTelling, size: Size): ChartSpec {
  return bars(size, {
    label: words.changes.title,
    bars: rows
      .filter((row) => row.customers > 0)
      .map((row) => ({
        label: kindOf(row.change, words),
        value: row.customers,
        text: words.segments.text(format.integer(row.customers), format.shortMoney(row.amount_year)),
        color: COLOURS[row.change] ?? 'var(--series-8)',
        tip: tipOf(kindOf(row.change, words), words.segments.text(format.integer(row.customers), format.shortMoney(row.amount_year))),
        href: href(row)
      }))
  });
}

/** How well each ranking told who would stay away at the latest past day; the one in use in our colour. */
export function aucBars(tests: readonly RankingTest[], used: Ranking | null, { words, format }: ChanceTelling, size: Size): ChartSpec {
  return bars(size, {
    label: words.rankings.title,
    reach: 0.3,
    bars: tests.map(({ ranking, auc, riskiest }) => ({
      label: words.names[ranking],
      // What is better or worse than a coin: 0.5 is nothing.
      value: auc.value - 0.5,
      text: `${format.number(auc.value, 3)} (${format.interval(format.number(auc.low, 3), format.number(auc.high, 3))})`,
      color: ranking === used ? 'var(--accent)' : 'var(--series-8)',
      tip: tipOf(
        words.names[ranking],
        `${words.columns.auc} ${format.number(auc.value, 3)}`,
        `95%: ${format.interval(format.number(auc.low, 3), format.number(auc.high, 3))}`,
        riskiest && `${words.columns.lift} ${format.number(riskiest.lift, 2)}`
      )
    }))
  });
}
