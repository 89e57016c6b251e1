import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { ChanceTelling } from './chance-finding.ts';
import type { Leads } from './chance-pictures.ts';
import { KINDS, type WatchChoice, type WatchRow } from './watch-rules.ts';

/** The rules in words and with their counts; a rule that no file tells anything of has none. */
function ruled(rows: readonly WatchRow[], { window, drop, jump }: WatchChoice, hasFeedback: boolean, { words, format }: ChanceTelling) {
  const days = format.days(window);
  const means = {
    drop: words.watch.what.drop(format.percent(drop, 0), days),
    unusual: words.watch.what.unusual(format.number(jump, jump % 1 === 0 ? 0 : 1), days),
    negative: words.watch.what.negative(days)
  };
  return KINDS.flatMap((kind) => {
    const row = rows.find((one) => one.kind === kind);
    return row ? [{ row, name: words.watch.kinds[kind], means: means[kind], isTold: kind !== 'negative' || hasFeedback }] : [];
  });
}

export function watchFinding(rows: readonly WatchRow[], { words, format }: ChanceTelling): string {
  const any = rows.find(({ kind }) => kind === 'any')?.customers ?? 0;
  return any > 0 ? words.watch.finding(format.integer(any)) : words.watch.none;
}

export function watchBars(
  rows: readonly WatchRow[],
  chosen: WatchChoice,
  hasFeedback: boolean,
  href: Leads<WatchRow>,
  telling: ChanceTelling,
  size: Size
): ChartSpec {
  const { words, format } = telling;
  return bars(size, {
    label: words.watch.title,
    bars: ruled(rows, chosen, hasFeedback, telling).map(({ row, name, means, isTold }) => {
      const text = isTold ? words.segments.text(format.integer(row.customers), format.shortMoney(row.amount_year)) : words.watch.untold;
      return { label: name, value: row.customers, text, tip: tipOf(name, means, text), href: row.customers > 0 ? href(row) : null };
    })
  });
}

export function watchTable(
  rows: readonly WatchRow[],
  chosen: WatchChoice,
  hasFeedback: boolean,
  href: Leads<WatchRow>,
  telling: ChanceTelling
): TableModel {
  const { words } = telling;
  const all = ruled(rows, chosen, hasFeedback, telling);
  return {
    columns: [
      { id: 'rule', label: words.watch.rule, kind: 'text' },
      { id: 'customers', label: words.columns.customers, kind: 'integer' },
      { id: 'amount_12_months', label: words.columns.amountYear, kind: 'money' },
      { id: 'matches_when', label: words.watch.means, kind: 'text' }
    ],
    rows: all.map(({ row, name, means, isTold }) =>
      isTold ? [name, row.customers, row.amount_year, means] : [name, null, null, `${means} (${words.watch.untold})`]
    ),
    href: (place) => {
      const row = all[place]?.row;
      return row && row.customers > 0 ? href(row) : null;
    }
  };
}
