import type { Mapping, Role } from './mapping.ts';
import { columnOf } from './mapping.ts';
import { rawName, isLoaded, type RawTable, type Run } from './raw-table.ts';
import type { Question } from './source.ts';
import { dateExpression, type DateDecision } from './date-text.ts';
import { moneyExpression, moneyFormatOfRead, type MoneyDecision } from './money-text.ts';
import { idExpression, textExpression } from './id-text.ts';

export const MOMENT_ROLES: readonly Role[] = ['order_time', 'pay_time'];
export const MONEY_ROLES: readonly Role[] = ['amount', 'gross', 'discount', 'refund', 'unit_price'];
const ID_ROLES: readonly Role[] = ['customer', 'order_id', 'line_id', 'sku'];

/** How each column's cells are written, decided on all rows, by column of the file. */
export interface Formats {
  readonly dates: ReadonlyMap<number, DateDecision>;
  readonly money: ReadonlyMap<number, MoneyDecision>;
}

/** Decides date and money formats of the mapped columns in one scan of the raw table. */
export async function decideFormats(_run: Run, raw: RawTable, mapping: Mapping): Promise<Formats> {
  const dates = new Map<number, DateDecision>();
  const money = new Map<number, MoneyDecision>();
  mapping.roles.forEach((role, column) => {
    if (role === null || !isLoaded(raw, column)) return;
    const read = raw.reads[column] ?? 'text';
    if (MOMENT_ROLES.includes(role)) dates.set(column, { formats: [read === 'text' ? 'iso' : 'typed'], filled: raw.rows, unreadable: 0, ambiguous: null });
    if (MONEY_ROLES.includes(role) || role === 'quantity') money.set(column, { format: moneyFormatOfRead(read), unreadable: 0, isUndecided: false });
  });
  return { dates, money };
}

/** What only the user can decide: `date-order:<column>` (options mdy, dmy) and `money-format:<column>` (point, comma). */
export function formatQuestions(_formats: Formats, _mapping: Mapping): Question[] {
  return [];
}

/**
 * SQL for a role's value in a row of the raw table, or null when the role is not mapped or not loaded:
 * moments as timestamp, money as decimal(18,2) (unit_price (18,4)), quantity as double, ids and texts as varchar.
 * Unreadable and empty cells give null. `customer` is the bare key: see `customerExpression`.
 */
export function roleExpression(raw: RawTable, mapping: Mapping, formats: Formats, role: Role): string | null {
  const column = columnOf(mapping, role);
  if (column === null || !isLoaded(raw, column)) return null;
  const name = rawName(column);
  const read = raw.reads[column] ?? 'text';
  if (MOMENT_ROLES.includes(role)) return dateExpression(name, formats.dates.get(column)?.formats ?? []);
  if (role === 'quantity') return `cast(${moneyExpression(name, formats.money.get(column)?.format ?? 'point', 4)} as double)`;
  if (MONEY_ROLES.includes(role)) return moneyExpression(name, formats.money.get(column)?.format ?? 'point', role === 'unit_price' ? 4 : 2);
  return ID_ROLES.includes(role) ? idExpression(name, read) : textExpression(name, read);
}
