import { OUTSIDE_WORDS } from './outside-rows.ts';
import type { Cut } from './records.ts';

const SPACE = 0x20;
const TAB = 0x09;
const SMALL_R = 0x72;

/**
 * A first, quick look at a record's bytes: false means that it is surely an ordinary row as far as its
 * words go; true means that its cells must be looked at. Built for one pass over every record of a file.
 */
export class Suspicion {
  /** Non-zero for the bytes a suspicious record can begin with. */
  readonly starts = new Uint8Array(256);
  readonly #skipped = new Uint8Array(256);
  readonly #words: Uint8Array[][] = Array.from({ length: 256 }, () => []);

  constructor(cut: Cut, header: readonly string[]) {
    for (const byte of [cut.delimiter.charCodeAt(0), cut.quote === '' ? SPACE : cut.quote.charCodeAt(0), SPACE, TAB, 0x0d, 0x0a]) {
      this.#skipped[byte] = 1;
      this.starts[byte] = 1;
    }
    for (let digit = 0x30; digit <= 0x39; digit++) this.starts[digit] = 1;
    const name = header.find((text) => text.trim() !== '')?.trim() ?? '';
    const words = name === '' ? OUTSIDE_WORDS : [...OUTSIDE_WORDS, name.replaceAll(/^["']+/g, '')];
    for (const word of words) this.#add(word);
  }

  #add(word: string): void {
    const bytes = new TextEncoder().encode(word).map(lower).subarray(0, 24);
    const [first] = bytes;
    if (first === undefined) return;
    this.#words[first]?.push(bytes);
    this.starts[first] = 1;
    if (first >= 0x61 && first <= 0x7a) this.starts[first - 0x20] = 1;
  }

  /** Whether the record in `bytes` from `start` to `end` deserves a closer look. */
  holds(bytes: Uint8Array, start: number, end: number): boolean {
    let at = start;
    while (at < end && this.#skipped[bytes[at] ?? 0] === 1) at++;
    if (at >= end) return true;
    const first = bytes[at] ?? 0;
    if (first >= 0x30 && first <= 0x39) {
      // "83 record(s) downloaded", also as "83,record(s) downloaded"
      while (at < end && (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) at++;
      const next = bytes[at + 1] ?? 0;
      return bytes[at] === SPACE ? isLetter(next) : this.#skipped[bytes[at] ?? 0] === 1 && lower(next) === SMALL_R;
    }
    const words = this.#words[lower(first)];
    if (words === undefined) return false;
    for (let word = 0; word < words.length; word++) if (startsWith(bytes, at, words[word] as Uint8Array)) return true;
    return false;
  }
}

// Plain loops here and above: this runs for every record of a file.
function startsWith(bytes: Uint8Array, start: number, word: Uint8Array): boolean {
  for (let index = 1; index < word.length; index++) {
    if (lower(bytes[start + index] as number) !== word[index]) return false;
  }
  return true;
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

function isLetter(byte: number): boolean {
  return lower(byte) >= 0x61 && lower(byte) <= 0x7a;
}
