import type { RejectedRow, TextShape, WatchedColumn } from '../contract.ts';
import { byteKinds, CR, DELIMITER, LF, LINE_FEED, MAYBE_REPLACED, NUL, ORDINARY, QUOTE, RETURN, SPACE } from './byte-kinds.ts';
import { Ledger, SHOWN } from './ledger.ts';
import { outsideKind, repeatsHeader } from './outside-rows.ts';
import { cellsOf, swallowsRows, writeRecord, type Cut } from './records.ts';
import { QuotedCells } from './quoted-cells.ts';
import { RepeatedCells } from './repeated-cells.ts';
import { Suspicion } from './suspicion.ts';

/** Records longer than this, in bytes, are rejected; the database's own limit is a little higher. */
const LONGEST_RECORD = 1_900_000;
/** From so many lines on it is worth remembering where a quote led to no row. */
const MANY_BREAKS = 16;

export interface CensusOptions extends Pick<TextShape, 'headerLine' | 'hasDescriptionRow' | 'trimsOutsideRows'> {
  readonly cut: Cut;
  readonly columns: number;
  /** Look for U+FFFD, left by bytes that could not be decoded. */
  readonly countsReplaced: boolean;
  /** A column of ids whose repeated cells are to be told. */
  readonly watch?: number | undefined;
}

/** A part of what the database shall read: a range of the bytes given, or bytes written anew. */
export type Piece = Range | Uint8Array;

export interface Range {
  readonly from: number;
  to: number;
}

/**
 * Counts every record of a delimited UTF-8 file, chunk by chunk, and says which bytes are rows. Its pieces
 * hold nothing but rectangular, well-quoted rows, so that the database reads exactly what was counted.
 */
export class Census {
  readonly ledger = new Ledger();
  readonly #options: CensusOptions;
  readonly #kinds: Uint8Array;
  readonly #quoted: QuotedCells;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #encoder = new TextEncoder();
  readonly #watched: RepeatedCells | null;
  #suspicion: Suspicion;
  #header: readonly string[] = [];
  #stage: 'titles' | 'header' | 'description' | 'rows';
  /** Short records that are footers if nothing but their like follows, and padded rows otherwise. */
  #held: { line: number; text: string; cells: readonly string[] }[] = [];
  #isSkippingLine = false;
  #endsInside = false;
  #pieces: Piece[] = [];

  constructor(options: CensusOptions) {
    this.#options = options;
    this.#suspicion = new Suspicion(options.cut, []);
    this.#stage = options.headerLine === 0 ? 'rows' : options.headerLine === 1 ? 'header' : 'titles';
    this.#kinds = byteKinds(options.cut, options.countsReplaced);
    this.#quoted = new QuotedCells(this.#kinds);
    this.#watched = options.watch === undefined ? null : new RepeatedCells(options.watch, options.cut.quote);
  }

  /** What was seen of the watched column so far. */
  get watched(): WatchedColumn | undefined {
    return this.#watched?.found;
  }

  /** Physical lines seen, once everything has been taken. */
  get lines(): number {
    return this.ledger.line - 1 + (this.#endsInside ? 1 : 0);
  }

  /**
   * Counts the records in `bytes`, which begin where the last call stopped. Returns the rows' pieces and how
   * many bytes were used; the others belong to a record that ends later and must be given again.
   */
  take(bytes: Uint8Array, isLast: boolean): { readonly pieces: readonly Piece[]; readonly used: number } {
    this.#pieces = [];
    const used = this.#scan(bytes, isLast);
    if (isLast) {
      this.#endsInside = bytes.length > 0 && bytes[bytes.length - 1] !== LF;
      this.#settleHeld(true);
    }
    return { pieces: this.#pieces, used };
  }

  #scan(bytes: Uint8Array, isLast: boolean): number {
    const { columns, trimsOutsideRows } = this.#options;
    const kinds = this.#kinds;
    // Most bytes of most files lie above every byte that matters.
    const highest = kinds.findLastIndex((kind) => kind !== ORDINARY);
    const length = bytes.length;
    const watched = this.#watched?.column ?? -1;
    let start = this.#scanHead(bytes, isLast);
    const quoted = this.#quoted;
    quoted.forget();
    while (start < length) {
      let cells = 1;
      let [watchedFrom, watchedTo] = [start, -1];
      let cellStart = start;
      let breaks = 0;
      let plainStart = -1; // of the cell, where it begins with something else than a quote
      let isOdd = false;
      let isClosed = true;
      let isReplaced = false;
      let at = start;
      for (; at < length; at++) {
        const byte = bytes[at] as number;
        if (byte > highest) continue;
        const kind = kinds[byte];
        if (kind === ORDINARY) continue;
        if (kind === DELIMITER) {
          if (cells === watched) watchedFrom = at + 1;
          else if (cells === watched + 1) watchedTo = at;
          cells++;
          cellStart = at + 1;
        } else if (kind === LINE_FEED) break;
        else if (kind === QUOTE) {
          if (plainStart === cellStart) continue;
          let open = cellStart;
          while (bytes[open] === SPACE) open++;
          // A quote inside a cell is an ordinary character, for the database too (="1930…").
          if (open !== at) {
            plainStart = cellStart;
            continue;
          }
          if (at !== cellStart) isOdd = true;
          at = quoted.follow(bytes, at);
          breaks += quoted.breaks;
          isClosed = quoted.isClosed;
          if (quoted.isOdd) isOdd = true;
          if (quoted.isReplaced) isReplaced = true;
          if (!isClosed) break;
        } else if (kind === RETURN) {
          if (bytes[at + 1] !== LF && at + 1 < length) isOdd = true;
        } else if (kind === NUL) isOdd = true;
        else if (kind === MAYBE_REPLACED && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) isReplaced = true;
      }
      const isCut = at >= length && !isLast;
      if (isCut && length - start <= LONGEST_RECORD) return start;
      if (!isClosed || isCut || at - start > LONGEST_RECORD) {
        if (isClosed && breaks > MANY_BREAKS) quoted.ledNowhere(at);
        start = this.#reject(bytes, start, isLast, breaks > 0 || (!isClosed && !isCut) ? 'unclosed-quote' : 'line-too-long');
        continue;
      }
      const end = at;
      const next = Math.min(end + 1, length);
      const first = bytes[start] as number;
      if (end < length && (end === start || (end === start + 1 && bytes[start] === CR)) && this.#stage === 'rows') {
        this.ledger.leaveOut('blank', '');
        this.ledger.line++;
        start = next;
        continue;
      }
      if (
        cells !== columns ||
        isOdd ||
        breaks > 0 ||
        isReplaced ||
        this.#stage !== 'rows' ||
        end === length ||
        (this.#suspicion.starts[first] !== 0 && (trimsOutsideRows || first <= SPACE) && this.#suspicion.holds(bytes, start, end))
      ) {
        const rejected = this.ledger.rejectedCount;
        start = this.#judge(bytes, { start, end, next, cells, breaks, isOdd, isReplaced });
        if (breaks > MANY_BREAKS && this.ledger.rejectedCount > rejected) quoted.ledNowhere(end);
        continue;
      }
      if (this.#held.length > 0) this.#settleHeld(false);
      this.#keep(start, next);
      this.#watched?.see(bytes, watchedFrom, watchedTo < 0 ? end : watchedTo, this.ledger.rows);
      this.ledger.rows++;
      this.ledger.line++;
      start = next;
    }
    return start;
  }

  /** Passes the lines above the header. */
  #scanHead(bytes: Uint8Array, isLast: boolean): number {
    let start = 0;
    while (start < bytes.length && (this.#stage === 'titles' || this.#isSkippingLine)) {
      const feed = bytes.indexOf(LF, start);
      if (feed < 0 && !isLast) {
        if (!this.#isSkippingLine) return start;
        return bytes.length;
      }
      const end = feed < 0 ? bytes.length : feed;
      if (this.#isSkippingLine) this.#isSkippingLine = false;
      else {
        const text = this.#text(bytes, start, end);
        this.ledger.leaveOut(text.trim() === '' ? 'blank' : 'title', text);
      }
      if (feed >= 0) this.ledger.line++;
      start = Math.min(end + 1, bytes.length);
      if (this.#stage === 'titles' && this.ledger.line >= this.#options.headerLine) this.#stage = 'header';
    }
    return start;
  }

  /** Decides about a record that is anything but an ordinary row, and returns where the next one starts. */
  #judge(
    bytes: Uint8Array,
    record: { start: number; end: number; next: number; cells: number; breaks: number; isOdd: boolean; isReplaced: boolean }
  ): number {
    const { start, end, next, breaks } = record;
    const { columns, cut, trimsOutsideRows } = this.#options;
    const whole = this.#text(bytes, start, end);
    const text = whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
    const cells = cellsOf(text, cut);
    if (this.#stage === 'header') {
      this.#header = cells;
      this.#suspicion = new Suspicion(cut, cells);
      this.#stage = this.#options.hasDescriptionRow ? 'description' : 'rows';
      return this.#pass(next, breaks, end < bytes.length);
    }
    if (this.#stage === 'description') {
      this.#stage = 'rows';
      this.ledger.leaveOut('description', text);
      return this.#pass(next, breaks, end < bytes.length);
    }
    const isBlank = text.trim() === '' && !text.includes(cut.delimiter);
    const kind = isBlank
      ? 'blank'
      : trimsOutsideRows
        ? repeatsHeader(cells, this.#header)
          ? 'repeated-header'
          : outsideKind(cells, columns)
        : null;
    if (kind) {
      this.ledger.leaveOut(kind, text);
      return this.#pass(next, breaks, end < bytes.length);
    }
    if (breaks > 0 && (cells.length !== columns || swallowsRows(cells, columns, cut))) {
      return this.#reject(bytes, start, true, 'unclosed-quote');
    }
    if (cells.length > columns && cells.slice(columns).some((cell) => cell.trim() !== '')) {
      this.ledger.reject('too-many-cells', text);
      return this.#pass(next, breaks, end < bytes.length);
    }
    if (record.isReplaced || text !== whole) this.ledger.warn('replaced-bytes', this.ledger.line);
    if (trimsOutsideRows && cells.length < columns && cells.filter((cell) => cell.trim() !== '').length === 1 && this.#held.length < 20) {
      this.#held.push({ line: this.ledger.line, text, cells });
      return this.#pass(next, breaks, end < bytes.length);
    }
    this.#settleHeld(false);
    if (cells.length !== columns || record.isOdd) this.#write(cells, this.ledger.line);
    else {
      this.#keep(start, next);
      this.#watched?.seeRecord(cells, this.ledger.rows);
      this.ledger.rows++;
    }
    return this.#pass(next, breaks, end < bytes.length);
  }

  /** Rejects the physical line at `start` and returns where the next one starts. */
  #reject(bytes: Uint8Array, start: number, isLast: boolean, reason: RejectedRow['reason']): number {
    const feed = bytes.indexOf(LF, start);
    const end = feed < 0 ? bytes.length : feed;
    this.ledger.reject(reason, this.#text(bytes, start, Math.min(end, start + 4 * SHOWN)));
    if (reason === 'unclosed-quote') this.ledger.warn('unclosed-quote', this.ledger.line);
    if (feed >= 0) this.ledger.line++;
    else if (!isLast) this.#isSkippingLine = true;
    return Math.min(end + 1, bytes.length);
  }

  #settleHeld(isEnd: boolean): void {
    const held = this.#held;
    this.#held = [];
    const areFooters = isEnd && this.#options.columns > 1;
    for (const { line, text, cells } of held) {
      if (areFooters) this.ledger.leaveOut('footer', text, line);
      else this.#write(cells, line);
    }
  }

  #write(cells: readonly string[], line: number): void {
    const { columns, cut } = this.#options;
    if (cells.length < columns) this.ledger.warn('ragged', line);
    const padded = Array.from({ length: columns }, (_, index) => cells[index] ?? '');
    this.#pieces.push(this.#encoder.encode(writeRecord(padded, cut)));
    this.#watched?.seeRecord(padded, this.ledger.rows);
    this.ledger.rows++;
  }

  #keep(from: number, to: number): void {
    const last = this.#pieces[this.#pieces.length - 1];
    if (last && !(last instanceof Uint8Array) && last.to === from) last.to = to;
    else this.#pieces.push({ from, to });
  }

  #pass(next: number, breaks: number, endsInFeed: boolean): number {
    this.ledger.line += breaks + (endsInFeed ? 1 : 0);
    return next;
  }

  #text(bytes: Uint8Array, start: number, end: number): string {
    const text = this.#decoder.decode(bytes.subarray(start, end));
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  }
}
