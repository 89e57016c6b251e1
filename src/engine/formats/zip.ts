import { unreadable } from '../readers/unreadable.ts';
import { crc32 } from './crc32.ts';
import { LIMITS } from './limits.ts';
import type { Progress } from './progress.ts';
import { checkSizes, unpacked, Unpacked } from './unpacking.ts';

interface Entry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const FULL = 0xffffffff;

/** A zip archive: its directory, read and held against the limits before anything is unpacked, and its parts. */
export class Zip {
  readonly #file: Blob;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #total: Unpacked;

  private constructor(file: Blob, entries: readonly Entry[], total: Unpacked) {
    this.#file = file;
    this.#total = total;
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
  }

  /** What is unpacked from it is added to `total`. */
  static async open(file: Blob, total = new Unpacked()): Promise<Zip> {
    const entries = await readDirectory(file);
    for (const { size, packed } of entries) checkSizes(size, size, packed);
    checkSizes(
      entries.reduce((sum, { size }) => sum + size, 0),
      0,
      0
    );
    // Parts that lie over each other are one bomb told many times.
    if (entries.reduce((sum, { packed }) => sum + packed, 0) > file.size) throw unreadable('damaged');
    return new Zip(file, entries, total);
  }

  /** Names of the parts, folders left out. */
  get names(): string[] {
    return [...this.#entries.keys()].filter((name) => !name.endsWith('/'));
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The size a part says it has, in bytes; 0 for a part that is not there. */
  size(name: string): number {
    return this.#entries.get(name)?.size ?? 0;
  }

  packedSize(name: string): number {
    return this.#entries.get(name)?.packed ?? 0;
  }

  /** The bytes of a part. Rejects when it is not there, is encrypted, or is not what the directory says. */
  async *bytes(name: string, progress: Progress): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(name);
    if (!entry) throw unreadable('damaged');
    if (entry.isEncrypted) throw unreadable('encrypted');
    if (entry.method !== 0 && entry.method !== 8) throw unreadable('packed-otherwise');
    const head = new DataView(await this.#file.slice(entry.offset, entry.offset + 30).arrayBuffer());
    if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50) throw unreadable('damaged');
    const start = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
    if (start + entry.packed > this.#file.size) throw unreadable('damaged');
    const packed = this.#file.slice(start, start + entry.packed);
    let size = 0;
    let crc = 0;
    for await (const piece of unpacked(packed, entry.method === 8 ? 'deflate-raw' : 'stored', entry.size, this.#total, progress)) {
      size += piece.length;
      if (size > entry.size) throw unreadable('damaged');
      crc = crc32(piece, crc);
      yield piece;
    }
    if (size !== entry.size || crc !== entry.crc) throw unreadable('damaged');
  }
}

async function readDirectory(file: Blob): Promise<Entry[]> {
  const tailStart = Math.max(0, file.size - END_LENGTH - LONGEST_COMMENT);
  const tail = new DataView(await file.slice(tailStart).arrayBuffer());
  let end = tail.byteLength - END_LENGTH;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw unreadable('damaged');
  let count = tail.getUint16(end + 10, true);
  let length = tail.getUint32(end + 12, true);
  let start = tail.getUint32(end + 16, true);
  const locator = end - 20;
  if (locator >= 0 && tail.getUint32(locator, true) === 0x07064b50) {
    const at = Number(tail.getBigUint64(locator + 8, true));
    const large = new DataView(await file.slice(at, at + 56).arrayBuffer());
    if (large.byteLength < 56 || large.getUint32(0, true) !== 0x06064b50) throw unreadable('damaged');
    count = Number(large.getBigUint64(32, true));
    length = Number(large.getBigUint64(40, true));
    start = Number(large.getBigUint64(48, true));
  }
  if (count > LIMITS.parts) throw unreadable('too-many-parts', { parts: LIMITS.parts });
  if (start + length > file.size) throw unreadable('damaged');
  const entries = entriesOf(new DataView(await file.slice(start, start + length).arrayBuffer()));
  if (entries.length > LIMITS.parts) throw unreadable('too-many-parts', { parts: LIMITS.parts });
  if (entries.length !== count) throw unreadable('damaged');
  return entries;
}

function entriesOf(directory: DataView): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (at + 46 <= directory.byteLength && entries.length <= LIMITS.parts) {
    if (directory.getUint32(at, true) !== 0x02014b50) throw unreadable('damaged');
    const flags = directory.getUint16(at + 8, true);
    const nameLength = directory.getUint16(at + 28, true);
    const extraLength = directory.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + directory.getUint16(at + 32, true);
    if (next > directory.byteLength) throw unreadable('damaged');
    const extra = { at: at + 46 + nameLength, length: extraLength };
    const sizes = largeSizes(directory, extra, [
      directory.getUint32(at + 24, true),
      directory.getUint32(at + 20, true),
      directory.getUint32(at + 42, true)
    ]);
    entries.push({
      name: nameOf(new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength)),
      isEncrypted: (flags & 1) === 1,
      method: directory.getUint16(at + 10, true),
      crc: directory.getUint32(at + 16, true),
      size: sizes[0],
      packed: sizes[1],
      offset: sizes[2]
    });
    at = next;
  }
  return entries;
}

/** Sizes beyond 4 GB stand in an extra field, in this order, each only where the short one is full. */
function largeSizes(directory: DataView, extra: { at: number; length: number }, short: [number, number, number]): [number, number, number] {
  const sizes = short;
  const end = extra.at + extra.length;
  for (let at = extra.at; at + 4 <= end; at += 4 + directory.getUint16(at + 2, true)) {
    if (directory.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    for (const index of [0, 1, 2] as const) {
      if (short[index] !== FULL || value + 8 > end) continue;
      sizes[index] = Number(directory.getBigUint64(value, true));
      value += 8;
    }
  }
  return sizes;
}

/** Names are UTF-8, or what Chinese Windows writes. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('gb18030').decode(bytes);
  }
}
