import { axisPercent } from '../../charts/axis-format.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { lines } from '../../charts/lines.ts';
import { colorOf, SERIES } from '../../charts/theme.ts';
import type { TableModel } from '../../ui/table-model.ts';
import { GROUPS, LIMITS, type Choices, type Telling } from './choices.ts';
import { groupName, type CurvePoint } from './finding.ts';

/** Where a point leads: to those of the finished cohorts, of its group, who came back; null where nobody did. */
export function pointHref(point: CurvePoint, { grain, kind, by }: Pick<Choices, 'grain' | 'kind' | 'by'>, telling: Telling): string | null {
  if (point.customers === 0 && point.age > 0) return null;
  const group: Record<string, string | number> =
    by === 'none' ? {} : point.name === null ? { by, rest: GROUPS } : { by, first: point.name };
  return telling.audience('retention.average', { grain, kind, age: point.age, ...group });
}

/** One curve per group from the first period on; `known` are the dimension's values, which give the colours. */
export function curveLines(
  points: readonly CurvePoint[],
  choices: Choices,
  telling: Telling,
  known: readonly string[],
  size: Size
): ChartSpec {
  const { grain, measure, by } = choices;
  const { words, format } = telling;
  const places = [...new Set(points.map(({ place }) => place))].slice(0, 6);
  const percent = axisPercent(format);
  const shown = (value: number, step: number) =>
    measure === 'customers' ? percent(value, step) : measure === 'orders' ? format.number(value, 2) : format.compactMoney(value);
  return lines(size, {
    label: words.curve.title,
    xLabel: `${words.curve.x[grain]} →`,
    yLabel: `↑ ${words.curve.y[measure]}`,
    yFormat: shown,
    xFormat: String,
    lines: places.map((place) => {
      const own = points.filter((point) => point.place === place && point.age >= 1 && point.age <= LIMITS[grain].drawnPeriods);
      const name = own[0] ? groupName(own[0], words) : '';
      return {
        id: String(place),
        label: by === 'none' ? '' : name,
        color: by === 'none' ? (SERIES[0] ?? '') : own[0]?.name === null ? 'var(--series-8)' : colorOf(own[0]?.name ?? '', known),
        points: own.map((point) => ({
          x: point.age,
          y: { customers: point.share, orders: point.orders_each, revenue: point.amount_each }[measure],
          ...(measure === 'customers' ? { low: point.low, high: point.high } : {}),
          tip: tipOf(
            by === 'none' ? words.plus[grain](String(point.age)) : `${name} · ${words.plus[grain](String(point.age))}`,
            words.ofCustomers(format.integer(point.customers), format.integer(point.size), format.percent(point.share)),
            measure === 'customers' && words.interval(format.interval(format.percent(point.low), format.percent(point.high))),
            measure === 'orders' && words.cohorts.eachCustomer(format.number(point.orders_each, 2)),
            measure === 'revenue' && words.cohorts.eachCustomer(format.money(point.amount_each, 2))
          ),
          href: pointHref(point, choices, telling)
        }))
      };
    })
  });
}

export function curveTable(points: readonly CurvePoint[], choices: Choices, telling: Telling): TableModel {
  const { words } = telling;
  const names = words.columns;
  return {
    columns: [
      { id: 'group', label: names.group, kind: 'text' },
      { id: 'period', label: names.age, kind: 'integer' },
      { id: 'cohorts', label: names.cohorts, kind: 'integer' },
      { id: 'customers', label: names.size, kind: 'integer' },
      { id: 'returned', label: names.customers, kind: 'integer' },
      { id: 'share', label: names.share, kind: 'percent' },
      { id: 'low', label: names.low, kind: 'percent' },
      { id: 'high', label: names.high, kind: 'percent' },
      { id: 'orders_per_customer', label: names.ordersEach, kind: 'number', digits: 2 },
      { id: 'revenue_per_customer', label: names.amountEach, kind: 'money', digits: 2 }
    ],
    rows: points.map((point) => [
      groupName(point, words),
      point.age,
      point.cohorts,
      point.size,
      point.customers,
      point.share,
      point.low,
      point.high,
      point.orders_each,
      point.amount_each
    ]),
    href: (row) => (points[row] ? pointHref(points[row], choices, telling) : null)
  };
}
