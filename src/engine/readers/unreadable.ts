import { EngineError } from '../contract.ts';

/**
 * Why a file cannot become a table: the `message` of an `EngineError` with the fault `unreadable-file`.
 * The page words each of these; nothing else is ever in that message.
 */
export const UNREADABLE = [
  'kind:xlsx', // a zip: Excel workbook, Numbers, or any other packed document
  'kind:xls', // the old binary Excel format
  'kind:parquet',
  'kind:gzip',
  'kind:html', // a web page, often behind the name .xls
  'kind:json',
  'kind:image',
  'kind:pdf',
  'kind:binary', // none of the above, and not text
  'empty', // no bytes, or nothing but blank lines
  'header-only', // a header and no row under it
  'line-too-long', // no line break in the first two million bytes
  'too-many-columns', // more than 4,000
  'bad-delimiter' // the delimiter asked for is not one plain character
] as const;
export type Unreadable = (typeof UNREADABLE)[number];

/** The error for a file that cannot become a table. */
export function unreadable(code: Unreadable): EngineError {
  return new EngineError({ fault: 'unreadable-file', message: code });
}
