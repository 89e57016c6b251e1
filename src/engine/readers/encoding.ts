import type { Encoding } from '../contract.ts';
import { COMMON } from './common-characters.ts';

/** The byte order mark's length and the encoding it names. */
export interface Mark {
  readonly encoding: Encoding;
  readonly length: number;
}

/** The byte order mark at the start, or null. A doubled UTF-8 mark counts as one of twice the length. */
export function byteOrderMark(bytes: Uint8Array): Mark | null {
  let length = 0;
  while (bytes[length] === 0xef && bytes[length + 1] === 0xbb && bytes[length + 2] === 0xbf) length += 3;
  if (length > 0) return { encoding: 'utf-8', length };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

const MULTI_BYTE: readonly (readonly [encoding: Encoding, common: ReadonlySet<string>])[] = [
  ['gb18030', COMMON.chinese],
  ['big5', COMMON.traditional],
  ['shift_jis', COMMON.japanese],
  ['euc-kr', COMMON.korean]
];

/**
 * The encodings that decode all of `samples` strictly, likeliest first; windows-1252 is always last or
 * alone, because it decodes anything. A sample may begin and end inside a character.
 */
export function encodingsOf(samples: readonly Uint8Array[]): Encoding[] {
  const [head = new Uint8Array()] = samples;
  const mark = byteOrderMark(head);
  if (mark && decodes(head.subarray(mark.length), mark.encoding, true)) return [mark.encoding];
  const wide = wideEncoding(head);
  if (wide) return [wide];
  if (samples.every((sample, index) => decodes(sample, 'utf-8', index === 0))) return ['utf-8'];

  const scored = MULTI_BYTE.filter(([encoding]) => samples.every((sample, index) => decodes(sample, encoding, index === 0)))
    .map(([encoding, common]) => ({ encoding, score: shareOfCommon(samples, encoding, common) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  const isLatin = best === undefined || (best.score < 0.15 && looksLatin(samples));
  const others = scored.map(({ encoding }) => encoding);
  return isLatin ? ['windows-1252', ...others] : [...others, 'windows-1252'];
}

/** Whether bytes are text in an encoding, but for a character cut at the end (or, unless `isHead`, at the start). */
function decodes(bytes: Uint8Array, encoding: Encoding, isHead: boolean): boolean {
  const widest = isHead ? 1 : 4;
  for (let skip = 0; skip < widest; skip++) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(skip), { stream: true });
      return true;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return false;
}

/** Share of the characters outside ASCII that are common in the encoding's language; 0 when there are none. */
function shareOfCommon(samples: readonly Uint8Array[], encoding: Encoding, common: ReadonlySet<string>): number {
  let seen = 0;
  let known = 0;
  for (const sample of samples) {
    for (const character of new TextDecoder(encoding).decode(sample)) {
      // Punctuation, full-width forms and symbols decode in several of these encodings: they tell nothing.
      if (character < '\u3040' || character === '\ufffd' || character > '\uff00') {
        if (character >= '\uff61' && character <= '\uff9f') seen++;
        continue;
      }
      seen++;
      if (common.has(character)) known++;
    }
  }
  return seen === 0 ? 0 : known / seen;
}

/** Whether the high bytes stand alone between ASCII letters, as accents do. */
function looksLatin(samples: readonly Uint8Array[]): boolean {
  let alone = 0;
  let high = 0;
  for (const sample of samples) {
    for (let at = 0; at < sample.length; at++) {
      if ((sample[at] ?? 0) < 0x80) continue;
      high++;
      if ((sample[at - 1] ?? 0) < 0x80 && (sample[at + 1] ?? 0) < 0x80) alone++;
    }
  }
  return alone > high * 0.5;
}

/** UTF-16 without a mark shows as NUL bytes on one side of every ASCII character. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 65_536) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  const isLittle = odd > pairs * 0.05 && even <= odd * 0.02;
  const isBig = even > pairs * 0.05 && odd <= even * 0.02;
  if (!isLittle && !isBig) return null;
  const encoding = isLittle ? 'utf-16le' : 'utf-16be';
  // A stray NUL in a short text is not enough: the lines must show too.
  return /[\r\n]/.test(new TextDecoder(encoding).decode(bytes.subarray(0, length))) ? encoding : null;
}
