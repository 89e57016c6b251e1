/** Rows fetched at once. */
export const PAGE = 100;
/** Browsers cut elements off near 33 million pixels (Firefox near 17); beyond this the scroll is scaled. */
export const TALLEST = 8_000_000;
const OVERSCAN = 6;

export interface Sight {
  /** Height of the element that is scrolled. */
  readonly height: number;
  /** Rows to draw and where, in pixels from the top of that element. */
  readonly rows: readonly { readonly row: number; readonly top: number }[];
  /** Pages those rows are in. */
  readonly pages: readonly number[];
  /** First and last row that are whole in sight. */
  readonly firstWhole: number;
  readonly lastWhole: number;
  /** The scroll position that brings a row to the top. */
  offsetOf(row: number): number;
  /** The scroll position that brings a row to the bottom. */
  offsetToEnd(row: number): number;
}

/**
 * Which of `total` rows are in sight, for a window of `room` pixels scrolled to `scrollTop`. Where all rows
 * are taller than a browser can scroll, one pixel of scrolling stands for more than one pixel of rows.
 */
export function rowsInSight({
  total,
  rowHeight,
  room,
  scrollTop
}: {
  total: number;
  rowHeight: number;
  room: number;
  scrollTop: number;
}): Sight {
  const full = total * rowHeight;
  const height = Math.min(full, TALLEST);
  const reach = Math.max(1, height - room);
  const scale = full > height ? (full - room) / reach : 1;
  const at = Math.min(Math.max(0, scrollTop), reach);
  const virtualTop = full <= room ? 0 : at * scale;
  const first = Math.max(0, Math.floor(virtualTop / rowHeight) - OVERSCAN);
  const last = Math.min(total - 1, Math.ceil((virtualTop + room) / rowHeight) + OVERSCAN);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const row = first + index;
    return { row, top: at + row * rowHeight - virtualTop };
  });
  const pages: number[] = [];
  if (rows.length > 0) for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) pages.push(page);
  return {
    height,
    rows,
    pages,
    firstWhole: Math.ceil(virtualTop / rowHeight),
    lastWhole: Math.floor((virtualTop + room) / rowHeight) - 1,
    offsetOf: (row) => (row * rowHeight) / scale,
    offsetToEnd: (row) => Math.max(0, (row + 1) * rowHeight - room) / scale
  };
}
