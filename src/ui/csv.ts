import { csvHeader, csvLine } from '../engine/formats/write-csv.ts';
import type { Cell, TableColumn, TableModel } from './table-model.ts';

const BOM = '\ufeff';

/**
 * A table as CSV: UTF-8 with BOM (so that Excel reads Chinese), column ids as header, numbers at full
 * precision, ISO dates. Columns that are for the screen alone are left out. Text that a spreadsheet would run as a formula gets a leading apostrophe.
 */
export function csvOf(table: TableModel): string {
  const kept = table.columns.flatMap((column, at) => (column.only === 'screen' ? [] : [at]));
  if (kept.length === table.columns.length) return BOM + csvLines(table.columns, table.rows, true);
  const columns = table.columns.filter((_, at) => kept.includes(at));
  const rows = table.rows.map((row) => kept.map((at) => row[at] ?? null));
  return BOM + csvLines(columns, rows, true);
}

/** Rows as CSV lines, each ended by CRLF; with the header first when `hasHeader`. No BOM: for writing in parts. */
export function csvLines(columns: readonly TableColumn[], rows: readonly (readonly Cell[])[], hasHeader: boolean): string {
  return (hasHeader ? csvHeader(columns) : '') + rows.map(csvLine).join('');
}
