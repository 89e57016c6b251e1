/** What a column's values mean, so that a file shows and types them right. */
export type WrittenKind = 'text' | 'integer' | 'number' | 'percent' | 'money' | 'date' | 'month' | 'days' | 'boolean';
export type WrittenCell = string | number | boolean | Date | null;
export type WrittenFormat = 'csv' | 'xlsx' | 'parquet';

export interface WrittenColumn {
  /** Its name in SQL, and in CSV and Parquet. */
  readonly id: string;
  /** Its header in a workbook. */
  readonly label: string;
  readonly kind: WrittenKind;
  /** What stands for each code of the column; other values stay. */
  readonly words?: Readonly<Record<string, string>>;
}

/** A file to be written: how it looks, without its rows. */
export interface WrittenFile {
  readonly format: WrittenFormat;
  readonly columns: readonly WrittenColumn[];
  /** Names of a workbook's two sheets: the rows, and where they come from. */
  readonly sheets: readonly [rows: string, notes: string];
  /** Where the rows come from, line by line: on a sheet of its own, or in the Parquet file's metadata. */
  readonly notes: readonly (readonly [what: string, text: string])[];
}

/** The rows of a file: what a statement of ours gives, or cells in the order of the columns. */
export type WrittenRows = { readonly sql: string } | { readonly cells: readonly (readonly WrittenCell[])[] };
