import { unreadable } from '../readers/unreadable.ts';
import type { Converted, Listener } from './format-service.ts';
import { LIMITS } from './limits.ts';
import { Progress } from './progress.ts';
import { SheetRows } from './sheet-rows.ts';
import { WarningCounts } from './warning-counts.ts';
import { numberText } from './cell-text.ts';
import { scanXml, type Markup } from './xml-scanner.ts';
import { attributeOf, plainText } from './xml-text.ts';

const place = attributeOf('ss:Index');
const name = attributeOf('ss:Name');
const across = attributeOf('ss:MergeAcross');
const down = attributeOf('ss:MergeDown');
const type = attributeOf('ss:Type');

interface XmlTable {
  readonly name: string;
  readonly rows: SheetRows;
  readonly warnings: WarningCounts;
}

/** One sheet of a workbook in the XML of Excel 2003. */
export async function convertSpreadsheetXml(file: Blob, table: number | null, listener: Listener): Promise<Converted> {
  const progress = new Progress(listener, file.size);
  const markup = new SpreadsheetXml(progress);
  await scanXml(piecesOf(file, progress), markup);
  if (markup.tables.length === 0) throw unreadable('no-sheets');
  const made = await Promise.all(markup.tables.map(({ rows }) => rows.end()));
  const sizes = made.map(({ csv }) => csv.size);
  const chosen = table !== null && table < made.length ? table : sizes.indexOf(Math.max(...sizes));
  return {
    ...(made[chosen] as { csv: Blob; rows: number }),
    table: chosen,
    tables: markup.tables.map((one, at) => ({ name: one.name, rows: made[at]?.rows ?? null })),
    warnings: markup.tables[chosen]?.warnings.all ?? [],
    shape: {}
  };
}

async function* piecesOf(file: Blob, progress: Progress): AsyncGenerator<Uint8Array> {
  const CHUNK = 1024 * 1024;
  for (let at = 0; at < file.size; at += CHUNK) {
    const piece = new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer());
    progress.read(piece.length);
    yield piece;
  }
}

class SpreadsheetXml implements Markup {
  readonly tables: XmlTable[] = [];
  readonly #progress: Progress;
  #row = -1;
  #column = -1;
  #cells: string[] = [];
  #span = 0;
  #type = '';
  #text: string | null = null;
  /** Cells that reach down, by column: their text and the last row they reach. */
  #down = new Map<number, { text: string; last: number }>();
  #height = 0;

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  open(tag: string, attributes: string): void {
    if (tag === 'Worksheet') {
      this.tables.push({ name: name(attributes) ?? '', rows: new SheetRows(this.#progress, null), warnings: new WarningCounts() });
      this.#row = -1;
      this.#down = new Map();
    } else if (tag === 'Row') this.#openRow(attributes);
    else if (tag === 'Cell') this.#openCell(attributes);
    else if (tag === 'Data') {
      this.#type = type(attributes) ?? '';
      this.#text = '';
    }
  }

  text(text: string): void {
    if (this.#text !== null) this.#text += text;
  }

  close(tag: string): void {
    if (tag === 'Data') {
      const text = this.#value(plainText(this.#text ?? ''));
      this.#text = null;
      while (this.#cells.length < this.#column) this.#cells.push('');
      this.#cells[this.#column] = text;
      if (this.#height > 0 && text !== '') this.#down.set(this.#column, { text, last: this.#row + this.#height });
    } else if (tag === 'Cell') this.#column += this.#span;
    else if (tag === 'Row') this.#closeRow();
  }

  #openRow(attributes: string): void {
    const row = Number(place(attributes) ?? this.#row + 2) - 1;
    if (!Number.isInteger(row) || row <= this.#row) throw unreadable('damaged');
    this.#check(row, 0);
    this.#row = row;
    this.#column = -1;
    this.#cells = [];
  }

  #openCell(attributes: string): void {
    this.#column = Number(place(attributes) ?? this.#column + 2) - 1;
    this.#span = Number(across(attributes) ?? 0);
    this.#height = Number(down(attributes) ?? 0);
    this.#check(0, this.#column + this.#span);
  }

  #closeRow(): void {
    for (const [column, { text, last }] of this.#down) {
      if (last < this.#row) this.#down.delete(column);
      else {
        while (this.#cells.length <= column) this.#cells.push('');
        this.#cells[column] = text;
      }
    }
    this.tables[this.tables.length - 1]?.rows.take(this.#row, this.#cells);
  }

  #value(text: string): string {
    if (this.#type === 'DateTime') return text.replace('T', ' ').replace(/(?: 00:00:00)?(?:\.0+)?$/, '');
    if (this.#type === 'Number' && text !== '' && Number.isFinite(Number(text))) return numberText(Number(text));
    if (this.#type === 'Boolean') return text === '1' ? 'TRUE' : 'FALSE';
    if (this.#type !== 'Error') return text;
    this.tables[this.tables.length - 1]?.warnings.count('error-cell', this.#row + 1);
    return '';
  }

  #check(row: number, column: number): void {
    if (row >= LIMITS.sheetRows || !(column < LIMITS.sheetColumns) || column < 0)
      throw unreadable('sheet-too-large', { rows: LIMITS.sheetRows, columns: LIMITS.sheetColumns });
  }
}
