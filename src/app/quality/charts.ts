import { axisCount } from '../../charts/axis-format.ts';
import { bars } from '../../charts/bars.ts';
import type { ChartSpec, Size } from '../../charts/chart.ts';
import { stackedBars } from '../../charts/stacked-bars.ts';
import type { Format } from '../../i18n/format.ts';

export interface FieldShare {
  readonly name: string;
  readonly share: number;
  readonly tip: string;
}

/** How full each column is: one bar per column, its share behind it; the ones with holes stand out. */
export function completenessChart(fields: readonly FieldShare[], label: string, format: Format, size: Size): ChartSpec {
  return bars(size, {
    label,
    bars: fields.map(({ name, share, tip }) => ({
      label: name,
      value: share,
      text: format.percent(share),
      tip,
      color: share >= 0.95 ? 'var(--series-1)' : 'var(--series-2)'
    }))
  });
}

export interface MonthOrders {
  readonly name: string;
  readonly orders: number;
  readonly hasHoles: boolean;
  readonly tip: string;
}

/** Orders per month; months with days that have none are hatched. */
export function coverageChart(
  months: readonly MonthOrders[],
  words: { readonly chart: string; readonly y: string; readonly holes: string },
  format: Format,
  size: Size
): ChartSpec {
  return stackedBars(size, {
    label: words.chart,
    periods: months.map(({ name }) => name),
    series: [{ label: words.y, color: 'var(--series-1)' }],
    parts: months.map(({ orders, hasHoles, tip }, period) => ({ period, series: 0, value: orders, isPartial: hasHoles, tip })),
    yLabel: words.y,
    yFormat: axisCount(format),
    partialLabel: words.holes,
    height: 260
  });
}
