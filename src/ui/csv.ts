import type { Cell, TableColumn, TableModel } from './table-model.ts';

const BOM = '\ufeff';
const DAY_MS = 86_400_000;

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
  const header = hasHeader ? [columns.map((column) => quoted(column.id)).join(',')] : [];
  return [...header, ...rows.map((row) => row.map((cell) => csvCell(cell)).join(','))].map((line) => `${line}\r\n`).join('');
}

/** One cell. Numbers stay numbers, also negative ones; only text is guarded. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  if (cell instanceof Date)
    return cell.getTime() % DAY_MS === 0 ? cell.toISOString().slice(0, 10) : cell.toISOString().slice(0, 19).replace('T', ' ');
  return quoted(guarded(cell));
}

/** A formula becomes text by an apostrophe; an id that a spreadsheet would shorten becomes text by a tab behind it. */
function guarded(text: string): string {
  if (/^[=+\-@\t\r]/.test(text)) return `'${text}`;
  // 16 digits lose their last ones, and a leading zero is dropped; the tab is what shops' own exports use.
  if (/^(?:\d{16,}|0\d+)$/.test(text)) return `${text}\t`;
  return text;
}

function quoted(text: string): string {
  return /[",\r\n\t]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
