/** Columns of numbers by name, all of one length; NaN where there is none. */
export type NumberColumns = Readonly<Record<string, Float64Array>>;

/** What a computation gives: plain data, and rows that queries can read. */
export interface TaskResult<R> {
  readonly report: R;
  readonly rows?: NumberColumns;
}

/** One column among the inputs. Throws where it is missing. */
export function columnIn(columns: NumberColumns | undefined, name: string): Float64Array {
  const column = columns?.[name];
  if (!column) throw new TypeError(`the input has no column ${name}`);
  return column;
}
