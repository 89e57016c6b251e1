import type { FileKind, FileTable, LoadProgress, LoadWarning, TextShape } from '../contract.ts';

/** Kinds of file that become UTF-8 CSV before they are read. */
export type ConvertedKind = Extract<FileKind, 'xlsx' | 'xls' | 'xml' | 'html' | 'json' | 'ndjson'>;

/** Who waits for a conversion: hears how far it is, and may end it. */
export interface Listener {
  readonly signal: AbortSignal;
  heard(progress: LoadProgress): void;
}

/** One table of a file as UTF-8 CSV: commas, double quotes where needed, line feeds. */
export interface Converted {
  readonly csv: Blob;
  /** Place of this table among `tables`. */
  readonly table: number;
  readonly tables: readonly FileTable[];
  /** Lines with at least one cell, those above and below the table included. */
  readonly rows: number;
  readonly warnings: readonly LoadWarning[];
  /** How it is cut into a table, as far as the format itself says so. */
  readonly shape: Partial<TextShape>;
}

/**
 * Reads what is not text. Served by a worker of its own in the browser and in place in tests. Both calls
 * reject with `unreadable-file` and a code of `UNREADABLE`, or with `cancelled` once the signal is aborted.
 */
export interface FormatService {
  /** `table` is the place of the table wanted; null takes the one that most likely holds the data. */
  convert(file: File, kind: ConvertedKind, table: number | null, listener: Listener): Promise<Converted>;
  /** The files inside an archive, named `archive.zip/inner.csv`, archives inside it opened once. */
  expand(file: File, listener: Listener): Promise<File[]>;
}
