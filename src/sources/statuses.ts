import { quoteText } from '../engine/sql.ts';
import { columnOf, type Mapping } from './mapping.ts';
import { isLoaded, rawName, rowsOf, type RawTable, type Run } from './raw-table.ts';
import type { Question } from './source.ts';
import { STATUS_MEANINGS, statusMeaning, type StatusMeaning } from './status-words.ts';
import { BLANKS } from './value-shapes.ts';

type StatusRole = 'status' | 'refund_status' | 'row_kind';

/** The cells of a status column with their rows and meanings; `null` meaning = neither known nor answered, or blank. */
export interface StatusReading {
  readonly column: number;
  /** Every different cell as it stands in the raw table, most frequent first. */
  readonly values: readonly { readonly value: string; readonly rows: number; readonly meaning: StatusMeaning | null }[];
  /** Asks for all values that are in no list at once; null when there are none. */
  readonly question: Question | null;
}

/** A column with more different values than this holds no statuses: it is read as if every value were blank. */
const MOST_VALUES = 200;

/**
 * Reads the distinct values of `role` in one scan; null when the role is not mapped. The question
 * has the role's name as its id; its answer is one of its options for all values, or JSON of value → option.
 */
export async function readStatuses(run: Run, raw: RawTable, mapping: Mapping, role: StatusRole): Promise<StatusReading | null> {
  const column = columnOf(mapping, role);
  if (column === null || !isLoaded(raw, column)) return null;
  const name = rawName(column);
  const result = await run(
    `select cast(${name} as varchar) as value, ${rowsOf(raw)} as rows from ${raw.name} where ${name} is not null group by 1 order by rows desc, value limit ${MOST_VALUES + 1}`
  );
  const cells =
    result.rows > MOST_VALUES
      ? []
      : Array.from({ length: result.rows }, (_, row) => ({ value: String(result.at(row, 0)), rows: Number(result.at(row, 1)) }));
  const answer = mapping.answers[role] ?? null;
  const answers = statusAnswers(answer);
  const asked = new Map<string, number>();
  const values = cells.map(({ value, rows }) => {
    const shown = value.trim();
    const known = BLANKS.includes(shown.toLowerCase()) ? null : statusMeaning(value, mapping.family);
    const isUnknown = known === null && !BLANKS.includes(shown.toLowerCase());
    if (isUnknown) asked.set(shown, (asked.get(shown) ?? 0) + rows);
    return { value, rows, meaning: isUnknown ? answers(shown) : known };
  });
  const unknown = [...asked].map(([value, rows]) => ({ value, rows }));
  const isAnswered = unknown.every(({ value }) => answers(value) !== null);
  const question: Question | null =
    unknown.length === 0
      ? null
      : { id: role, kind: 'status', column, values: unknown, options: STATUS_MEANINGS, answer: isAnswered ? answer : null };
  return { column, values, question };
}

/** The meaning that an answer gives to a value: one option for all, or JSON of value → option. */
export function statusAnswers(answer: string | null): (value: string) => StatusMeaning | null {
  const asMeaning = (text: unknown) => STATUS_MEANINGS.find((meaning) => meaning === text) ?? null;
  if (answer === null || !answer.trimStart().startsWith('{')) return () => asMeaning(answer);
  const parsed: unknown = JSON.parse(answer);
  const byValue = new Map(Object.entries(parsed as Record<string, unknown>));
  return (value) => asMeaning(byValue.get(value));
}

/** SQL: the meaning of a status cell ('paid', …) or null for blank and unknown ones; `cell` is the raw column's SQL. */
export function statusExpression(reading: StatusReading, cell: string): string {
  const cases = STATUS_MEANINGS.flatMap((meaning) => {
    const values = reading.values.filter((value) => value.meaning === meaning);
    return values.length === 0
      ? []
      : [`when ${cell} in (${values.map(({ value }) => quoteText(value)).join(', ')}) then ${quoteText(meaning)}`];
  });
  return cases.length === 0 ? 'cast(null as varchar)' : `case ${cases.join(' ')} end`;
}
