import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { heatMap, type HeatCell } from '../../charts/heat-map.ts';
import type { TableModel } from '../../ui/table-model.ts';
import { isoDay, LIMITS, type Choices, type Telling } from './choices.ts';
import { pointHref } from './curve-lines.ts';
import type { CohortCell, CurvePoint } from './finding.ts';

/** What is drawn: the latest cohorts, and as many periods as the width takes. */
function drawnPart(cells: readonly CohortCell[], { grain }: Choices, width: number) {
  const { drawnCohorts, drawnPeriods } = LIMITS[grain];
  const all = [...new Map(cells.map((cell) => [cell.cohort.getTime(), cell])).values()];
  const cohorts = all.slice(-drawnCohorts);
  const first = cohorts[0]?.cohort.getTime() ?? 0;
  const oldest = cells.reduce((most, { age, cohort }) => (cohort.getTime() >= first ? Math.max(most, age) : most), 0);
  const fits = Math.max(3, Math.floor((width - 150) / 37));
  const periods = Math.max(1, Math.min(oldest, drawnPeriods, fits));
  return { cohorts, periods, isWhole: cohorts.length === all.length && periods >= oldest };
}

/** One row per cohort, one column per period after the first, and the weighted average below. */
export function cohortHeatMap(
  cells: readonly CohortCell[],
  curve: readonly CurvePoint[],
  choices: Choices,
  telling: Telling,
  size: Size
): ChartSpec {
  const { grain, measure, kind } = choices;
  const { words, format } = telling;
  const { cohorts, periods } = drawnPart(cells, choices, size.width);
  const rows = new Map(cohorts.map((cell, row) => [cell.cohort.getTime(), row]));
  const each = (one: CohortCell | CurvePoint) => ({ customers: one.share, orders: one.orders_each, revenue: one.amount_each })[measure];
  const shown = (value: number) =>
    measure === 'customers' ? format.percent(value) : measure === 'orders' ? format.number(value, 2) : format.money(value, 2);
  const heat = cells.flatMap((cell): HeatCell[] => {
    const row = rows.get(cell.cohort.getTime());
    if (row === undefined || cell.age < 1 || cell.age > periods) return [];
    const headline = `${format.period(cell.cohort, grain)} · ${words.plus[grain](String(cell.age))}`;
    const value =
      measure === 'customers'
        ? format.percent(cell.share)
        : measure === 'orders'
          ? format.integer(cell.orders)
          : format.compactMoney(cell.amount);
    return [
      {
        row,
        column: cell.age - 1,
        value: each(cell),
        text: value,
        isPartial: !cell.is_complete,
        tip: tipOf(
          headline,
          words.ofCustomers(format.integer(cell.customers), format.integer(cell.size), format.percent(cell.share)),
          measure === 'customers' && words.interval(format.interval(format.percent(cell.low), format.percent(cell.high))),
          measure === 'orders' &&
            `${words.measures.orders} ${format.integer(cell.orders)} · ${words.cohorts.eachCustomer(shown(each(cell)))}`,
          measure === 'revenue' &&
            `${words.measures.revenue} ${format.money(cell.amount)} · ${words.cohorts.eachCustomer(shown(each(cell)))}`,
          !cell.is_complete && words.notOver
        ),
        href: cell.customers > 0 ? telling.audience('retention.cohort', { grain, kind, cohort: isoDay(cell.cohort), age: cell.age }) : null
      }
    ];
  });
  const averages = curve.flatMap((point): HeatCell[] => {
    if (point.age < 1 || point.age > periods) return [];
    const value = each(point);
    return [
      {
        row: cohorts.length,
        column: point.age - 1,
        value,
        text: shown(value),
        tip: tipOf(
          `${words.cohorts.average} · ${words.plus[grain](String(point.age))}`,
          words.ofCustomers(format.integer(point.customers), format.integer(point.size), format.percent(point.share)),
          measure === 'customers' && words.interval(format.interval(format.percent(point.low), format.percent(point.high))),
          measure !== 'customers' && words.cohorts.eachCustomer(shown(value))
        ),
        href: pointHref(point, { grain, kind, by: 'none' }, telling)
      }
    ];
  });
  const isTight = format.locale === 'en' || size.width / (periods + 3) < 44;
  const averageName = measure === 'customers' ? words.cohorts.average : words.cohorts.averageEach;
  return heatMap(size, {
    label: words.cohorts.title,
    rows: [...cohorts.map(({ cohort }) => format.period(cohort, grain)), averageName],
    columns: Array.from({ length: periods }, (_, place) => (isTight ? words.head : words.plus[grain])(String(place + 1))),
    rowNumbers: [...cohorts.map((cell) => format.integer(cell.size)), format.integer(curve.find(({ age }) => age === 0)?.size ?? null)],
    rowHeader: words.cohorts.rowHeader[grain],
    rowNumberHeader: words.columns.size,
    cells: [...heat, ...averages],
    band: cohorts.length > 18 ? 27 : 32
  });
}

/** What the picture leaves out and how to read it. */
export function cohortNote(cells: readonly CohortCell[], choices: Choices, { words, format }: Telling): string {
  const { cohorts, periods, isWhole } = drawnPart(cells, choices, Infinity);
  return isWhole
    ? words.cohorts.note
    : [words.cohorts.note, words.cohorts.shown(format.integer(cohorts.length), format.integer(periods))].join(
        format.locale === 'zh' ? '' : ' '
      );
}

/** Every cell asked for, one row each, and the averages, whose cohort is empty. */
export function cohortTable(
  cells: readonly CohortCell[],
  curve: readonly CurvePoint[],
  { grain, kind }: Choices,
  telling: Telling
): TableModel {
  const { words } = telling;
  const names = words.columns;
  return {
    columns: [
      { id: 'cohort', label: names.cohort, kind: grain === 'month' ? 'month' : 'date' },
      { id: 'period', label: names.age, kind: 'integer' },
      { id: 'customers', label: names.size, kind: 'integer' },
      { id: 'returned', label: names.customers, kind: 'integer' },
      { id: 'share', label: names.share, kind: 'percent' },
      { id: 'low', label: names.low, kind: 'percent' },
      { id: 'high', label: names.high, kind: 'percent' },
      { id: 'orders', label: names.orders, kind: 'integer' },
      { id: 'revenue', label: names.amount, kind: 'money', digits: 2 },
      { id: 'orders_per_customer', label: names.ordersEach, kind: 'number', digits: 2 },
      { id: 'revenue_per_customer', label: names.amountEach, kind: 'money', digits: 2 },
      { id: 'is_complete', label: names.complete, kind: 'boolean' }
    ],
    rows: [
      ...cells.map((cell) => [
        cell.cohort,
        cell.age,
        cell.size,
        cell.customers,
        cell.share,
        cell.low,
        cell.high,
        cell.orders,
        cell.amount,
        cell.orders_each,
        cell.amount_each,
        cell.is_complete
      ]),
      ...curve.map((point) => [
        null,
        point.age,
        point.size,
        point.customers,
        point.share,
        point.low,
        point.high,
        null,
        null,
        point.orders_each,
        point.amount_each,
        true
      ])
    ],
    href: (row) => {
      const cell = cells[row];
      const average = curve[row - cells.length];
      if (average) return pointHref(average, { grain, kind, by: 'none' }, telling);
      return cell && (cell.customers > 0 || cell.age === 0)
        ? telling.audience('retention.cohort', { grain, kind, cohort: isoDay(cell.cohort), age: cell.age })
        : null;
    }
  };
}
