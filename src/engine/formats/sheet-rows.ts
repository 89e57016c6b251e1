import { CsvWriter } from './csv-writer.ts';
import { HEAD_ROWS, type Merges } from './merges.ts';
import type { Progress } from './progress.ts';

/** Rows of a sheet on their way to CSV: every row keeps its line number, and joined cells are filled in. */
export class SheetRows {
  readonly #writer = new CsvWriter();
  readonly #merges: Merges | null;
  readonly #progress: Progress;
  /** The first rows, held back until the header among them is known. */
  #head: string[][] | null;
  #next = 0;

  /** Without `merges` the cells stand as they are. */
  constructor(progress: Progress, merges: Merges | null) {
    this.#progress = progress;
    this.#merges = merges;
    this.#head = merges ? [] : null;
  }

  /** Takes the row at place `row`, counting from 0, in order; `cells` may be changed. */
  take(row: number, cells: string[]): void {
    this.#merges?.fill(row, cells);
    if (this.#head && row < HEAD_ROWS) {
      while (this.#head.length < row) this.#head.push([]);
      this.#head.push(cells);
      return;
    }
    this.#writeHead();
    this.#write(row, cells);
  }

  /** The table, and the lines in it that hold something. */
  async end(): Promise<{ csv: Blob; rows: number }> {
    this.#writeHead();
    return { csv: await this.#writer.blob(), rows: this.#writer.rows };
  }

  #writeHead(): void {
    const head = this.#head;
    if (!head) return;
    this.#head = null;
    this.#merges?.flattenHeader(head);
    head.forEach((cells, row) => this.#write(row, cells));
  }

  #write(row: number, cells: readonly string[]): void {
    if (row > this.#next) this.#writer.blank(row - this.#next);
    this.#writer.row(cells);
    this.#next = row + 1;
    if (row % 512 === 0) this.#progress.rows(this.#writer.rows);
  }
}
