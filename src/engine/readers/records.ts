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

/** Characters between the quotes of one cell, in the first look at a file. */
const FAR = 100_000;

/**
 * The cells of one record. Quotes may follow spaces; inside a quoted cell two quotes are one, and a
 * quote that no delimiter follows is an ordinary character, as people write it by hand.
 */
export function cellsOf(text: string, { delimiter, quote }: Cut): string[] {
  if (quote === '' || !text.includes(quote)) return text.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  let lineBreak = lineEnd(text, 0);
  for (;;) {
    const open = pastBlanks(text, at);
    if (text[open] !== quote) {
      const end = text.indexOf(delimiter, at);
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) return cells;
      at = end + 1;
      continue;
    }
    if (lineBreak < open) lineBreak = lineEnd(text, open);
    const close = closeOf(text, open, lineBreak, { delimiter, quote });
    const end = close < 0 ? text.length : close;
    cells.push(text.slice(open + 1, end).replaceAll(quote + quote, quote));
    if (close < 0) return cells;
    at = pastBlanks(text, close + 1);
    if (at >= text.length) return cells;
    at++;
  }
}

/**
 * Where the quoted cell that opens at `open` closes, or `~end` where it was given up at `end`. Line ends count as
 * delimiters. A stray quote after `lineBreak`, the first one inside the quotes, means that the cell was never closed.
 */
function closeOf(text: string, open: number, lineBreak: number, { delimiter, quote }: Cut, dead?: DeadEnd): number {
  for (let at = text.indexOf(quote, open + 1); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (dead && at > lineBreak && lineBreak >= dead.lineBreak && lineBreak < dead.end) return ~dead.end;
    if (text[at + 1] === quote) {
      at++;
      continue;
    }
    const after = text[pastBlanks(text, at + 1)];
    if (after === undefined || after === delimiter || after === '\n' || after === '\r') return at;
    if (at > lineBreak) return ~at;
  }
  return ~text.length;
}

/** From where to where a quoted cell was followed that closed nowhere, or too far away. */
interface DeadEnd {
  readonly open: number;
  readonly lineBreak: number;
  readonly end: number;
}

/**
 * Whether a cell that opens at `open` comes to the same end: after quotes that an ordinary character follows, both
 * read the same. Without this, a text in which each line opens a cell would be followed to its end from all of them.
 */
function leadsTo(dead: DeadEnd, text: string, open: number, lineBreak: number, { delimiter, quote }: Cut): boolean {
  if (open <= dead.open || open >= dead.end) return false;
  if (lineBreak !== dead.lineBreak && lineBreak >= dead.end) return false;
  let after = open;
  while (text[after] === quote) after++;
  const next = text[pastBlanks(text, after)];
  return next !== undefined && next !== delimiter && next !== '\n' && next !== '\r';
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

/** The first `limit` records of a text whose line ends are \n or \r\n. */
export function cutRecords(text: string, cut: Cut, limit = Infinity): TextRecord[] {
  const records: TextRecord[] = [];
  const ends = new Ends(text, cut);
  let at = 0;
  let line = 1;
  while (at < text.length && records.length < limit) {
    const end = ends.of(at);
    const raw = text.slice(at, end).replace(/\r$/, '');
    records.push({ line, text: raw, cells: cellsOf(raw, cut), isWhole: end < text.length });
    line += 1 + countBreaks(raw);
    at = end + 1;
  }
  return records;
}

/** Cuts records out of one text, and remembers the last cell that led nowhere. */
class Ends {
  readonly #text: string;
  readonly #cut: Cut;
  #dead: DeadEnd = { open: -1, lineBreak: -1, end: -1 };

  constructor(text: string, cut: Cut) {
    this.#text = text;
    this.#cut = cut;
  }

  /** Where the record that starts at `at` ends: a line end outside quotes, or the end of the text. */
  of(start: number): number {
    const text = this.#text;
    const { delimiter, quote } = this.#cut;
    let end = lineEnd(text, start);
    if (quote === '') return end;
    for (let at = start; at < end;) {
      const open = pastBlanks(text, at);
      if (text[open] === quote && !leadsTo(this.#dead, text, open, end, this.#cut)) {
        const close = closeOf(text, open, end, this.#cut, this.#dead);
        // A quote that never closes, or only far away, is taken as an ordinary character here.
        if (close >= 0 && close - open < FAR) {
          at = close + 1;
          if (at > end) end = lineEnd(text, at);
        } else this.#dead = { open, lineBreak: end, end: close < 0 ? ~close : close };
      }
      const next = text.indexOf(delimiter, at);
      if (next < 0 || next >= end) return end;
      at = next + 1;
    }
    return end;
  }
}

/** Where the line of `from` ends: its line feed, or the end of the text. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
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

/**
 * Whether a quoted cell holds whole lines that look like rows: a quote forgotten in one row and found in a later
 * one. A line of two cells may be a sentence with a comma; several of nothing else are rows.
 */
export function swallowsRows(cells: readonly string[], columns: number, { delimiter }: Cut): boolean {
  if (columns < 2) return false;
  const looksLikeRow = (line: string) => line.split(delimiter).length === columns;
  return cells.some((cell) => {
    const inner = cell.split('\n').slice(1, -1);
    return columns > 2 ? inner.some(looksLikeRow) : inner.length >= 3 && inner.every(looksLikeRow);
  });
}
