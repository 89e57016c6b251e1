/** One record of a delimited text: what lies between two line ends that are not inside quotes. */
export interface TextRecord {
  /** Physical line it starts on, counting from 1. */
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
  /** False when the text ends before the record does. */
  readonly isWhole: boolean;
}

export interface Cut {
  readonly delimiter: string;
  readonly quote: string;
}

/**
 * The cells of one record. Quotes may follow spaces; inside a quoted cell two quotes are one, and a
 * quote that no delimiter follows is an ordinary character, as people write it by hand.
 */
export function cellsOf(text: string, { delimiter, quote }: Cut): string[] {
  if (quote === '' || !text.includes(quote)) return text.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let open = at;
    while (text[open] === ' ') open++;
    if (text[open] !== quote) {
      const end = text.indexOf(delimiter, at);
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) return cells;
      at = end + 1;
      continue;
    }
    const close = closeOf(text, open, delimiter, quote);
    const end = close < 0 ? text.length : close;
    cells.push(text.slice(open + 1, end).replaceAll(quote + quote, quote));
    if (close < 0) return cells;
    at = close + 1;
    while (text[at] === ' ') at++;
    if (at >= text.length) return cells;
    at++;
  }
}

/**
 * Where the quoted cell that opens at `open` closes, or -1. Line ends count as delimiters. A stray quote after a
 * line break means that the cell was never closed.
 */
function closeOf(text: string, open: number, delimiter: string, quote: string): number {
  const lineBreak = text.indexOf('\n', open);
  for (let at = text.indexOf(quote, open + 1); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (text[at + 1] === quote) {
      at++;
      continue;
    }
    let next = at + 1;
    while (text[next] === ' ') next++;
    const after = text[next];
    if (after === undefined || after === delimiter || after === '\n' || after === '\r') return at;
    if (lineBreak >= 0 && at > lineBreak) return -1;
  }
  return -1;
}

/** The first `limit` records of a text whose line ends are \n or \r\n. */
export function cutRecords(text: string, cut: Cut, limit = Infinity): TextRecord[] {
  const records: TextRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && records.length < limit) {
    const end = endOf(text, at, cut);
    const raw = text.slice(at, end).replace(/\r$/, '');
    records.push({ line, text: raw, cells: cellsOf(raw, cut), isWhole: end < text.length });
    line += 1 + countBreaks(raw);
    at = end + 1;
  }
  return records;
}

/** Where the record that starts at `at` ends: a line end outside quotes, or the end of the text. */
function endOf(text: string, at: number, { delimiter, quote }: Cut): number {
  const lineEnd = (from: number) => {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
  };
  let end = lineEnd(at);
  if (quote === '') return end;
  while (at < end) {
    let open = at;
    while (text[open] === ' ') open++;
    if (text[open] === quote) {
      const close = closeOf(text, open, delimiter, quote);
      // A quote that never closes, or only far away, is taken as an ordinary character here.
      if (close >= 0 && close - open < 100_000) {
        at = close + 1;
        end = lineEnd(at);
      }
    }
    const next = text.indexOf(delimiter, at);
    if (next < 0 || next >= end) return end;
    at = next + 1;
  }
  return end;
}

function countBreaks(text: string): number {
  let breaks = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks++;
  return breaks;
}

/** `cells` as one line that reads back as the same cells. */
export function writeRecord(cells: readonly string[], { delimiter, quote }: Cut): string {
  const written = cells.map((cell) => {
    if (quote === '') return cell.replace(/[\r\n]/g, ' ');
    const needsQuotes = cell.includes(delimiter) || cell.includes(quote) || /[\r\n]|^ | $/.test(cell);
    return needsQuotes ? quote + cell.replaceAll(quote, quote + quote) + quote : cell;
  });
  return written.join(delimiter) + '\n';
}

/** Whether a quoted cell holds whole lines that look like rows: a quote forgotten in one row and found in a later one. */
export function swallowsRows(cells: readonly string[], columns: number, { delimiter }: Cut): boolean {
  if (columns < 3) return false;
  const looksLikeRow = (line: string) => line.split(delimiter).length === columns;
  return cells.some((cell) => cell.split('\n').slice(1, -1).some(looksLikeRow));
}
