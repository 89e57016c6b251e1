import { axisCount } from '../../charts/axis-format.ts';
import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { concentration } from '../../charts/concentration.ts';
import { stackedBars, type StackPart } from '../../charts/stacked-bars.ts';
import { LIFECYCLE } from '../../charts/theme.ts';
import type { Format } from '../../i18n/format.ts';
import { segmentName } from '../scores/messages.ts';
import { segmentColor } from '../scores/segment-lines.ts';
import type { SegmentSize } from '../scores/segment-sizes.ts';
import { WORDS } from './messages.ts';
import type { ConcentrationRow, ConcentrationSummary, LifecycleMonth, OrderMonth, Stage } from './queries.ts';

const ORDER: readonly Stage[] = ['retained', 'won-back', 'new', 'lost'];
const COLORS: Readonly<Record<Stage, string>> = {
  retained: LIFECYCLE.retained,
  'won-back': LIFECYCLE.wonBack,
  new: LIFECYCLE.new,
  lost: LIFECYCLE.lost
};

function countOf(month: LifecycleMonth, stage: Stage): number {
  if (stage === 'new') return month.new_customers;
  if (stage === 'won-back') return month.won_back;
  return stage === 'retained' ? month.retained : month.lost;
}

/** Who bought each month above the line, who no longer did below it. */
export function lifecycleChart(
  months: readonly LifecycleMonth[],
  size: Size,
  format: Format,
  href: (month: Date, stage: Stage) => string
): ChartSpec {
  const words = WORDS[format.locale];
  const parts: StackPart[] = months.flatMap((month, period) =>
    ORDER.map((stage, series) => ({ stage, series, count: countOf(month, stage) }))
      .filter(({ count }) => count > 0)
      .map(({ stage, series, count }) => ({
        period,
        series,
        value: stage === 'lost' ? -count : count,
        isPartial: !month.is_complete,
        tip: tipOf(
          `${format.month(month.month)} · ${words.stages[stage]}`,
          words.stageTip(format.integer(count)),
          !month.is_complete && words.partial
        ),
        href: href(month.month, stage)
      }))
  );
  return stackedBars(size, {
    label: words.lifecycle,
    periods: months.map((month) => format.month(month.month)),
    series: ORDER.map((stage) => ({ label: words.stages[stage], color: COLORS[stage] })),
    parts,
    yLabel: words.customersAxis,
    yFormat: (value) => axisCount(format)(Math.abs(value)),
    partialLabel: words.partial
  });
}

export function segmentsChart(sizes: readonly SegmentSize[], size: Size, format: Format, href: (segment: string) => string): ChartSpec {
  const words = WORDS[format.locale];
  return bars(size, {
    label: words.segments,
    bars: sizes.map((one) => ({
      label: segmentName(one.segment, format.locale),
      value: one.customers,
      text: words.barText(format.integer(one.customers), one.revenue_share === null ? null : format.percent(one.revenue_share, 0)),
      tip: tipOf(
        segmentName(one.segment, format.locale),
        words.barTip(
          format.integer(one.customers),
          format.percent(one.share),
          one.revenue_share === null ? null : format.percent(one.revenue_share)
        ),
        format.interval(format.percent(one.share_low), format.percent(one.share_high))
      ),
      color: segmentColor(one.segment),
      href: one.customers > 0 ? href(one.segment) : null
    }))
  });
}

/** The share of revenue that the best so many percent bring. */
export function concentrationChart(
  rows: readonly ConcentrationRow[],
  summary: ConcentrationSummary,
  size: Size,
  format: Format,
  href: (hundredth: number) => string
): ChartSpec {
  const words = WORDS[format.locale];
  const points = rows.map((row) => ({
    x: row.customer_share,
    y: row.revenue_share ?? 0,
    tip: words.pointTip(format.integer(row.customers), format.percent(row.customer_share), format.percent(row.revenue_share)),
    href: row.hundredth > 0 ? href(row.hundredth) : null
  }));
  const marked = points[20];
  return concentration(size, {
    label: words.concentration,
    points,
    ...(marked ? { marked: { ...marked, text: words.marked(format.percent(summary.top20, 0)) } } : {}),
    xLabel: words.customersAxisX,
    yLabel: words.revenueAxis,
    format: (share) => format.percent(share, 0)
  });
}

/** Orders or revenue of each month. */
export function orderMonthsChart(months: readonly OrderMonth[], measure: 'orders' | 'revenue', size: Size, format: Format): ChartSpec {
  const words = WORDS[format.locale];
  const isOrders = measure === 'orders';
  return stackedBars(size, {
    label: isOrders ? words.orderMonths : words.revenueMonths,
    periods: months.map((month) => format.month(month.month)),
    series: [{ label: isOrders ? words.columns.orders : words.columns.revenue, color: 'var(--accent)' }],
    parts: months.map((month, period) => ({
      period,
      series: 0,
      value: month[measure],
      isPartial: !month.is_complete,
      tip: tipOf(
        format.month(month.month),
        words.orderMonthTip(format.integer(month.orders), format.money(month.revenue), format.money(month.average, 2)),
        !month.is_complete && words.partial
      )
    })),
    yLabel: isOrders ? words.ordersAxis : words.revenueAxisMoney,
    yFormat: (value) => (isOrders ? axisCount(format)(value) : format.compactMoney(value)),
    partialLabel: words.partial
  });
}
