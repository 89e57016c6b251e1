import type { TableModel } from '../../ui/table-model.ts';
import { buysWords } from '../forecasts/buys-words.ts';
import type { Terms } from '../forecasts/terms.ts';
import type { Telling } from './choices.ts';
import type { ValuableCustomer } from './queries.ts';

/** The most valuable customers, one row each. */
export function listTable(
  rows: readonly ValuableCustomer[],
  terms: Terms,
  { words, format }: Telling,
  href: (row: ValuableCustomer) => string
): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'customer_id', label: names.customer, kind: 'text', look: 'strong' },
      { id: 'value', label: names.value, kind: 'money', hasBar: true },
      { id: 'p_buys', label: buysWords(terms, format).name, kind: 'percent', digits: 0 },
      { id: 'p_buys_low', label: names.buysLow, kind: 'percent', only: 'file' },
      { id: 'p_buys_high', label: names.buysHigh, kind: 'percent', only: 'file' },
      { id: 'next_from', label: names.nextEarly, kind: 'date' },
      { id: 'next_middle', label: names.nextHalf, kind: 'date', only: 'file' },
      { id: 'next_to', label: names.nextLate, kind: 'date' },
      { id: 'expected_purchases', label: names.expected, kind: 'number', digits: 1 },
      { id: 'value_low', label: names.expectationLow, kind: 'money' },
      { id: 'value_high', label: names.expectationHigh, kind: 'money' },
      { id: 'purchases', label: names.purchases, kind: 'integer' },
      { id: 'revenue', label: names.money, kind: 'money' },
      { id: 'last_day', label: names.lastDay, kind: 'date' },
      { id: 'x', label: names.repeats, kind: 'integer' },
      { id: 't_x_days', label: names.recency, kind: 'integer' },
      { id: 't_days', label: names.age, kind: 'integer' },
      { id: 'mean_repeat', label: names.meanRepeat, kind: 'money', digits: 2 },
      { id: 'expected_purchase', label: names.price, kind: 'money', digits: 2 }
    ],
    rows: rows.map((row) => [
      row.customer_id,
      row.value,
      row.buys,
      row.buys_low,
      row.buys_high,
      row.next_early,
      row.next_half,
      row.next_late,
      row.expected,
      row.value_low,
      row.value_high,
      row.purchases,
      row.monetary,
      row.last_day,
      row.x,
      row.recency,
      row.age,
      row.mean,
      row.price
    ]),
    href: (row) => (rows[row] ? href(rows[row]) : null)
  };
}
