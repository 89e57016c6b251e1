import type { Encoding } from '../contract.ts';
import { Census, type CensusOptions, type Piece, type Range } from './census.ts';
import { byteOrderMark } from './encoding.ts';

const CHUNK = 4 * 1024 * 1024;
const EDGE = 256 * 1024;
const BEGINNING = 2_000_000;
const MOST_SLICES = 16;

/** What a pass over the whole file found, and the blob that holds its rows and nothing else. */
export interface Survey {
  readonly census: Census;
  readonly rows: Blob;
  /** Where the rows lie when they are one unbroken range of the file itself. */
  readonly range: { readonly from: number; readonly to: number } | null;
}

export interface SurveyOptions extends CensusOptions {
  readonly encoding: Encoding;
  /** Decode and write anew even UTF-8: it has broken bytes, or lines that end in a carriage return alone. */
  readonly isRewritten: boolean;
  /** How many bytes are looked at in one go. */
  readonly chunk?: number;
}

/** Counts all records of `file`; `onChunk` hears the rows so far and the share done, and may throw to stop. */
export async function survey(file: Blob, options: SurveyOptions, onChunk: (rows: number, share: number) => void): Promise<Survey> {
  const census = new Census(options);
  const parts = new Parts(file);
  if (options.encoding === 'utf-8' && !options.isRewritten) await surveyBytes(file, options.chunk ?? CHUNK, census, parts, onChunk);
  else await surveyDecoded(file, options, census, parts, onChunk);
  return { census, rows: parts.blob(), range: parts.range() };
}

/**
 * Where the rows of a UTF-8 file begin, if its beginning and its end hold nothing but ordinary rows below the
 * header; null otherwise. What lies between is not looked at.
 */
export async function cleanStart(file: Blob, options: SurveyOptions): Promise<number | null> {
  const head = new Uint8Array(await file.slice(0, EDGE).arrayBuffer());
  const mark = byteOrderMark(head)?.length ?? 0;
  const census = new Census(options);
  const first = onlyRange(census.take(head.subarray(mark), false).pieces);
  const tail = new Uint8Array(await file.slice(-EDGE).arrayBuffer());
  const lines = tail.subarray(tail.indexOf(0x0a) + 1);
  const last = onlyRange(new Census({ ...options, headerLine: 0 }).take(lines, true).pieces);
  const isClean = first !== null && last?.from === 0 && last.to === lines.length && first.to - first.from > EDGE / 2;
  return isClean && census.ledger.rejectedCount === 0 ? first.from + mark : null;
}

function onlyRange(pieces: readonly Piece[]): Range | null {
  const [first, second] = pieces;
  return first && !second && !(first instanceof Uint8Array) ? first : null;
}

/** UTF-8 as it stands: rows are ranges of the file. */
async function surveyBytes(
  file: Blob,
  step: number,
  census: Census,
  parts: Parts,
  onChunk: (rows: number, share: number) => void
): Promise<void> {
  let at = byteOrderMark(new Uint8Array(await file.slice(0, 64).arrayBuffer()))?.length ?? 0;
  let size = step;
  while (at < file.size) {
    const isLast = at + size >= file.size;
    const bytes = new Uint8Array(await file.slice(at, at + size).arrayBuffer());
    const { pieces, used } = census.take(bytes, isLast);
    parts.add(bytes, pieces, at);
    at += used;
    size = used === 0 ? size * 2 : step;
    onChunk(census.ledger.rows, at / file.size);
    if (isLast && used === bytes.length) break;
  }
}

/** Any other text: decoded piece by piece and written as UTF-8 with line feeds. */
async function surveyDecoded(
  file: Blob,
  options: SurveyOptions,
  census: Census,
  parts: Parts,
  onChunk: (rows: number, share: number) => void
): Promise<void> {
  const step = options.chunk ?? CHUNK;
  const decoder = new TextDecoder(options.encoding, { ignoreBOM: true });
  const encoder = new TextEncoder();
  const mark = byteOrderMark(new Uint8Array(await file.slice(0, 64).arrayBuffer()));
  let at = mark?.encoding === options.encoding ? mark.length : 0;
  let rest: Uint8Array = new Uint8Array();
  const endsLines = await endsLinesWithReturns(file, options.encoding);
  do {
    const bytes = new Uint8Array(await file.slice(at, at + step).arrayBuffer());
    at += bytes.length;
    const isLast = at >= file.size;
    const text = decoder.decode(bytes, { stream: !isLast });
    const fresh = encoder.encode(endsLines ? text.replaceAll('\r', '\n') : text);
    const chunk = joined(rest, fresh);
    const { pieces, used } = census.take(chunk, isLast);
    parts.add(chunk, pieces, null);
    rest = chunk.subarray(used);
    onChunk(census.ledger.rows, at / file.size);
  } while (at < file.size);
}

/** Whether lines end in a carriage return alone, as far as the beginning of a text tells. */
async function endsLinesWithReturns(file: Blob, encoding: Encoding): Promise<boolean> {
  const text = new TextDecoder(encoding).decode(await file.slice(0, BEGINNING).arrayBuffer(), { stream: true });
  return !text.includes('\n') && text.includes('\r');
}

/** Gathers what the database shall read: slices of the file where possible, bytes where not. */
class Parts {
  readonly #file: Blob;
  readonly #parts: (Blob | { from: number; to: number })[] = [];

  constructor(file: Blob) {
    this.#file = file;
  }

  /** Adds the pieces of `bytes`, which lie in the file at `offset`, or nowhere. */
  add(bytes: Uint8Array, pieces: readonly Piece[], offset: number | null): void {
    if (pieces.length === 0) return;
    if (offset === null || pieces.length > MOST_SLICES) {
      this.#parts.push(new Blob(pieces.map((piece) => copied(piece instanceof Uint8Array ? piece : bytes.subarray(piece.from, piece.to)))));
      return;
    }
    for (const piece of pieces) {
      if (piece instanceof Uint8Array) {
        this.#parts.push(new Blob([copied(piece)]));
        continue;
      }
      const last = this.#parts[this.#parts.length - 1];
      const [from, to] = [piece.from + offset, piece.to + offset];
      if (last && !(last instanceof Blob) && last.to === from) last.to = to;
      else this.#parts.push({ from, to });
    }
  }

  blob(): Blob {
    return new Blob(this.#parts.map((part) => (part instanceof Blob ? part : this.#file.slice(part.from, part.to))));
  }

  range(): { from: number; to: number } | null {
    const [first, second] = this.#parts;
    return first && !second && !(first instanceof Blob) ? first : null;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Typed for Blob, which takes no shared memory; a blob copies its bytes by itself. */
function copied(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
