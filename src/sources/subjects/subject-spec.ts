import type { SubjectCells } from './subject-cells.ts';

/** How rows of a file about one subject become rows of its canonical table. */
export interface SubjectSpec {
  /** Values of a row of the file, as SQL over the raw table; names are this subject's own. */
  readonly values: (cells: SubjectCells) => readonly (readonly [name: string, sql: string])[];
  /** Why a row is not used: tests over the values and the forms of its keys, in the order in which they count. */
  readonly fates: (cells: SubjectCells) => readonly (readonly [test: string, reason: string])[];
  /**
   * What two rows of one thing share, as SQL over the values; the last of them counts. Null where nothing tells that
   * two rows are one thing, or where equal rows may well be two things.
   */
  readonly identity: (cells: SubjectCells, facts: { readonly hasClock: boolean }) => string | null;
  /** The value that says when, if any: whether it tells the time of day decides what equal rows are. */
  readonly when: string | null;
}

/** SQL: one text for rows that are equal in all of `values`. */
export function equalIn(values: readonly string[]): string {
  return `cast(hash(${values.join(', ')}) as varchar)`;
}

/** Why a moment sets a row aside that cannot do without one. */
export function needsMoment(value: string, isFilled: string): [string, string][] {
  return [
    [`${value} is null and not ${isFilled}`, 'missing-date'],
    [`${value} is null`, 'unreadable-date']
  ];
}
