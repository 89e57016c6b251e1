import { dateExpression, dateOrder, decideDates, TYPED_DATES, withClock, withDateOrder, type DateDecision } from './date-text.ts';
import { spanHours, spanUnit, type SpanUnit } from './durations.ts';
import { idExpression, numberExpression, textExpression } from './id-text.ts';
import { columnOf, type Mapping, type Role } from './mapping.ts';
import { decideMoney, moneyExpression, TYPED_MONEY, type MoneyDecision } from './money-text.ts';
import { isLoaded, rawName, sampleOf, type RawTable, type Run } from './raw-table.ts';
import type { Question } from './source.ts';

/** Roles whose cells are moments; `first_reply` and `resolved` may be lengths of time instead (see `Formats.spans`). */
export const MOMENT_ROLES: readonly Role[] = [
  'order_time',
  'pay_time',
  'member_since',
  'birthday',
  'event_time',
  'survey_time',
  'ticket_open',
  'first_reply',
  'resolved',
  'sent_time'
];
const SPAN_ROLES: readonly Role[] = ['first_reply', 'resolved'];
/** Roles whose cells are amounts of money. */
export const MONEY_ROLES: readonly Role[] = ['amount', 'gross', 'discount', 'refund', 'unit_price', 'cost'];
/** Roles whose cells are numbers of something else. */
const NUMBER_ROLES: readonly Role[] = ['quantity', 'points'];
/** Prices of one piece, which may be parts of a cent. */
const FINE_ROLES: readonly Role[] = ['unit_price', 'cost'];
const ID_ROLES: readonly Role[] = ['customer', 'order_id', 'line_id', 'sku', 'phone', 'email', 'ticket_id'];

/** How each column's cells are written, decided on all rows, by column of the file. */
export interface Formats {
  readonly dates: ReadonlyMap<number, DateDecision>;
  readonly money: ReadonlyMap<number, MoneyDecision>;
  /** Columns that say how long something took, instead of when it was done. */
  readonly spans: ReadonlyMap<number, SpanUnit>;
}

/**
 * Decides date and money formats of the mapped columns on all rows; typed columns cost nothing. The user's
 * answers in the mapping win; a date column that could be read both ways follows one that could not.
 */
export async function decideFormats(run: Run, raw: RawTable, mapping: Mapping): Promise<Formats> {
  const dates = new Map<number, DateDecision>();
  const money = new Map<number, MoneyDecision>();
  const spans = new Map<number, SpanUnit>();
  for (const [column, role] of mapping.roles.entries()) {
    if (role === null || !isLoaded(raw, column)) continue;
    const isText = raw.reads[column] === 'text';
    const span = SPAN_ROLES.includes(role) ? await spanOf(run, raw, column) : null;
    if (span !== null) spans.set(column, span);
    else if (MOMENT_ROLES.includes(role)) {
      dates.set(column, isText ? await decideDates(run, raw, rawName(column)) : TYPED_DATES);
    } else if (MONEY_ROLES.includes(role) || NUMBER_ROLES.includes(role)) {
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
  return { dates, money, spans };
}

async function spanOf(run: Run, raw: RawTable, column: number): Promise<SpanUnit | null> {
  const read = raw.reads[column];
  if (read === 'timestamp' || read === 'date') return null;
  return spanUnit(raw.headers[column] ?? '', await sampleOf(run, raw, rawName(column)));
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
 * moments as timestamp (lengths of time as hours), money as decimal(18,2) (prices of a piece (18,4)), quantity and points as double, ids and texts as varchar.
 * Unreadable and empty cells give null. `customer` is the bare key: see `customerExpression`.
 */
export function roleExpression(raw: RawTable, mapping: Mapping, formats: Formats, role: Role): string | null {
  const column = columnOf(mapping, role);
  if (column === null || !isLoaded(raw, column)) return null;
  const name = rawName(column);
  const read = raw.reads[column] ?? 'text';
  const span = formats.spans.get(column);
  if (span !== undefined) return spanHours(name, read === 'text', span);
  if (MOMENT_ROLES.includes(role)) {
    const moment = dateExpression(name, formats.dates.get(column)?.readings ?? []);
    const clock = columnOf(mapping, 'order_clock');
    return role === 'order_time' && clock !== null && raw.reads[clock] === 'text' ? withClock(moment, rawName(clock)) : moment;
  }
  if (NUMBER_ROLES.includes(role)) return `cast(${moneyExpression(name, formats.money.get(column) ?? TYPED_MONEY, 4)} as double)`;
  if (MONEY_ROLES.includes(role)) return moneyExpression(name, formats.money.get(column) ?? TYPED_MONEY, FINE_ROLES.includes(role) ? 4 : 2);
  if (role === 'order_id' || role === 'line_id') return numberExpression(name, read);
  return ID_ROLES.includes(role) ? idExpression(name, read) : textExpression(name, read);
}
