import { barX, barY, ruleX, ruleY, text } from '@observablehq/plot';
import { frame, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { Format } from '../../i18n/format.ts';

export interface FieldShare {
  readonly name: string;
  readonly share: number;
  readonly title: string;
}

/** How full each column is: one bar per column, its share beside it. */
export function completenessChart(fields: readonly FieldShare[], label: string, format: Format, size: Size): ChartSpec {
  const longest = Math.max(...fields.map(({ name }) => [...name].reduce((width, letter) => width + (letter > '\u2e80' ? 12 : 7), 0)));
  return {
    label,
    options: frame(size, {
      height: 24 + fields.length * 24,
      marginTop: 4,
      marginBottom: 8,
      marginLeft: longest + 14,
      marginRight: 52,
      x: { domain: [0, 1], axis: null },
      y: { domain: fields.map(({ name }) => name), label: null, tickSize: 0 },
      marks: [
        barX(fields, { x1: 0, x2: 1, y: 'name', fill: 'var(--grid)', insetTop: 4, insetBottom: 4, rx: 2 }),
        barX(fields, { x: 'share', y: 'name', fill: ({ share }: FieldShare) => (share >= 0.95 ? 'var(--series-1)' : 'var(--series-2)'), insetTop: 4, insetBottom: 4, rx: 2, title: 'title' }),
        text(fields, { x: 1, y: 'name', text: ({ share }: FieldShare) => format.percent(share), textAnchor: 'start', dx: 6, fill: 'var(--ink-2)' }),
        ruleX([0], { stroke: 'var(--line-strong)' })
      ]
    })
  };
}

export interface MonthOrders {
  readonly month: Date;
  readonly orders: number;
  readonly daysWithout: number;
  readonly title: string;
}

/** Orders per month; the days without any stand below their month. */
export function coverageChart(months: readonly MonthOrders[], label: string, yLabel: string, format: Format, size: Size): ChartSpec {
  const most = Math.max(1, ...months.map(({ orders }) => orders));
  const isDense = months.length * 26 > size.width;
  return {
    label,
    options: frame(size, {
      x: { interval: 'month', type: 'band', label: null, tickFormat: (month: Date) => format.month(month), ticks: months.filter((_, at) => at % Math.max(1, Math.ceil((months.length * 64) / size.width)) === 0).map(({ month }) => month) },
      y: { label: yLabel, grid: true, domain: [0, most * 1.08], tickFormat: (value: number) => format.compact(value) },
      marks: [
        barY(months, { x: 'month', y: 'orders', fill: 'var(--series-1)', rx: 2, title: 'title' }),
        ...(isDense
          ? []
          : [text(months.filter(({ daysWithout }) => daysWithout > 0), { x: 'month', y: 'orders', text: ({ daysWithout }: MonthOrders) => `−${format.integer(daysWithout)}`, dy: -8, fill: 'var(--loss)' })]),
        ruleY([0], { stroke: 'var(--line-strong)' })
      ]
    })
  };
}
