import { EngineError } from '../contract.ts';

/**
 * Why a file cannot become a table: the `message` of an `EngineError` with the fault `unreadable-file`.
 * The page words each of these, with the limits in `params`; nothing else is ever in that message.
 */
export const UNREADABLE = [
  'kind:xlsb', // Excel's binary workbook
  'kind:ods', // LibreOffice
  'kind:numbers', // Apple Numbers
  'kind:document', // a text document or a presentation
  'kind:archive', // packed in a way that browsers cannot unpack: 7z, rar, tar, bzip2, xz
  'kind:image',
  'kind:pdf',
  'kind:database', // SQLite or Access
  'kind:arrow', // Arrow or Feather: an IPC file or stream
  'kind:binary', // none of the above, and not text
  'empty', // no bytes, or nothing but blank lines
  'header-only', // a header and no row under it
  'line-too-long', // no line break in the first two million bytes
  'too-many-columns', // more than `columns`
  'bad-delimiter', // the delimiter asked for is not one plain character
  'damaged', // cut off, or not what it says it is
  'encrypted', // needs a password
  'packed-otherwise', // a zip part packed by a method other than deflate
  'bomb', // a part larger than `from` bytes is more than `ratio` times its packed form
  'unpacks-too-large', // more than `limit` bytes once unpacked
  'too-many-parts', // more than `parts` in an archive or a workbook
  'archive-empty', // an archive without files
  'foreign-entities', // a workbook that declares entities or a document type
  'no-sheets', // a workbook without a sheet of cells
  'no-tables', // a web page without a table, or JSON without records
  'sheet-too-large', // beyond `rows` or `columns` of a sheet
  'xls-too-large', // an old workbook of more than `limit` bytes
  'xls-too-old', // written before Excel 5
  'json-broken', // not valid at `line`
  'json-too-deep', // nested more than `depth` times
  'record-too-large', // one record of more than `limit` bytes
  'stuck', // the conversion gave no sign of life for `seconds`
  'too-many-rows', // a Parquet file of more than `rows`
  'column-type', // the column `column` holds values of the type `type`, which the database does not know
  'parquet-failed', // the reader gave up: the file is damaged, or needs more memory than there is
  'gather-key', // rows cannot be gathered: nothing says whose they are
  'gather-amounts', // … no column holds plain amounts
  'gather-days', // … most times do not begin with a day
  'gather-lines', // … most ids stand in several rows
  'gather-refunds', // … most rows belong to keys that gave something back
  'formats-missing' // the part of the page that reads this kind of file could not be loaded
] as const;
export type Unreadable = (typeof UNREADABLE)[number];

/** The error for a file that cannot become a table. */
export function unreadable(code: Unreadable, params: Readonly<Record<string, string | number>> = {}): EngineError {
  return new EngineError({ fault: 'unreadable-file', message: code, params });
}
