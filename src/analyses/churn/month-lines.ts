import { axisPercent } from '../../charts/axis-format.ts';
import { MONTH_APART, thinnedInTime, tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { lines } from '../../charts/lines.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { ChurnMonth } from './finding.ts';
import { ruleParams, type Rule, type Telling } from './rule.ts';

const monthAddress = (month: Date) => month.toISOString().slice(0, 10);

/** A rate of fewer active customers says nothing and would set the scale of the picture. */
const ENOUGH = 10;

/** The complete months that are drawn: those that had customers enough, where there are such. */
function drawnOf(months: readonly ChurnMonth[]): readonly ChurnMonth[] {
  const complete = months.filter(({ is_complete, active }) => is_complete && active > 0);
  const told = complete.filter(({ active }) => active >= ENOUGH);
  return told.length > 1 ? told : complete;
}

/** Which months are drawn, and why the first are low. */
export function monthNote(months: readonly ChurnMonth[], { words }: Telling): string {
  const isOfMany = drawnOf(months).every(({ active }) => active >= ENOUGH);
  return (isOfMany ? words.months.drawn : words.months.few) + words.months.first;
}

/** The churn rate of the complete months that had customers enough. */
export function monthLines(months: readonly ChurnMonth[], rule: Rule, { words, format, audience }: Telling, size: Size): ChartSpec {
  const drawn = drawnOf(months);
  return lines(size, {
    label: words.months.title,
    xLabel: null,
    yLabel: `↑ ${words.months.y}`,
    yFormat: axisPercent(format),
    xFormat: (x) => format.month(new Date(x)),
    joinedUpTo: MONTH_APART,
    xTicks: thinnedInTime(
      drawn.map(({ month }) => month),
      size.width - 70,
      66
    ),
    lines: [
      {
        id: 'churn',
        label: '',
        color: 'var(--loss)',
        points: drawn.map((row) => ({
          x: row.month,
          y: row.share ?? 0,
          low: row.low,
          high: row.high,
          tip: tipOf(
            format.month(row.month),
            words.months.tip(format.integer(row.lost), format.integer(row.active), format.percent(row.share)),
            words.interval(format.interval(format.percent(row.low), format.percent(row.high)))
          ),
          href: row.lost > 0 ? audience('churn.lost', { ...ruleParams(rule), month: monthAddress(row.month) }) : null
        }))
      }
    ]
  });
}

export function monthTable(months: readonly ChurnMonth[], rule: Rule, { words, audience }: Telling): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'month', label: names.month, kind: 'month' },
      { id: 'active_at_start', label: names.active, kind: 'integer' },
      { id: 'lost', label: names.lost, kind: 'integer' },
      { id: 'churn_rate', label: names.rate, kind: 'percent' },
      { id: 'low', label: names.low, kind: 'percent' },
      { id: 'high', label: names.high, kind: 'percent' },
      { id: 'is_complete', label: names.complete, kind: 'boolean' }
    ],
    rows: months.map(({ month, active, lost, share, low, high, is_complete }) => [month, active, lost, share, low, high, is_complete]),
    href: (row) =>
      months[row] && months[row].lost > 0 ? audience('churn.lost', { ...ruleParams(rule), month: monthAddress(months[row].month) }) : null
  };
}
