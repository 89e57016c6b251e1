import type { TableColumn, TableModel } from '../../ui/table-model.ts';
import { segmentName } from '../scores/messages.ts';
import { SIGNS } from '../signs/messages.ts';
import type { Contact } from './finding.ts';
import type { Telling } from './rule.ts';

/** Whom to contact first, best first, with the reason in words; with `chance`, its name, the chance to buy stands beside them. */
export function contactTable(
  rows: readonly Contact[],
  { words, format }: Telling,
  customerHref: (row: Contact) => string,
  chance: string | null = null
): TableModel {
  const names = words.columns;
  const signs = SIGNS[format.locale].columns;
  const chances: readonly TableColumn[] = chance === null ? [] : [{ id: 'chance_to_buy', label: chance, kind: 'percent' }];
  return {
    columns: [
      { id: 'customer_id', label: names.customer, kind: 'text' },
      { id: 'segment', label: names.segment, kind: 'text', look: 'chip' },
      { id: 'amount_12_months', label: names.amountYear, kind: 'money' },
      ...chances,
      { id: 'usual_gap_days', label: signs.usualGap, kind: 'days', ...(chance === null ? {} : { only: 'file' }) },
      { id: 'silent_days', label: names.silent, kind: 'days' },
      { id: 'reference_gap_days', label: signs.referenceGap, kind: 'days' },
      { id: 'lateness', label: signs.lateness, kind: 'number', digits: 1 },
      { id: 'purchases', label: names.purchases, kind: 'integer', only: 'file' },
      { id: 'rank_by_silence', label: names.plainPlace, kind: 'integer', only: 'file' },
      { id: 'reason', label: signs.reason, kind: 'text' }
    ],
    rows: rows.map((row) => [
      row.customer_id,
      segmentName(row.segment, format.locale),
      row.amount_year,
      ...(chance === null ? [] : [row.chance]),
      row.usual_gap,
      row.silent_days,
      row.reference_gap,
      row.lateness,
      row.purchases,
      row.plain_place,
      row.reason
    ]),
    href: (place) => (rows[place] ? customerHref(rows[place]) : null)
  };
}
