import { unreadable } from '../readers/unreadable.ts';
import { LIMITS } from './limits.ts';
import type { Progress } from './progress.ts';

/** Counts what is really unpacked, over all parts of a file; the sizes a file declares prove nothing. */
export class Unpacked {
  #bytes = 0;

  /** Throws once `part` bytes from `packed` ones, or all parts together, are more than the limits allow. */
  add(bytes: number, part: number, packed: number): void {
    this.#bytes += bytes;
    checkSizes(this.#bytes, part, packed);
  }
}

/** Throws when a file that unpacks to `all` bytes, or a part of it, is beyond the limits. */
export function checkSizes(all: number, part: number, packed: number): void {
  if (part > LIMITS.ratioFrom && part > packed * LIMITS.ratio)
    throw unreadable('bomb', { ratio: LIMITS.ratio, from: LIMITS.ratioFrom, limit: LIMITS.unpackedBytes });
  if (all > LIMITS.unpackedBytes) throw unreadable('unpacks-too-large', { limit: LIMITS.unpackedBytes });
}

/**
 * Packed bytes as they are once unpacked, piece by piece; `expected` is how many there will be, by what the file
 * says, or null. Rejects with `damaged` when they cannot be unpacked.
 */
export async function* unpacked(
  packed: Blob,
  format: 'gzip' | 'deflate-raw' | 'stored',
  expected: number | null,
  total: Unpacked,
  progress: Progress
): AsyncGenerator<Uint8Array> {
  const plain = packed.stream();
  const stream = format === 'stored' ? plain : plain.pipeThrough(new DecompressionStream(format));
  const reader = stream.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let size = 0;
  try {
    for (;;) {
      const piece = await readPiece(reader);
      if (piece === null) return;
      size += piece.length;
      total.add(piece.length, size, packed.size);
      progress.read(expected === null ? 0 : (piece.length * packed.size) / Math.max(1, expected));
      yield piece;
    }
  } finally {
    // Left early or broken: nobody is to go on unpacking.
    reader.cancel().catch(() => undefined);
  }
}

async function readPiece(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | null> {
  try {
    const { done, value } = await reader.read();
    return done ? null : value;
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError || (error as { code?: unknown }).code !== undefined)
      throw unreadable('damaged');
    throw error;
  }
}
