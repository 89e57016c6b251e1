import type { WatchedColumn } from '../contract.ts';
import { CR } from './byte-kinds.ts';

/** With more rows than this the places of the cells would take too much memory. */
const MOST_ROWS = 2_500_000;
/** More rows than this are not listed one by one. */
const MOST_LISTED = 200_000;

const OTHER = 0;
const SIGN = 1;
const LETTER = 2;
const DIGIT = 3;

const KINDS = new Uint8Array(256);
for (let byte = 0x30; byte <= 0x39; byte++) KINDS[byte] = DIGIT;
for (const first of [0x41, 0x61]) for (let byte = first; byte < first + 26; byte++) KINDS[byte] = LETTER;
for (const sign of '_.#/-') KINDS[sign.charCodeAt(0)] = SIGN;

/**
 * Watches the cells of one column while the rows are counted, on a core that has nothing else to do: which of
 * them stand in several rows, and whether all of them are plain numbers of something (letters, digits and the
 * signs _ . # / -, beginning with a letter or a digit, with at least one digit). Cells are compared by 64 bits
 * of a hash, so that two different ones may, once in a long while, be told to be the same.
 */
export class RepeatedCells {
  readonly column: number;
  readonly #quote: number;
  readonly #encoder = new TextEncoder();
  #isPlain = true;
  /** Hashes (two numbers each) and the row they were first seen in, plus one; 0 is an empty place. */
  #low = new Int32Array(1 << 16);
  #high = new Int32Array(1 << 16);
  #first = new Int32Array(1 << 16);
  #filled = 0;
  /** Rows whose cell another row before them has, and those before them. */
  #rows: Set<number> | null = new Set();

  /** `quote` may stand around a cell ('' when none does). */
  constructor(column: number, quote: string) {
    this.column = column;
    this.#quote = quote === '' ? -1 : quote.charCodeAt(0);
  }

  /** What was found; `rows` is null where it cannot be told. */
  get found(): WatchedColumn {
    const rows = this.#isPlain && this.#rows ? Int32Array.from(this.#rows).sort() : null;
    return { column: this.column, isPlain: this.#isPlain, rows };
  }

  /** Takes the cell of `row` that stands in `bytes` from `start` to `end`, in its quotes or with the line's return behind it. */
  see(bytes: Uint8Array, start: number, end: number, row: number): void {
    if (!this.#isPlain) return;
    const last = bytes[end - 1] === CR ? end - 1 : end;
    const isQuoted = last - start > 1 && this.#quote >= 0 && bytes[start] === this.#quote && bytes[last - 1] === this.#quote;
    const [from, to] = isQuoted ? [start + 1, last - 1] : [start, last];
    if (from >= to) return;
    let low = 0x811c9dc5;
    let high = 0x2f0b4a27;
    let hasDigit = false;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      const kind = KINDS[byte];
      if (kind === OTHER || (kind === SIGN && at === from)) return this.#giveUp();
      if (kind === DIGIT) hasDigit = true;
      low = Math.imul(low ^ byte, 0x01000193);
      high = Math.imul(high ^ byte, 0x5bd1e995);
    }
    if (!hasDigit) return this.#giveUp();
    if (this.#rows) this.#count(low ^ (low >>> 15), high ^ (high >>> 13), row);
  }

  /** Takes the cell of `row` from a record that was cut already. */
  seeRecord(cells: readonly string[], row: number): void {
    const cell = this.#encoder.encode(cells[this.column] ?? '');
    this.see(cell, 0, cell.length, row);
  }

  #count(low: number, high: number, row: number): void {
    if (this.#filled >= MOST_ROWS || (this.#rows?.size ?? 0) > MOST_LISTED) return this.#stopCounting();
    if (this.#filled * 2 > this.#first.length) this.#grow();
    const place = this.#place(low, high);
    const first = this.#first[place] as number;
    if (first === 0) {
      this.#low[place] = low;
      this.#high[place] = high;
      this.#first[place] = row + 1;
      this.#filled++;
    } else this.#rows?.add(first - 1).add(row);
  }

  /** Where the hash stands, or the empty place where it belongs. */
  #place(low: number, high: number): number {
    const mask = this.#first.length - 1;
    let place = (low ^ Math.imul(high, 0x9e3779b1)) & mask;
    while (this.#first[place] !== 0 && (this.#low[place] !== low || this.#high[place] !== high)) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [low, high, first] = [this.#low, this.#high, this.#first];
    const size = first.length * (first.length < 1 << 20 ? 4 : 2);
    this.#low = new Int32Array(size);
    this.#high = new Int32Array(size);
    this.#first = new Int32Array(size);
    for (let at = 0; at < first.length; at++) {
      if (first[at] === 0) continue;
      const place = this.#place(low[at] as number, high[at] as number);
      this.#low[place] = low[at] as number;
      this.#high[place] = high[at] as number;
      this.#first[place] = first[at] as number;
    }
  }

  #giveUp(): void {
    this.#isPlain = false;
    this.#stopCounting();
  }

  #stopCounting(): void {
    this.#rows = null;
    this.#low = this.#high = this.#first = new Int32Array(0);
  }
}
