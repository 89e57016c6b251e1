import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { RowOf } from '../../engine/query.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { Telling } from './choices.ts';
import type { WindowRow } from './finding.ts';
import type { BRACKETS } from './queries.ts';

export type BracketRow = RowOf<(typeof BRACKETS)['columns']>;

/** Fewer say nothing. */
const ENOUGH = 30;
const isFew = ({ share, eligible }: WindowRow) => share !== null && eligible < ENOUGH;

/** Where a window leads: to those who bought again within it; null where nobody did. */
function windowHref({ days, repurchased }: WindowRow, { audience }: Telling): string | null {
  return repurchased > 0 ? audience('retention.window', { days, again: 'yes' }) : null;
}

/** One bar per window; a window that nobody was observed for has none. */
export function windowBars(windows: readonly WindowRow[], telling: Telling, size: Size): ChartSpec {
  const { words, format } = telling;
  return bars(size, {
    label: words.windows.title,
    band: 36,
    bars: windows.map((row) => ({
      label: words.windows.within(format.integer(row.days)),
      value: row.share ?? 0,
      text:
        row.share === null
          ? words.windows.none
          : `${format.percent(row.share)} · ${format.integer(row.repurchased)} / ${format.integer(row.eligible)}${isFew(row) ? ` · ${words.windows.few}` : ''}`,
      ...(isFew(row) ? { color: 'var(--line-strong)' } : {}),
      tip: tipOf(
        words.windows.within(format.integer(row.days)),
        row.share === null ? words.windows.none : words.windows.tip(format.integer(row.repurchased), format.integer(row.eligible)),
        row.low !== null && words.interval(format.interval(format.percent(row.low), format.percent(row.high)))
      ),
      href: windowHref(row, telling)
    }))
  });
}

/** The windows, then the brackets. */
export function windowTable(windows: readonly WindowRow[], brackets: readonly BracketRow[], telling: Telling): TableModel {
  const { words, format, audience } = telling;
  const names = words.columns;
  return {
    columns: [
      { id: 'window', label: names.window, kind: 'text' },
      { id: 'from_day', label: names.fromDays, kind: 'integer' },
      { id: 'to_day', label: names.toDays, kind: 'integer' },
      { id: 'observed', label: names.eligible, kind: 'integer' },
      { id: 'returned', label: names.customers, kind: 'integer' },
      { id: 'share', label: names.share, kind: 'percent' },
      { id: 'low', label: names.low, kind: 'percent' },
      { id: 'high', label: names.high, kind: 'percent' }
    ],
    rows: [
      ...windows.map((row) => [
        words.windows.within(format.integer(row.days)),
        1,
        row.days,
        row.eligible,
        row.repurchased,
        row.share,
        row.low,
        row.high
      ]),
      ...brackets.map((row) => [
        words.windows.between(format.integer(row.from_days), format.integer(row.to_days)),
        row.from_days,
        row.to_days,
        row.eligible,
        row.retained,
        row.share,
        row.low,
        row.high
      ])
    ],
    href: (row) => {
      if (windows[row]) return windowHref(windows[row], telling);
      const bracket = brackets[row - windows.length];
      return bracket && bracket.retained > 0
        ? audience('retention.bracket', { day_from: bracket.from_days, day_to: bracket.to_days })
        : null;
    }
  };
}
