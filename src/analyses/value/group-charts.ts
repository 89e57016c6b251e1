import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { By, Telling } from './choices.ts';
import { groupName } from './finding.ts';
import type { ValueGroup } from '../forecasts/value-groups.ts';

type Grain = 'month' | 'quarter' | 'year';
/** What a picture of groups needs beside them. */
export interface GroupView {
  readonly by: By;
  readonly grain: Grain;
  readonly telling: Telling;
  readonly href: (group: ValueGroup) => string | null;
}

/** One bar per group: its value ahead, or, where none can be forecast, its money so far. */
export function groupBars(groups: readonly ValueGroup[], { by, grain, telling, href }: GroupView, size: Size): ChartSpec {
  const { words, format } = telling;
  return bars(size, {
    label: words.split.title,
    bars: groups.map((group) => ({
      label: groupName(group, by, grain, telling),
      value: group.value ?? Math.max(0, group.monetary),
      // Little room takes one number.
      text:
        size.width < 420
          ? format.compactMoney(group.value ?? group.monetary)
          : words.split.text(
              format.compactMoney(group.value ?? group.monetary),
              format.money(group.value_each ?? (group.customers > 0 ? group.monetary / group.customers : null), 2)
            ),
      tip: tipOf(
        groupName(group, by, grain, telling),
        words.split.tip(format.integer(group.customers), format.integer(group.orders), format.shortMoney(group.monetary)),
        group.value !== null &&
          words.split.ahead(
            format.shortMoney(group.value),
            format.percent(group.value_share),
            format.interval(format.shortMoney(group.value_low), format.shortMoney(group.value_high))
          )
      ),
      href: href(group)
    }))
  });
}

export function groupTable(groups: readonly ValueGroup[], { by, grain, telling, href }: GroupView): TableModel {
  const names = telling.words.columns;
  return {
    columns: [
      { id: 'group', label: names.group, kind: 'text' },
      { id: 'customers', label: names.customers, kind: 'integer' },
      { id: 'customer_share', label: names.customersShare, kind: 'percent' },
      { id: 'orders', label: names.orders, kind: 'integer' },
      { id: 'purchases', label: names.purchases, kind: 'integer' },
      { id: 'revenue', label: names.money, kind: 'money' },
      { id: 'revenue_share', label: names.moneyShare, kind: 'percent' },
      { id: 'expected_buyers', label: names.buyers, kind: 'number', digits: 0 },
      { id: 'expected_purchases', label: names.expected, kind: 'number', digits: 0 },
      { id: 'value', label: names.value, kind: 'money' },
      { id: 'value_low', label: names.valueLow, kind: 'money' },
      { id: 'value_high', label: names.valueHigh, kind: 'money' },
      { id: 'value_share', label: names.valueShare, kind: 'percent' },
      { id: 'value_each', label: names.valueEach, kind: 'money', digits: 2 }
    ],
    rows: groups.map((group) => [
      groupName(group, by, grain, telling),
      group.customers,
      group.share,
      group.orders,
      group.purchases,
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
    href: (row) => (groups[row] ? href(groups[row]) : null)
  };
}
