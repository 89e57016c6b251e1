import { expandArchive } from './expand.ts';
import type { Converted, ConvertedKind, FormatService, Listener } from './format-service.ts';
import { convertHtml } from './html.ts';
import { convertJson, convertLines } from './json.ts';
import { outlineParquet, readParquet } from './parquet-read.ts';
import { convertSpreadsheetXml } from './spreadsheet-xml.ts';
import { convertXls } from './xls.ts';
import { writeFile } from './write-file.ts';
import { convertXlsx } from './xlsx.ts';

type Convert = (file: File, table: number | null, listener: Listener) => Promise<Converted>;

const CONVERSIONS: Readonly<Record<ConvertedKind, Convert>> = {
  xlsx: convertXlsx,
  xls: convertXls,
  xml: convertSpreadsheetXml,
  html: convertHtml,
  json: convertJson,
  ndjson: convertLines
};

/** All formats, read where this is called. */
export const formatsHere: FormatService = {
  convert: (file, kind, table, listener) => CONVERSIONS[kind](file, table, listener),
  expand: expandArchive,
  outline: outlineParquet,
  rows: readParquet,
  write: writeFile
};
