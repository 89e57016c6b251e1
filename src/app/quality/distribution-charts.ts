import { axisCount } from '../../charts/axis-format.ts';
import type { ChartSpec, Size } from '../../charts/chart.ts';
import { heatMap } from '../../charts/heat-map.ts';
import { histogram } from '../../charts/histogram.ts';
import { lines } from '../../charts/lines.ts';
import type { RowOf } from '../../engine/query.ts';
import type { Format } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { DISTRIBUTIONS } from './distribution-messages.ts';
import type { AMOUNTS, CALENDAR, HOURS } from './queries.ts';

export type Steps = readonly RowOf<(typeof AMOUNTS)['columns']>[];
export type DayCounts = readonly RowOf<(typeof CALENDAR)['columns']>[];
export type HourCounts = readonly RowOf<(typeof HOURS)['columns']>[];

const total = (rows: readonly { readonly orders: number }[]) => rows.reduce((sum, { orders }) => sum + orders, 0);

/** The fewest neighbouring steps that hold at least half of the orders. */
function middleOf(steps: Steps): { readonly from: number; readonly to: number; readonly share: number } | null {
  const all = total(steps);
  let best: { from: number; to: number; share: number; length: number } | null = null;
  for (let first = 0; first < steps.length; first++) {
    let sum = 0;
    for (let last = first; last < steps.length && sum < all / 2; last++) {
      sum += steps[last]?.orders ?? 0;
      const length = last - first + 1;
      if (sum >= all / 2 && (best === null || length < best.length || (length === best.length && sum / all > best.share)))
        best = { from: steps[first]?.from_amount ?? 0, to: steps[last]?.to_amount ?? 0, share: sum / all, length };
    }
  }
  return best;
}

export function amountsFinding(steps: Steps, locale: Locale, format: Format): string {
  const middle = middleOf(steps);
  if (!middle) return '';
  return DISTRIBUTIONS[locale].amounts.finding(format.percent(middle.share, 0), moneyOf(format, middle.from), moneyOf(format, middle.to));
}

/** Orders by amount, with the limits of unusual ones where there are any. */
export function amountsChart(
  steps: Steps,
  limits: { readonly low: number; readonly high: number } | null,
  { locale, format, size }: { readonly locale: Locale; readonly format: Format; readonly size: Size }
): ChartSpec {
  const words = DISTRIBUTIONS[locale].amounts;
  const [first, last] = [steps[0]?.step ?? 0, (steps.at(-1)?.step ?? 0) + 1];
  const markers = (['low', 'high'] as const).flatMap((name) => {
    const x = limits && limits[name] > 0 ? Math.log10(limits[name]) : null;
    return x !== null && x * 10 >= first && x * 10 <= last ? [{ x, label: words[name] }] : [];
  });
  return histogram(size, {
    label: words.chart,
    bins: steps.map(({ step, from_amount, to_amount, orders }) => ({
      from: step / 10,
      to: (step + 1) / 10,
      count: orders,
      tip: `${format.interval(moneyOf(format, from_amount), moneyOf(format, to_amount))}\n${words.tip(format.integer(orders))}`
    })),
    xLabel: words.x,
    yLabel: words.y,
    xFormat: (x) => (x >= 3 ? format.compactMoney(rounded(10 ** x)) : moneyOf(format, 10 ** x)),
    yFormat: axisCount(format),
    markers
  });
}

/** About two digits: edges of steps are not exact amounts to anybody. */
function moneyOf(format: Format, amount: number): string {
  const about = rounded(amount);
  return about >= 10 ? format.shortMoney(about) : format.money(about, about >= 1 ? 1 : 2);
}

function rounded(amount: number): number {
  return Number(amount.toPrecision(2));
}

export function calendarFinding(days: DayCounts, locale: Locale, format: Format): string {
  const sorted = [...days].sort((a, b) => a.orders - b.orders);
  const [middle, most] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  if (!middle || !most) return '';
  const words = DISTRIBUTIONS[locale].calendar;
  const [highest, day] = [format.integer(most.orders), format.date(most.day)];
  // Where most days have no order, the middle one says nothing.
  if (middle.orders === 0) return words.few(format.percent(sorted.filter(({ orders }) => orders > 0).length / sorted.length), highest, day);
  return words.finding(format.integer(middle.orders), highest, day);
}

export function calendarChart(days: DayCounts, locale: Locale, format: Format, size: Size): ChartSpec {
  const words = DISTRIBUTIONS[locale].calendar;
  return lines(size, {
    label: words.chart,
    lines: [
      {
        id: 'orders',
        label: '',
        color: 'var(--series-1)',
        points: days.map(({ day, orders }) => ({ x: day, y: orders, tip: `${format.date(day)}\n${words.tip(format.integer(orders))}` }))
      }
    ],
    xLabel: null,
    yLabel: words.y,
    xFormat: (x) => (x instanceof Date ? format.month(x) : ''),
    yFormat: axisCount(format),
    xTicks: Math.max(2, Math.min(8, Math.floor(size.width / 110)))
  });
}

export function hoursFinding(counts: HourCounts, locale: Locale, format: Format): string {
  const words = DISTRIBUTIONS[locale].hours;
  const most = [...counts].sort((a, b) => b.orders - a.orders)[0];
  if (!most) return '';
  return words.finding(words.weekdays[most.weekday] ?? '', words.clock(most.hour), format.percent(most.orders / total(counts)));
}

export function hoursChart(counts: HourCounts, locale: Locale, format: Format, size: Size): ChartSpec {
  const words = DISTRIBUTIONS[locale].hours;
  const all = total(counts);
  // Narrow cells have no room for their hour: then two hours share one.
  const each = size.width < 620 ? 2 : 1;
  const columns = Array.from({ length: 24 / each }, (_, at) => at * each);
  const ordersAt = (weekday: number, from: number) =>
    total(counts.filter((one) => one.weekday === weekday && one.hour >= from && one.hour < from + each));
  return heatMap(size, {
    label: words.chart,
    rows: words.weekdays,
    columns: columns.map((hour) => (hour % 3 === 0 ? String(hour) : '')),
    cells: words.weekdays.flatMap((name, row) =>
      columns.map((hour, column) => {
        const orders = ordersAt(row, hour);
        const when = each === 1 ? words.clock(hour) : format.interval(words.clock(hour), words.clock(hour + each));
        return {
          row,
          column,
          value: orders,
          text: '',
          tip: `${name} ${when}\n${words.tip(format.integer(orders), format.percent(orders / all))}`
        };
      })
    ),
    xLabel: words.x,
    columnsAt: 'bottom',
    band: 26
  });
}
