import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { lines, type Line } from '../../charts/lines.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { Telling } from './choices.ts';
import type { Hundredth } from './queries.ts';

/** The address of the first so many hundredths, by money so far or by value ahead. */
export type TopHref = (top: number, order: 'past' | 'future') => string;

/** Two curves from (0, 0) to (1, 1): what the best so many percent brought, and what they will bring; and the line of equal shares. */
export function concentrationCurves(rows: readonly Hundredth[], { words, format }: Telling, href: TopHref, size: Size): ChartSpec {
  const whole = (share: number) => format.percent(share, 0);
  const curve = (order: 'past' | 'future', label: string, color: string): Line => ({
    id: order,
    label,
    color,
    points: rows.flatMap((row) => {
      const share = order === 'past' ? row.past_share : row.future_share;
      if (share === null) return [];
      const tip = tipOf(
        `${label} · ${whole(row.customer_share)}`,
        words.concentration.tip(format.integer(row.customers), format.percent(share))
      );
      return [{ x: row.customer_share, y: share, tip, href: row.hundredth > 0 ? href(row.hundredth, order) : null }];
    })
  });
  const equal: Line = {
    id: 'equal',
    label: '',
    color: 'var(--line-strong)',
    isDashed: true,
    points: [0, 1].map((share) => ({ x: share, y: share, tip: '' }))
  };
  const [past, future] = [
    curve('past', words.concentration.past, 'var(--accent)'),
    curve('future', words.concentration.ahead, 'var(--series-2)')
  ];
  // Both end at 1: their names stand in the legend.
  const named = (line: Line): Line => ({ ...line, label: '' });
  return {
    ...lines(size, {
      label: words.concentration.title,
      xLabel: `${words.concentration.x} →`,
      yLabel: `↑ ${words.concentration.y}`,
      xFormat: (x) => whole(Number(x)),
      yFormat: whole,
      yMax: 1,
      lines: [equal, ...[past, future].filter(({ points }) => points.length > 0).map(named)]
    }),
    legend: [past, future].filter(({ points }) => points.length > 0).map(({ label, color }) => ({ label, color, look: 'line' as const }))
  };
}

export function concentrationTable(rows: readonly Hundredth[], { words }: Telling, href: TopHref): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'customers', label: names.customers, kind: 'integer' },
      { id: 'customer_share', label: names.customersShare, kind: 'percent' },
      { id: 'revenue_share', label: names.moneyShare, kind: 'percent' },
      { id: 'value_share', label: names.valueShare, kind: 'percent' }
    ],
    rows: rows.map((row) => [row.customers, row.customer_share, row.past_share, row.future_share]),
    href: (row) =>
      rows[row] && rows[row].hundredth > 0 ? href(rows[row].hundredth, rows[row].future_share === null ? 'past' : 'future') : null
  };
}
