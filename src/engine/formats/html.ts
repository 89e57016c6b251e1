import { byteOrderMark, encodingsOf } from '../readers/encoding.ts';
import { unreadable } from '../readers/unreadable.ts';
import { CsvWriter } from './csv-writer.ts';
import type { Converted, Listener } from './format-service.ts';
import { LIMITS } from './limits.ts';
import { Progress } from './progress.ts';
import { XmlScanner, type Markup } from './xml-scanner.ts';
import { attributeOf, plainText } from './xml-text.ts';

const CHUNK = 1024 * 1024;
/** Marks a line break that the page asks for, among the white space that it does not mean. */
const BREAK = '\u0001';

const columns = attributeOf('colspan');
const rows = attributeOf('rowspan');
const exact = attributeOf('x:num');

/** The tables of a web page, which shops like to call .xls. */
export async function convertHtml(file: Blob, table: number | null, listener: Listener): Promise<Converted> {
  const progress = new Progress(listener, file.size);
  const page = new Page();
  const scanner = new XmlScanner(page, true);
  const decoder = new TextDecoder(await encodingOf(file));
  for (let at = 0; at < file.size; at += CHUNK) {
    const bytes = new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer());
    scanner.write(decoder.decode(bytes, { stream: at + CHUNK < file.size }));
    progress.rows(page.rows);
    progress.read(bytes.length);
  }
  scanner.end();
  const tables = page.finished();
  if (tables.length === 0) throw unreadable('no-tables');
  const sizes = tables.map(({ writer }) => writer.rows * Math.min(writer.width, 100));
  const chosen = table !== null && table < tables.length ? table : sizes.indexOf(Math.max(...sizes));
  const { writer } = tables[chosen] as Table;
  const named = tables.map(({ name, writer: one }) => ({ name, rows: one.rows }));
  return { csv: await writer.blob(), table: chosen, tables: named, rows: writer.rows, warnings: [], shape: {} };
}

async function encodingOf(file: Blob): Promise<string> {
  const head = new Uint8Array(await file.slice(0, 512 * 1024).arrayBuffer());
  const mark = byteOrderMark(head);
  if (mark) return mark.encoding;
  const told = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(new TextDecoder('latin1').decode(head.subarray(0, 8_192)))?.[1];
  const fitting = encodingsOf([head]);
  // What a page says about itself counts only where its bytes agree.
  const isChinese = told !== undefined && /^(?:gb|x-gbk|936)/i.test(told);
  return isChinese && fitting.includes('gb18030') ? 'gb18030' : (fitting[0] ?? 'utf-8');
}

interface Span {
  readonly text: string;
  left: number;
}

class Table {
  readonly writer = new CsvWriter();
  name = '';
  cells: string[] | null = null;
  /** Text of the cell that is open, null between cells. */
  text: string | null = null;
  width = 1;
  height = 1;
  exact: string | undefined;
  /** Cells that reach down into the rows to come, by column. */
  readonly #down = new Map<number, Span>();

  openRow(): void {
    this.closeRow();
    this.cells = [];
    this.#fill();
  }

  openCell(attributes: string): void {
    if (this.cells === null) this.openRow();
    this.closeCell();
    this.text = '';
    this.width = spanOf(columns(attributes), 1_000);
    this.height = spanOf(rows(attributes), LIMITS.sheetRows);
    this.exact = exact(attributes);
  }

  closeCell(): void {
    const { cells, text } = this;
    if (cells === null || text === null) return;
    const shown = cellText(text);
    // Excel's pages show long numbers cut, and hold the whole one beside it.
    const value = this.exact && /^(?:-?[\d.]+E\+?\d+|#+)$/i.test(shown) ? this.exact : shown;
    if (this.height > 1) this.#down.set(cells.length, { text: value, left: this.height - 1 });
    cells.push(value);
    for (let more = 1; more < this.width; more++) cells.push('');
    if (cells.length > LIMITS.sheetColumns) throw unreadable('sheet-too-large', { rows: LIMITS.sheetRows, columns: LIMITS.sheetColumns });
    this.text = null;
    this.#fill();
  }

  closeRow(): void {
    this.closeCell();
    if (this.cells === null) return;
    this.writer.row(this.cells);
    this.cells = null;
  }

  /** Puts cells from above where the row has come to. */
  #fill(): void {
    const cells = this.cells as string[];
    for (let span = this.#down.get(cells.length); span; span = this.#down.get(cells.length)) {
      if (--span.left === 0) this.#down.delete(cells.length);
      cells.push(span.text);
    }
  }
}

/** Follows the tags that make tables; every other tag is decoration. Cells and rows need not be closed. */
class Page implements Markup {
  readonly #open: Table[] = [];
  readonly #found: Table[] = [];
  #count = 0;
  #ignored: string | null = null;
  #caption: string | null = null;

  get rows(): number {
    return this.#open[this.#open.length - 1]?.writer.rows ?? 0;
  }

  open(tag: string, attributes: string): void {
    const name = tag.toLowerCase();
    if (this.#ignored !== null) return;
    const table = this.#open[this.#open.length - 1];
    if (name === 'table') this.#openTable();
    else if (name === 'style' || name === 'script') this.#ignored = name;
    else if (!table) return;
    else if (name === 'tr') table.openRow();
    else if (name === 'td' || name === 'th') table.openCell(attributes);
    else if (name === 'br' || name === 'p' || name === 'div') this.text(table.text === '' ? '' : BREAK);
    else if (name === 'caption') this.#caption = '';
  }

  text(text: string): void {
    if (this.#ignored !== null) return;
    if (this.#caption !== null) this.#caption += text;
    const table = this.#open[this.#open.length - 1];
    if (table && table.text !== null) table.text += text;
  }

  close(tag: string): void {
    const name = tag.toLowerCase();
    if (name === this.#ignored) this.#ignored = null;
    if (this.#ignored !== null) return;
    const table = this.#open[this.#open.length - 1];
    if (!table) return;
    if (name === 'td' || name === 'th') table.closeCell();
    else if (name === 'tr') table.closeRow();
    else if (name === 'table') this.#closeTable();
    else if (name === 'caption' && this.#caption !== null) {
      table.name = cellText(this.#caption);
      this.#caption = null;
    }
  }

  /** Tables with at least one filled row, in the order in which they begin. */
  finished(): Table[] {
    while (this.#open.length > 0) this.#closeTable();
    return this.#found.filter(({ writer }) => writer.rows > 0);
  }

  #openTable(): void {
    if (++this.#count > LIMITS.parts) throw unreadable('too-many-parts', { parts: LIMITS.parts });
    const table = new Table();
    this.#open.push(table);
    this.#found.push(table);
  }

  #closeTable(): void {
    this.#open.pop()?.closeRow();
  }
}

function spanOf(text: string | undefined, most: number): number {
  const span = Number(text ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, most) : 1;
}

function cellText(text: string): string {
  return plainText(text)
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ?\u0001 ?/g, BREAK)
    .replaceAll(BREAK, '\n')
    .trim();
}
