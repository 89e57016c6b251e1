import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { Format } from '../../i18n/format.ts';
import type { TableModel } from '../../ui/table-model.ts';
import { VALUE_GROUPS } from './value-group-messages.ts';
import type { ValueGroup } from './value-groups.ts';

/** What a picture of groups needs beside them. */
export interface GroupView {
  readonly title: string;
  /** Column id of the groups' names, and what it is called. */
  readonly id: string;
  readonly label: string;
  readonly format: Format;
  nameOf(group: ValueGroup): string;
  /** The customers of a group. */
  href(group: ValueGroup): string | null;
  /** Where groups have colours of their own. */
  colorOf?(group: ValueGroup): string;
}

/** One bar per group: its value ahead, or, where none can be forecast, its money so far. */
export function groupBars(groups: readonly ValueGroup[], view: GroupView, size: Size): ChartSpec {
  const { title, format, nameOf, href, colorOf } = view;
  const words = VALUE_GROUPS[format.locale];
  return bars(size, {
    label: title,
    bars: groups.map((group) => ({
      label: nameOf(group),
      value: group.value ?? Math.max(0, group.monetary),
      // Little room takes one number.
      text:
        size.width < 420
          ? format.compactMoney(group.value ?? group.monetary)
          : words.text(
              format.compactMoney(group.value ?? group.monetary),
              format.money(group.value_each ?? (group.customers > 0 ? group.monetary / group.customers : null), 2)
            ),
      tip: tipOf(
        nameOf(group),
        words.tip(format.integer(group.customers), format.integer(group.orders), format.shortMoney(group.monetary)),
        group.value !== null &&
          words.ahead(
            format.shortMoney(group.value),
            format.percent(group.value_share),
            format.interval(format.shortMoney(group.value_low), format.shortMoney(group.value_high))
          )
      ),
      ...(colorOf ? { color: colorOf(group) } : {}),
      href: href(group)
    }))
  });
}

export function groupTable(groups: readonly ValueGroup[], { id, label, format, nameOf, href }: GroupView): TableModel {
  const names = VALUE_GROUPS[format.locale].columns;
  return {
    columns: [
      { id, label, kind: 'text', look: 'strong' },
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
      nameOf(group),
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
