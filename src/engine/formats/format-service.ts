import type { WrittenFile } from './write-request.ts';
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

/** What a Parquet file holds, before it is loaded; both parts are Arrow IPC streams. */
export interface ParquetOutline {
  readonly rows: number;
  readonly schema: Uint8Array;
  /** The first rows. */
  readonly head: Uint8Array;
}

/** Takes the next rows of a file, an Arrow IPC stream; false ends the reading. */
export type TakePiece = (piece: Uint8Array, rows: number) => Promise<boolean>;

/**
 * Reads and writes what is not text. Served by a worker of its own in the browser and in place in tests. All calls
 * reject with `unreadable-file` and a code of `UNREADABLE`, or with `cancelled` once the signal is aborted.
 */
export interface FormatService {
  /** `table` is the place of the table wanted; null takes the one that most likely holds the data. */
  convert(file: File, kind: ConvertedKind, table: number | null, listener: Listener): Promise<Converted>;
  /** The files inside an archive, named `archive.zip/inner.csv`, archives inside it opened once. */
  expand(file: File, listener: Listener): Promise<File[]>;
  /** The schema and the first rows of a Parquet file. */
  outline(file: File, listener: Listener): Promise<ParquetOutline>;
  /** A file of the rows in an Arrow stream, whose columns are those of the file. */
  write(rows: Uint8Array, file: WrittenFile, listener: Listener): Promise<Blob>;
  /** Hands the rows of a Parquet file to `take`, in order, those of these top columns at least; it reads on while `take` works. */
  rows(file: File, columns: readonly string[], take: TakePiece, listener: Listener): Promise<void>;
}
