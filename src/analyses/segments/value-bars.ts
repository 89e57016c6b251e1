import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { Format } from '../../i18n/format.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { ValueGroup } from '../forecasts/value-groups.ts';
import { segmentName } from '../scores/messages.ts';
import { segmentColor } from '../scores/segment-lines.ts';
import { WORDS } from './messages.ts';

/** Where most value is ahead, against the money so far; empty where nothing can be forecast. */
export function valueFinding(groups: readonly ValueGroup[], months: number, format: Format): string {
  const first = groups.reduce<ValueGroup | null>((best, group) => ((group.value ?? 0) > (best?.value ?? 0) ? group : best), null);
  if (!first) return '';
  return WORDS[format.locale].valueFinding(
    segmentName(first.name ?? '', format.locale),
    format.shortMoney(first.value),
    format.percent(first.value_share),
    format.integer(months),
    format.percent(first.monetary_share)
  );
}

/** One bar per segment: what it will bring. */
export function valueBars(groups: readonly ValueGroup[], size: Size, format: Format, href: (segment: string) => string): ChartSpec {
  const words = WORDS[format.locale];
  return bars(size, {
    label: words.value,
    bars: groups.map((group) => {
      const name = group.name ?? '';
      return {
        label: segmentName(name, format.locale),
        value: group.value ?? 0,
        text: words.valueText(format.compactMoney(group.value), format.money(group.value_each, 2)),
        tip: tipOf(
          segmentName(name, format.locale),
          words.valueTip(
            format.shortMoney(group.value),
            format.interval(format.shortMoney(group.value_low), format.shortMoney(group.value_high))
          ),
          words.valuePast(format.shortMoney(group.monetary), format.percent(group.monetary_share))
        ),
        color: segmentColor(name),
        href: group.customers > 0 ? href(name) : null
      };
    })
  });
}

export function valueTable(groups: readonly ValueGroup[], format: Format, href: (segment: string) => string): TableModel {
  const { columns } = WORDS[format.locale];
  return {
    columns: [
      { id: 'segment', label: columns.segment, kind: 'text', look: 'strong' },
      { id: 'customers', label: columns.customers, kind: 'integer' },
      { id: 'revenue', label: columns.revenue, kind: 'money' },
      { id: 'revenue_share', label: columns.revenueShare, kind: 'percent' },
      { id: 'expected_buyers', label: columns.buyers, kind: 'number', digits: 0 },
      { id: 'expected_purchases', label: columns.expected, kind: 'number', digits: 0 },
      { id: 'value', label: columns.value, kind: 'money' },
      { id: 'value_low', label: columns.valueLow, kind: 'money' },
      { id: 'value_high', label: columns.valueHigh, kind: 'money' },
      { id: 'value_share', label: columns.valueShare, kind: 'percent' },
      { id: 'value_each', label: columns.valueEach, kind: 'money', digits: 2 }
    ],
    rows: groups.map((group) => [
      segmentName(group.name ?? '', format.locale),
      group.customers,
      group.monetary,
      group.monetary_share,
      group.buyers,
      group.expected,
      group.value,
      group.value_low,
      group.value_high,
      group.value_share,
      group.value_each
    ]),
    href: (row) => (groups[row]?.name ? href(groups[row].name) : null)
  };
}
