import { axisPercent } from '../../charts/axis-format.ts';
import { MONTH_APART, thinnedInTime, tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { lines, type LinePoint } from '../../charts/lines.ts';
import type { TableModel } from '../../ui/table-model.ts';
import { isoDay, type Telling } from './choices.ts';
import type { MonthRow } from './finding.ts';

/** 复购率 and 回购率 of the complete months. */
export function monthLines(months: readonly MonthRow[], { words, format, audience }: Telling, size: Size): ChartSpec {
  const point = (
    row: MonthRow,
    rate: number | null,
    low: number | null,
    high: number | null,
    part: number | null,
    group: string,
    name: string
  ): LinePoint[] =>
    rate === null
      ? []
      : [
          {
            x: row.month,
            y: rate,
            low,
            high,
            tip: tipOf(
              `${format.month(row.month)} · ${name}`,
              words.ofCustomers(format.integer(part), format.integer(row.buyers), format.percent(rate)),
              words.interval(format.interval(format.percent(low), format.percent(high)))
            ),
            href: part ? audience('retention.month', { month: isoDay(row.month), group }) : null
          }
        ];
  const { repeat, rebuy } = words.months;
  return lines(size, {
    label: words.months.title,
    xLabel: null,
    yLabel: `↑ ${words.months.y}`,
    yFormat: axisPercent(format),
    xFormat: (x) => format.month(new Date(x)),
    joinedUpTo: MONTH_APART,
    xTicks: thinnedInTime(
      months.filter(({ is_complete }) => is_complete).map(({ month }) => month),
      size.width - 120,
      66
    ),
    lines: [
      {
        id: 'rebuy',
        label: rebuy,
        color: 'var(--accent)',
        points: months
          .filter((row) => row.is_next_complete)
          .flatMap((row) => point(row, row.rebuy_rate, row.rebuy_low, row.rebuy_high, row.bought_next_month, 'next', rebuy))
      },
      {
        id: 'repeat',
        label: repeat,
        color: 'var(--series-2)',
        points: months
          .filter((row) => row.is_complete)
          .flatMap((row) => point(row, row.repeat_rate, row.repeat_low, row.repeat_high, row.bought_twice, 'twice', repeat))
      }
    ].filter(({ points }) => points.length > 0)
  });
}

export function monthTable(months: readonly MonthRow[], { words, audience }: Telling): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'month', label: names.month, kind: 'month' },
      { id: 'buyers', label: names.buyers, kind: 'integer' },
      { id: 'bought_twice', label: names.twice, kind: 'integer' },
      { id: 'repeat_rate', label: words.months.repeat, kind: 'percent' },
      { id: 'repeat_low', label: names.low, kind: 'percent' },
      { id: 'repeat_high', label: names.high, kind: 'percent' },
      { id: 'bought_next_month', label: names.next, kind: 'integer' },
      { id: 'rebuy_rate', label: words.months.rebuy, kind: 'percent' },
      { id: 'rebuy_low', label: names.low, kind: 'percent' },
      { id: 'rebuy_high', label: names.high, kind: 'percent' },
      { id: 'new_customers', label: names.newcomers, kind: 'integer' },
      { id: 'orders', label: names.orders, kind: 'integer' },
      { id: 'revenue', label: names.amount, kind: 'money' },
      { id: 'is_complete', label: names.complete, kind: 'boolean' }
    ],
    rows: months.map((row) => [
      row.month,
      row.buyers,
      row.bought_twice,
      row.repeat_rate,
      row.repeat_low,
      row.repeat_high,
      row.bought_next_month,
      row.rebuy_rate,
      row.rebuy_low,
      row.rebuy_high,
      row.new_customers,
      row.orders,
      row.amount,
      row.is_complete
    ]),
    href: (row) =>
      months[row] && months[row].buyers > 0 ? audience('retention.month', { month: isoDay(months[row].month), group: 'buyers' }) : null
  };
}
