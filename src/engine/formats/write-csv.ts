import type { WrittenCell, WrittenColumn } from './write-request.ts';

const DAY_MS = 86_400_000;

/** The first line of a CSV file: the columns' ids. */
export function csvHeader(columns: readonly Pick<WrittenColumn, 'id'>[]): string {
  return `${columns.map(({ id }) => quoted(id)).join(',')}\r\n`;
}

/** A row as one line, ended by CRLF. */
export function csvLine(row: readonly WrittenCell[]): string {
  return `${row.map((cell) => csvCell(cell)).join(',')}\r\n`;
}

/** One cell. Numbers stay numbers, also negative ones; only text is guarded. */
export function csvCell(cell: WrittenCell): string {
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
