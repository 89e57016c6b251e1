import type { TableModel } from '../../ui/table-model.ts';
import { reasonOf, type Contact } from './finding.ts';
import type { Telling } from './rule.ts';

/** Whom to contact first, best first, with the reason in words. */
export function contactTable(rows: readonly Contact[], telling: Telling, customerHref: (row: Contact) => string): TableModel {
  const names = telling.words.columns;
  return {
    columns: [
      { id: 'customer_id', label: names.customer, kind: 'text' },
      { id: 'amount_12_months', label: names.amountYear, kind: 'money' },
      { id: 'usual_gap_days', label: names.usualGap, kind: 'days' },
      { id: 'silent_days', label: names.silent, kind: 'days' },
      { id: 'lateness', label: names.lateness, kind: 'number', digits: 1 },
      { id: 'purchases', label: names.purchases, kind: 'integer', only: 'file' },
      { id: 'rank_by_silence', label: names.plainPlace, kind: 'integer' },
      { id: 'reason', label: names.reason, kind: 'text' }
    ],
    rows: rows.map((row) => [
      row.customer_id,
      row.amount_year,
      row.usual_gap,
      row.silent_days,
      row.lateness,
      row.purchases,
      row.plain_place,
      reasonOf(row, telling)
    ]),
    href: (place) => (rows[place] ? customerHref(rows[place]) : null)
  };
}
