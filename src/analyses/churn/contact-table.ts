import type { TableColumn, TableModel } from '../../ui/table-model.ts';
import { reasonOf, type Contact } from './finding.ts';
import type { Telling } from './rule.ts';

/** Whom to contact first, best first, with the reason in words; with `chance`, its name, the chance to buy takes the place of the rhythm. */
export function contactTable(
  rows: readonly Contact[],
  telling: Telling,
  customerHref: (row: Contact) => string,
  chance: string | null = null
): TableModel {
  const names = telling.words.columns;
  const chances: readonly TableColumn[] = chance === null ? [] : [{ id: 'chance_to_buy', label: chance, kind: 'percent' }];
  const besides = chance === null ? {} : ({ only: 'file' } as const);
  return {
    columns: [
      { id: 'customer_id', label: names.customer, kind: 'text' },
      { id: 'amount_12_months', label: names.amountYear, kind: 'money' },
      ...chances,
      { id: 'usual_gap_days', label: names.usualGap, kind: 'days', ...besides },
      { id: 'silent_days', label: names.silent, kind: 'days' },
      { id: 'lateness', label: names.lateness, kind: 'number', digits: 1 },
      { id: 'purchases', label: names.purchases, kind: 'integer', only: 'file' },
      { id: 'rank_by_silence', label: names.plainPlace, kind: 'integer', ...besides },
      { id: 'reason', label: names.reason, kind: 'text' }
    ],
    rows: rows.map((row) => [
      row.customer_id,
      row.amount_year,
      ...(chance === null ? [] : [row.chance]),
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
