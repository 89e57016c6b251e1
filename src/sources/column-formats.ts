import { dateExpression, dateOrder, decideDates, TYPED_DATES, withClock, withDateOrder, type DateDecision } from './date-text.ts';
import { idExpression, numberExpression, textExpression } from './id-text.ts';
import { columnOf, type Mapping, type Role } from './mapping.ts';
import { decideMoney, moneyExpression, TYPED_MONEY, type MoneyDecision } from './money-text.ts';
import { isLoaded, rawName, type RawTable, type Run } from './raw-table.ts';
import type { Question } from './source.ts';

export const MOMENT_ROLES: readonly Role[] = ['order_time', 'pay_time'];
/** Roles whose cells are amounts of money. */
export const MONEY_ROLES: readonly Role[] = ['amount', 'gross', 'discount', 'refund', 'unit_price'];
const ID_ROLES: readonly Role[] = ['customer', 'order_id', 'line_id', 'sku'];

/** How each column's cells are written, decided on all rows, by column of the file. */
export interface Formats {
  readonly dates: ReadonlyMap<number, DateDecision>;
  readonly money: ReadonlyMap<number, MoneyDecision>;
}

/**
 * Decides date and money formats of the mapped columns on all rows; typed columns cost nothing. The user's
 * answers in the mapping win; a date column that could be read both ways follows one that could not.
 */
export async function decideFormats(run: Run, raw: RawTable, mapping: Mapping): Promise<Formats> {
  const dates = new Map<number, DateDecision>();
  const money = new Map<number, MoneyDecision>();
  for (const [column, role] of mapping.roles.entries()) {
    if (role === null || !isLoaded(raw, column)) continue;
    const isText = raw.reads[column] === 'text';
    if (MOMENT_ROLES.includes(role)) {
      dates.set(column, isText ? await decideDates(run, raw, rawName(column)) : TYPED_DATES);
    } else if (MONEY_ROLES.includes(role) || role === 'quantity') {
      money.set(column, isText ? await decideMoney(run, raw, rawName(column)) : TYPED_MONEY);
    }
  }
  const orders = new Set([...dates.values()].flatMap((decision) => (decision.ambiguous === null ? (dateOrder(decision) ?? []) : [])));
  const [order] = orders;
  for (const [column, decision] of dates) {
    const answer = mapping.answers[dateQuestion(column)];
    if (answer === 'mdy' || answer === 'dmy') dates.set(column, withDateOrder(decision, answer));
    else if (decision.ambiguous !== null && order !== undefined && orders.size === 1)
      dates.set(column, { ...withDateOrder(decision, order), ambiguous: null });
  }
  for (const [column, decision] of money) {
    const answer = mapping.answers[moneyQuestion(column)];
    if (answer === 'point' || answer === 'comma')
      money.set(column, { ...decision, format: answer, marks: [...decision.marks, answer === 'point' ? ',' : '.'] });
  }
  return { dates, money };
}

const dateQuestion = (column: number) => `date-order:${column}`;
const moneyQuestion = (column: number) => `money-format:${column}`;

/**
 * What only the user can decide, answered or not: `date-order:<column>` (options mdy, dmy) and
 * `money-format:<column>` (options point, comma). `values` holds a cell that reads both ways.
 */
export function formatQuestions(formats: Formats, mapping: Mapping): Question[] {
  const questions: Question[] = [];
  for (const [column, decision] of formats.dates) {
    const answer = mapping.answers[dateQuestion(column)] ?? null;
    if (decision.ambiguous === null) continue;
    questions.push({
      id: dateQuestion(column),
      kind: 'date-order',
      column,
      values: [{ value: decision.ambiguous, rows: decision.dayMonth }],
      options: ['mdy', 'dmy'],
      answer
    });
  }
  for (const [column, decision] of formats.money) {
    const answer = mapping.answers[moneyQuestion(column)] ?? null;
    if (decision.ambiguous === null) continue;
    questions.push({
      id: moneyQuestion(column),
      kind: 'money-format',
      column,
      values: [{ value: decision.ambiguous, rows: 0 }],
      options: ['point', 'comma'],
      answer
    });
  }
  return questions;
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
  if (MOMENT_ROLES.includes(role)) {
    const moment = dateExpression(name, formats.dates.get(column)?.readings ?? []);
    const clock = columnOf(mapping, 'order_clock');
    return role === 'order_time' && clock !== null && raw.reads[clock] === 'text' ? withClock(moment, rawName(clock)) : moment;
  }
  if (role === 'quantity') return `cast(${moneyExpression(name, formats.money.get(column) ?? TYPED_MONEY, 4)} as double)`;
  if (MONEY_ROLES.includes(role)) return moneyExpression(name, formats.money.get(column) ?? TYPED_MONEY, role === 'unit_price' ? 4 : 2);
  if (role === 'order_id' || role === 'line_id') return numberExpression(name, read);
  return ID_ROLES.includes(role) ? idExpression(name, read) : textExpression(name, read);
}
