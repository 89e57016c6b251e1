import type { TextShape } from '../contract.ts';
import { outsideKind } from './outside-rows.ts';
import { cutRecords, type TextRecord } from './records.ts';

const DELIMITERS = [',', '\t', ';', '|'] as const;
const LOOKED_AT = 300;
/** Characters of the longest number, date, id or address. */
const LONGEST_VALUE = 320;

export type Layout = Omit<TextShape, 'encoding' | 'sheet'>;

/** How the beginning of a text is cut into a table. What `given` holds is taken as it is. */
export function layoutOf(text: string, given: Partial<Layout>): Layout {
  const told = /^\uFEFF?sep=(.)\r?\n/i.exec(text)?.[1];
  const guessed = given.quote ?? quoteOf(text);
  const delimiter = given.delimiter ?? told ?? delimiterOf(text, guessed);
  const quote = given.quote === undefined && delimiter === '\t' && hasBareQuotes(text) ? '' : guessed;
  const records = cutRecords(text, { delimiter, quote }, LOOKED_AT);
  const header = given.headerLine === undefined ? headerOf(records, told !== undefined) : undefined;
  const headerLine = given.headerLine ?? header?.line ?? 0;
  return {
    delimiter,
    quote,
    headerLine,
    hasDescriptionRow: given.hasDescriptionRow ?? (headerLine > 0 && hasDescription(records, headerLine)),
    trimsOutsideRows: given.trimsOutsideRows ?? true
  };
}

/** The delimiter by which most records have the same number of cells; ',' when there is only one column. */
function delimiterOf(text: string, quote: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const records = cutRecords(text, { delimiter, quote }, LOOKED_AT).filter((record) => record.isWhole || record.line === 1);
    const filled = records.filter((record) => record.text.trim() !== '');
    const width = usualWidth(filled);
    if (width < 2) continue;
    const share = filled.filter((record) => record.cells.length === width).length / filled.length;
    const first = filled.find((record) => record.cells.length > 1);
    const agrees = first?.cells.length === width ? 0.3 : 0;
    const score = share + agrees + Math.min(width, 20) / 200;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The number of cells most records have; the larger one of equals. */
function usualWidth(records: readonly TextRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [cells, count] of counts) {
    if (count > most || (count === most && cells > width)) [width, most] = [cells, count];
  }
  return width;
}

/** Single quotes only where they open and close cells and no double quote does: a leading ' alone marks text in Excel. */
function quoteOf(text: string): TextShape['quote'] {
  const start = text.slice(0, 50_000);
  if (start.includes('"')) return '"';
  const closed = start.match(/(?:^|[,;|\t])'[^'\n]*'(?=[,;|\t\r\n])/gm)?.length ?? 0;
  const opened = start.match(/(?:^|[,;|\t])'/gm)?.length ?? 0;
  return closed >= 4 && closed === opened ? "'" : '"';
}

/**
 * Whether a text with tabs writes quotes as ordinary characters, as Amazon's flat files do: a cell begins with
 * one that does not end it ("Best" mug), or the file is one of Amazon's.
 */
function hasBareQuotes(text: string): boolean {
  if (/^\uFEFF?(?:amazon-)?order-id\t/.test(text)) return true;
  const start = text.slice(0, text.lastIndexOf('\n', 50_000) + 1 || text.length);
  const opened = start.match(/(?:^|\t)"/gm)?.length ?? 0;
  // A cell in quotes may hold tabs and line ends, so what is left of whole cells is counted.
  const bare = start.replace(/(^|\t)"(?:[^"]|"")*" *(?=\t|\r?\n|\r|$)/gm, '$1').match(/(?:^|\t)"/gm)?.length ?? 0;
  return bare > 0 && bare * 2 >= opened;
}

/** The record that names the columns, or undefined when the first full record already looks like data. */
function headerOf(records: readonly TextRecord[], hasSeparatorLine: boolean): TextRecord | undefined {
  const candidates = hasSeparatorLine ? records.slice(1) : records;
  const width = usualWidth(candidates.filter((record) => record.text.trim() !== ''));
  const enough = Math.max(1, Math.ceil(width * 0.5));
  const first = candidates.find(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    return cells.length >= Math.min(width, Math.max(2, width - 1)) && filled >= enough && (width < 3 || filled > 1);
  });
  if (!first) return candidates.find((record) => record.text.trim() !== '');
  return looksLikeHeader(
    first.cells,
    candidates.filter((record) => record.line > first.line)
  )
    ? first
    : undefined;
}

/** Columns may be named by years or months, where no cell below is one. */
const YEAR = /^(?:19|20)\d\d(?:[-/.年]\d{1,2}月?)?$/;

function looksLikeHeader(cells: readonly string[], body: readonly TextRecord[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const values = cells.filter(
    (cell, column) => isValue(cell) && !(YEAR.test(cell.trim()) && !body.some((record) => YEAR.test(record.cells[column]?.trim() ?? '')))
  ).length;
  if (values === 0) return true;
  // Columns named by numbers: a header still, if its first cell is a word that the column below never is.
  const isWordOverValues = cells.some((cell, column) => cell.trim() !== '' && !isValue(cell) && shareOfValues(body, column) > 0.8);
  return values < filled.length * 0.5 || isWordOverValues;
}

/** The row under the header explains it when it has words where the rows below have numbers or dates. */
function hasDescription(records: readonly TextRecord[], headerLine: number): boolean {
  const rows = records.filter((record) => record.line > headerLine && record.text.trim() !== '');
  const [second, ...body] = rows;
  if (!second || body.length === 0) return false;
  if (outsideKind(second.cells, second.cells.length) !== null) return false;
  let columns = 0;
  let explained = 0;
  second.cells.forEach((cell, column) => {
    if (shareOfValues(body, column) < 0.8) return;
    columns++;
    if (!isValue(cell) && cell.trim().length >= 4 && /\p{L}{2}/u.test(cell)) explained++;
  });
  return explained >= 2 && explained >= columns * 0.5;
}

function shareOfValues(records: readonly TextRecord[], column: number): number {
  const cells = records.map((record) => record.cells[column]?.trim() ?? '').filter((cell) => cell !== '' && cell !== '-');
  return cells.length === 0 ? 0 : cells.filter(isValue).length / cells.length;
}

/** Whether a cell is a number, an amount, a date, a time, an id or an address of the net rather than a name. */
export function isValue(cell: string): boolean {
  const trimmed = cell.trim();
  if (trimmed.length > LONGEST_VALUE) return false;
  const text = trimmed.replace(/^[='"\t]+|["\t]+$/g, '');
  return (
    /^[-+(]?\s*[¥￥$€£]?\s*[-+]?\d[\d,.\s]*(?:e[+-]?\d+)?\s*(?:%|元|万)?\)?$/i.test(text) ||
    /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?(?:[\sT].*)?$/.test(text) ||
    /^(?:[A-Z][a-z]{2},?\s)?(?:[A-Z][a-z]{2}-\d{1,2}-\d{2,4}|\d{1,2} [A-Z][a-z]{2} \d{4}.*)$/.test(text) ||
    /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(text) ||
    /^\d+\*+\d*$/.test(text)
  );
}
