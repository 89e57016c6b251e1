import type { Cut } from './records.ts';

export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;

/** What a byte may mean in a delimited text. */
export const ORDINARY = 0;
export const DELIMITER = 1;
export const LINE_FEED = 2;
export const QUOTE = 3;
export const RETURN = 4;
export const NUL = 5;
/** The first byte of U+FFFD, which stands for bytes that could not be decoded. */
export const MAYBE_REPLACED = 6;

/** The meaning of each of the 256 bytes. */
export function byteKinds(cut: Cut, countsReplaced: boolean): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds[cut.delimiter.charCodeAt(0)] = DELIMITER;
  if (cut.quote !== '') kinds[cut.quote.charCodeAt(0)] = QUOTE;
  kinds[LF] = LINE_FEED;
  kinds[CR] = RETURN;
  kinds[0] = NUL;
  if (countsReplaced) kinds[0xef] = MAYBE_REPLACED;
  return kinds;
}
