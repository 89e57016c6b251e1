import { csvLines } from '../../ui/csv.ts';
import type { Cell, TableColumn } from '../../ui/table-model.ts';

/** Customers asked for at a time: large enough to be quick, small enough not to hold the page up. */
export const EXPORT_PART = 10_000;

/**
 * A whole list as CSV (UTF-8 with BOM), asked for and written in parts, each a part of the file, so that no part
 * of it is held as one text. `page` gives rows in a total order. Rejects when a part does, or with the signal's reason.
 */
export async function exportList(
  columns: readonly TableColumn[],
  total: number,
  page: (offset: number, limit: number, signal: AbortSignal) => Promise<readonly (readonly Cell[])[]>,
  onProgress: (rows: number) => void,
  signal: AbortSignal
): Promise<Blob> {
  const parts: Blob[] = [new Blob(['\ufeff', csvLines(columns, [], true)])];
  for (let offset = 0; offset < total; offset += EXPORT_PART) {
    signal.throwIfAborted();
    const rows = await page(offset, EXPORT_PART, signal);
    parts.push(new Blob([csvLines(columns, rows, false)]));
    onProgress(Math.min(total, offset + rows.length));
    // The page gets its turn between two parts.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
