/** How much a file may hold before it is refused; the refusals show these figures. Sizes are bytes. */
export const LIMITS = {
  /** All parts of an archive or a workbook together, once they are unpacked. */
  unpackedBytes: 1024 ** 3,
  /** A part may be larger than its packed form by this factor, once it is larger than `ratioFrom`. */
  ratio: 200,
  ratioFrom: 50 * 1024 ** 2,
  /** Parts of an archive or a workbook. */
  parts: 2_000,
  sheetRows: 1_048_576,
  sheetColumns: 16_384,
  /** Columns of any table, as for text. */
  columns: 4_000,
  /** Objects and lists inside each other in JSON. */
  jsonDepth: 64,
  /** One record of JSON, and one piece of text in a workbook or a web page. */
  recordBytes: 32 * 1024 ** 2,
  /** The old binary workbook is read in one piece. */
  xlsBytes: 256 * 1024 ** 2,
  /** Rows of a Parquet file; a few bytes of one can stand for any number of them. */
  parquetRows: 100_000_000,
  /** A conversion that shows no sign of life for so many milliseconds is ended. */
  silenceMs: 60_000
} as const;
