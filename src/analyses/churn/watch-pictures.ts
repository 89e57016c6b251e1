import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { ChanceTelling } from './chance-finding.ts';
import type { Leads } from './chance-pictures.ts';
import { KINDS, type WatchChoice, type WatchRow } from './watch-rules.ts';

/** The rules in words and with their counts. */
function ruled(rows: readonly WatchRow[], { window, drop, jump }: WatchChoice, { words, format }: ChanceTelling) {
  const days = format.days(window);
  const means = {
    drop: words.watch.what.drop(format.percent(drop, 0), days),
    unusual: words.watch.what.unusual(format.number(jump, jump % 1 === 0 ? 0 : 1), days),
    negative: words.watch.what.negative(days)
  };
  return KINDS.flatMap((kind) => {
    const row = rows.find((one) => one.kind === kind);
    return row ? [{ row, name: words.watch.kinds[kind], means: means[kind] }] : [];
  });
}

export function watchFinding(rows: readonly WatchRow[], { words, format }: ChanceTelling): string {
  const any = rows.find(({ kind }) => kind === 'any')?.customers ?? 0;
  return any > 0 ? words.watch.finding(format.integer(any)) : words.watch.none;
}

export function watchBars(
  rows: readonly WatchRow[],
  chosen: WatchChoice,
  href: Leads<WatchRow>,
  telling: ChanceTelling,
  size: Size
): ChartSpec {
  const { words, format } = telling;
  return bars(size, {
    label: words.watch.title,
    bars: ruled(rows, chosen, telling).map(({ row, name, means }) => ({
      label: name,
      value: row.customers,
      text: words.segments.text(format.integer(row.customers), format.shortMoney(row.amount_year)),
      tip: tipOf(name, means, words.segments.text(format.integer(row.customers), format.shortMoney(row.amount_year))),
      href: row.customers > 0 ? href(row) : null
    }))
  });
}

export function watchTable(rows: readonly WatchRow[], chosen: WatchChoice, href: Leads<WatchRow>, telling: ChanceTelling): TableModel {
  const { words } = telling;
  const all = ruled(rows, chosen, telling);
  return {
    columns: [
      { id: 'rule', label: words.watch.rule, kind: 'text' },
      { id: 'customers', label: words.columns.customers, kind: 'integer' },
      { id: 'amount_12_months', label: words.columns.amountYear, kind: 'money' },
      { id: 'matches_when', label: words.watch.means, kind: 'text' }
    ],
    rows: all.map(({ row, name, means }) => [name, row.customers, row.amount_year, means]),
    href: (place) => {
      const row = all[place]?.row;
      return row && row.customers > 0 ? href(row) : null;
    }
  };
}
