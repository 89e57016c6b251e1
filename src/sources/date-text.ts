/** The ways dates are written. `dmy` and `mdy` are decided per column; the others read themselves. */
export type DateFormat =
  | 'typed' | 'iso' | 'ymd' | 'compact' | 'mdy' | 'dmy' | 'month-name' | 'rfc2822' | 'chinese' | 'excel-serial' | 'unix-s' | 'unix-ms';

export interface DateDecision {
  /** In order of use; a column may mix forms that read themselves. Empty when no cell is a date. */
  readonly formats: readonly DateFormat[];
  readonly filled: number;
  /** Filled cells that none of `formats` reads. */
  readonly unreadable: number;
  /** A cell that reads both ways, when the user must decide; else null. */
  readonly ambiguous: string | null;
}

/** SQL: a moment as timestamp without zone (an offset is dropped: wall time stays), or null where it cannot be read. */
export function dateExpression(column: string, formats: readonly DateFormat[]): string {
  if (formats[0] === 'typed') return `cast(${column} as timestamp)`;
  return `try_cast(${column} as timestamp)`;
}
