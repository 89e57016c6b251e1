import { unreadable } from '../readers/unreadable.ts';
import { LIMITS } from './limits.ts';

const PART_LENGTH = 1024 * 1024;

/** Writes rows of cells as CSV in which every line has the same number of cells, whatever comes how late. */
export class CsvWriter {
  /** Lines with at least one cell. */
  rows = 0;
  #parts: { readonly text: Blob; readonly width: number }[] = [];
  #lines: string[] = [];
  #counts: number[] = [];
  #length = 0;
  #written = 0;
  #width = 0;
  /** Blank lines that count only once a row follows them. */
  #blank = 0;

  /** The most cells of a row so far, empty ones at its end left out. */
  get width(): number {
    return this.#width;
  }

  /** Adds a row; one without a filled cell is a blank line, and none at all at the end of the table. */
  row(cells: readonly string[]): void {
    let count = cells.length;
    while (count > 0 && cells[count - 1] === '') count--;
    if (count === 0) return this.blank(1);
    while (this.#blank > 0) {
      this.#blank--;
      this.#push('', 0);
    }
    let line = written(cells[0] ?? '');
    for (let at = 1; at < count; at++) line += ',' + written(cells[at] ?? '');
    if (count > this.#width) this.#width = count;
    this.#push(line, count);
    this.rows++;
  }

  blank(lines: number): void {
    this.#blank += lines;
  }

  /** All rows, below a header where one is given. Refuses tables too wide or too large for the reader. */
  async blob(header: readonly string[] | null = null): Promise<Blob> {
    if (header && header.length > this.#width) this.#width = header.length;
    this.#flush();
    if (this.#width > LIMITS.columns) throw unreadable('too-many-columns', { columns: LIMITS.columns });
    const parts: BlobPart[] = header ? [header.map(written).join(',') + '\n'] : [];
    for (const part of this.#parts) {
      const missing = this.#width - part.width;
      parts.push(missing === 0 ? part.text : new Blob([widened(await part.text.text(), ','.repeat(missing))]));
    }
    return new Blob(parts, { type: 'text/csv' });
  }

  #push(line: string, count: number): void {
    this.#lines.push(line);
    this.#counts.push(count);
    this.#length += line.length + 1;
    if (this.#length >= PART_LENGTH) this.#flush();
  }

  #flush(): void {
    if (this.#lines.length === 0) return;
    const width = this.#width;
    const commas = this.#counts.reduce((sum, count) => sum + (count === 0 ? 0 : width - count), 0);
    this.#written += this.#length + commas;
    if (this.#written > LIMITS.unpackedBytes) throw unreadable('unpacks-too-large', { limit: LIMITS.unpackedBytes });
    const text = this.#lines.map((line, at) => {
      const count = this.#counts[at] ?? 0;
      return count === 0 || count === width ? line : line + ','.repeat(width - count);
    });
    this.#parts.push({ text: new Blob([text.join('\n') + '\n']), width });
    this.#lines = [];
    this.#counts = [];
    this.#length = 0;
  }
}

const SPECIAL = /[",\r\n]/;

function written(cell: string): string {
  return SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Lines with `more` at the end of each that is not blank; a line end inside quotes ends no line. */
function widened(text: string, more: string): string {
  let isInside = false;
  return text
    .split('\n')
    .map((line) => {
      for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) isInside = !isInside;
      return isInside || line === '' ? line : line + more;
    })
    .join('\n');
}
