import { DELIMITER, LINE_FEED, MAYBE_REPLACED, NUL, QUOTE, RETURN, SPACE } from './byte-kinds.ts';

/** A cell of more lines than this is one whose quote was never closed. */
const MOST_BREAKS = 1_000;

/**
 * Follows cells in quotes to their ends. Where a cell led to no row, that is remembered: without it, a text in
 * which every line opens a cell would be followed to its end from each of them.
 */
export class QuotedCells {
  /** Of the cell followed last: whether its quote was closed, the line ends in it, and what must be looked at. */
  isClosed = false;
  breaks = 0;
  isOdd = false;
  isReplaced = false;
  readonly #kinds: Uint8Array;
  /** The first line end inside the quotes of the last cell that has one. */
  #firstBreak = 0;
  // From a line end in between, inside quotes, every cell comes to the same end.
  #deadFrom = 0;
  #deadTo = 0;

  constructor(kinds: Uint8Array) {
    this.#kinds = kinds;
  }

  /** What was remembered holds for the same bytes only. */
  forget(): void {
    this.#deadFrom = 0;
    this.#deadTo = 0;
  }

  /** The cell followed last ended at `end`, and its record is no row. */
  ledNowhere(end: number): void {
    this.#deadFrom = this.#firstBreak;
    this.#deadTo = end;
  }

  /** Follows the cell whose quote is at `open`; gives the last byte before its delimiter, or where it was given up. */
  follow(bytes: Uint8Array, open: number): number {
    const kinds = this.#kinds;
    const length = bytes.length;
    let at = open + 1;
    let breaks = 0;
    let isOdd = false;
    this.isClosed = false;
    this.isReplaced = false;
    for (; at < length; at++) {
      const inner = kinds[bytes[at] as number];
      if (inner === LINE_FEED) {
        if (breaks++ === 0) this.#firstBreak = at;
        if (at >= this.#deadFrom && at < this.#deadTo) {
          at = this.#deadTo;
          break;
        }
        if (breaks > MOST_BREAKS) break;
      } else if (inner === NUL) isOdd = true;
      else if (inner === MAYBE_REPLACED && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) this.isReplaced = true;
      if (inner !== QUOTE) continue;
      const next = bytes[at + 1];
      if (next === bytes[at]) {
        at++;
        continue;
      }
      let after = at + 1;
      while (bytes[after] === SPACE) after++;
      const kindAfter = after < length ? kinds[bytes[after] as number] : LINE_FEED;
      if (kindAfter === DELIMITER || kindAfter === LINE_FEED || kindAfter === RETURN) {
        this.isClosed = true;
        if (after !== at + 1) isOdd = true;
        at = after - 1;
        break;
      }
      isOdd = true;
      // A stray quote after a line break inside quotes: the quote before it was never closed.
      if (breaks > 0) break;
    }
    this.breaks = breaks;
    this.isOdd = isOdd;
    if (!this.isClosed && breaks > 0) this.ledNowhere(at);
    return at;
  }
}
