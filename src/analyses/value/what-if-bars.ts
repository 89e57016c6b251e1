import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { WhatIf } from '../../models/value-what-if.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { Telling } from './choices.ts';

const CASES = ['now', 'moreRetention', 'moreOrder', 'both'] as const;

/** The value as it is, and with each change and both. */
export function whatIfBars(report: WhatIf['report'], { words, format }: Telling, size: Size): ChartSpec {
  return bars(size, {
    label: words.whatIf.title,
    band: 40,
    bars: CASES.map((one) => {
      const text =
        format.shortMoney(report[one]) + (one === 'now' || report.now <= 0 ? '' : ` · ${format.change(report[one] / report.now - 1)}`);
      return {
        label: words.whatIf.bars[one],
        value: report[one],
        text,
        tip: tipOf(words.whatIf.bars[one], text),
        ...(one === 'now' ? { color: 'var(--muted)' } : {})
      };
    })
  });
}

export function whatIfTable(report: WhatIf['report'], { words }: Telling): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'case', label: names.case, kind: 'text' },
      { id: 'value', label: names.value, kind: 'money' },
      { id: 'change', label: names.change, kind: 'percent', change: 'up-is-good' }
    ],
    rows: CASES.map((one) => [words.whatIf.bars[one], report[one], one === 'now' || report.now <= 0 ? null : report[one] / report.now - 1])
  };
}
