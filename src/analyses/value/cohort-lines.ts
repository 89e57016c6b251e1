import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { lines } from '../../charts/lines.ts';
import { SERIES } from '../../charts/theme.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { Telling } from './choices.ts';
import type { CohortValue } from './queries.ts';

type Grain = 'month' | 'quarter' | 'year';
/** Cohorts that are drawn, the latest; fewer where there is little room. */
const drawnIn = ({ width }: Size) => (width < 480 ? 3 : 6);

/** What one customer of each cohort has brought by the end of each 30 days; all together last, and the cost of winning one. */
export function cohortLines(
  rows: readonly CohortValue[],
  grain: Grain,
  acquisition: number,
  { words, format }: Telling,
  size: Size
): ChartSpec {
  const cohorts = [...new Map(rows.flatMap(({ cohort }) => (cohort ? [[cohort.getTime(), cohort] as const] : []))).values()].slice(
    -drawnIn(size)
  );
  const longest = Math.max(1, ...rows.map(({ months }) => months));
  const line = (cohort: Date | null, label: string, color: string) => ({
    id: label,
    label,
    color,
    points: rows
      .filter((row) => row.cohort?.getTime() === cohort?.getTime())
      .map((row) => ({
        x: row.months,
        y: row.value_each,
        tip: tipOf(
          `${label} · ${format.integer(row.months)} × 30`,
          words.cohorts.tip(format.money(row.value_each, 2), format.integer(row.customers))
        )
      }))
  });
  return lines(size, {
    label: words.cohorts.title,
    xLabel: `${words.cohorts.x} →`,
    yLabel: `↑ ${words.cohorts.y}`,
    yFormat: (y) => format.compactMoney(y),
    xFormat: String,
    lines: [
      // One cohort alone is all of them.
      ...(cohorts.length > 1 ? cohorts : []).map((cohort, place) =>
        line(cohort, format.period(cohort, grain), SERIES[(place + 1) % SERIES.length] ?? 'var(--muted)')
      ),
      line(null, words.cohorts.all, 'var(--ink)'),
      ...(acquisition > 0
        ? [
            {
              id: 'cost',
              label: words.cohorts.cost,
              color: 'var(--loss)',
              isDashed: true,
              points: [1, longest].map((x) => ({ x, y: acquisition, tip: tipOf(words.cohorts.cost, format.money(acquisition, 2)) }))
            }
          ]
        : [])
    ]
  });
}

export function cohortTable(rows: readonly CohortValue[], grain: Grain, { words, format }: Telling): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'cohort', label: names.cohort, kind: 'text' },
      { id: 'months', label: names.months, kind: 'integer' },
      { id: 'customers', label: names.customers, kind: 'integer' },
      { id: 'brought_each', label: names.moneyEach, kind: 'money', digits: 2 }
    ],
    rows: rows.map((row) => [row.cohort ? format.period(row.cohort, grain) : words.cohorts.all, row.months, row.customers, row.value_each])
  };
}
