import { axisCount } from '../../charts/axis-format.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { histogram } from '../../charts/histogram.ts';
import type { RowOf } from '../../engine/query.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { Telling } from './choices.ts';
import type { GapSummary } from './finding.ts';
import type { GAPS } from './queries.ts';

export type GapSpan = RowOf<(typeof GAPS)['columns']>;

/** Width of a bar in days so that nineteen in twenty gaps fill about thirty bars. */
export function spanWidth(p95: number | null): number {
  const wanted = (p95 ?? 30) / 30;
  return [1, 2, 3, 5, 7, 10, 14, 30].find((days) => days >= wanted) ?? 30;
}

/** Where a span leads: to those who have such a gap; null where nobody has. */
function spanHref({ from_days, to_days, gaps }: GapSpan, { audience }: Telling): string | null {
  if (gaps === 0) return null;
  return audience('retention.gap', to_days === null ? { shortest: from_days } : { shortest: from_days, longest: to_days });
}

/** Spans drawn before the open one. */
export const SPANS = 36;

export function gapHistogram(spans: readonly GapSpan[], summary: GapSummary, telling: Telling, size: Size): ChartSpec {
  const { words, format } = telling;
  const closed = spans.filter((span): span is GapSpan & { to_days: number } => span.to_days !== null);
  const last = closed.findLastIndex(({ gaps }) => gaps > 0);
  const marks = [
    { x: summary.median, label: words.gaps.median },
    { x: summary.p75, label: words.gaps.p75 },
    { x: summary.p90, label: words.gaps.p90 }
  ];
  return histogram(size, {
    label: words.gaps.title,
    xLabel: `${words.gaps.x} →`,
    yLabel: `↑ ${words.gaps.y}`,
    yFormat: axisCount(format),
    bins: closed.slice(0, last + 1).map((span) => ({
      from: span.from_days,
      to: span.to_days + 1,
      count: span.gaps,
      tip: tipOf(
        words.gaps.span(format.integer(span.from_days), format.integer(span.to_days)),
        `${words.gaps.y} ${format.integer(span.gaps)} · ${format.percent(span.share)}`,
        words.gaps.by(format.integer(span.customers))
      ),
      href: spanHref(span, telling)
    })),
    markers: marks.flatMap(({ x, label }) =>
      x === null || x > (closed[last]?.to_days ?? 0) ? [] : [{ x, label: label(format.days(Math.round(x))) }]
    )
  });
}

/** That the picture is biased short, and what lies beyond its right edge. */
export function gapNote(spans: readonly GapSpan[], { words, format }: Telling): string {
  const open = spans.find(({ to_days }) => to_days === null);
  return open && open.gaps > 0
    ? [words.gaps.note, words.gaps.beyond(format.integer(open.gaps), format.days(open.from_days - 1))].join(
        format.locale === 'zh' ? '' : ' '
      )
    : words.gaps.note;
}

export function gapTable(spans: readonly GapSpan[], telling: Telling): TableModel {
  const names = telling.words.columns;
  return {
    columns: [
      { id: 'from_days', label: names.fromDays, kind: 'integer' },
      { id: 'to_days', label: names.toDays, kind: 'integer' },
      { id: 'repurchases', label: names.gaps, kind: 'integer', hasBar: true },
      { id: 'share', label: names.share, kind: 'percent' },
      { id: 'customers', label: names.size, kind: 'integer' }
    ],
    rows: spans.map(({ from_days, to_days, gaps, share, customers }) => [from_days, to_days, gaps, share, customers]),
    href: (row) => (spans[row] ? spanHref(spans[row], telling) : null)
  };
}
