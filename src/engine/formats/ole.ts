import { unreadable } from '../readers/unreadable.ts';

const END = 0xfffffffe;
const ENTRY = 128;

/** The streams of an OLE compound file ([MS-CFB]) by name, such as `Workbook`. Rejects damaged ones. */
export function oleStreams(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return readStreams(bytes);
  } catch (error) {
    // A place outside the file.
    if (error instanceof RangeError) throw unreadable('damaged');
    throw error;
  }
}

function readStreams(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 2 ** view.getUint16(30, true);
  const smallSize = 2 ** view.getUint16(32, true);
  if (![512, 4096].includes(sectorSize) || smallSize !== 64) throw unreadable('damaged');
  const sectors = Math.ceil(bytes.length / sectorSize);
  const offset = (sector: number) => {
    const at = (sector + 1) * sectorSize;
    if (at >= bytes.length) throw new RangeError('a sector outside the file');
    return at;
  };
  /** The sectors of a chain; a circle is longer than the file. */
  const chain = (first: number, table: readonly number[], most: number): number[] => {
    const places: number[] = [];
    for (let at = first; at < END; at = table[at] ?? END) {
      places.push(at);
      if (places.length > most) throw unreadable('damaged');
    }
    return places;
  };
  const words = (sector: number) => Array.from({ length: sectorSize / 4 }, (_, word) => view.getUint32(offset(sector) + word * 4, true));

  // Where the table of sectors lies: 109 places in the header, more in sectors of their own.
  const tableAt = Array.from({ length: 109 }, (_, index) => view.getUint32(76 + index * 4, true));
  let more = view.getUint32(68, true);
  for (let seen = 0; more < END; seen++) {
    if (seen > sectors) throw unreadable('damaged');
    const list = words(more);
    more = list.pop() ?? END;
    tableAt.push(...list);
  }
  const table: number[] = [];
  for (const sector of tableAt) if (sector < END) for (const word of words(sector)) table.push(word);

  const joined = (places: readonly number[], size: number, at: (place: number) => Uint8Array): Uint8Array => {
    const whole = new Uint8Array(size);
    let end = 0;
    for (const place of places) {
      if (end >= size) break;
      const part = at(place);
      whole.set(part.subarray(0, Math.min(part.length, size - end)), end);
      end += part.length;
    }
    if (end < size) throw unreadable('damaged');
    return whole;
  };
  const large = (first: number, size: number | null) => {
    const places = chain(first, table, sectors);
    const length = size ?? places.length * sectorSize;
    if (length > bytes.length) throw unreadable('damaged');
    return joined(places, length, (place) => {
      const part = bytes.subarray(offset(place), offset(place) + sectorSize);
      if (part.length === sectorSize) return part;
      // The last sector of a file may be cut after its content.
      const whole = new Uint8Array(sectorSize);
      whole.set(part);
      return whole;
    });
  };

  const directory = large(view.getUint32(48, true), null);
  const entries = new DataView(directory.buffer, directory.byteOffset);
  const smallTable = large(view.getUint32(60, true), null);
  const smallWords = Array.from(new Uint32Array(smallTable.buffer, 0, smallTable.length / 4));
  let small: Uint8Array = new Uint8Array();
  const streams = new Map<string, Uint8Array>();
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const kind = directory[at + 66];
    const first = entries.getUint32(at + 116, true);
    const size = entries.getUint32(at + 120, true);
    const nameLength = Math.min(64, entries.getUint16(at + 64, true));
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, nameLength - 2)));
    if (kind === 5) small = size === 0 ? new Uint8Array() : large(first, size);
    if (kind !== 2) continue;
    const isSmall = size < view.getUint32(56, true);
    const read = isSmall
      ? joined(chain(first, smallWords, small.length / smallSize), size, (place) =>
          small.subarray(place * smallSize, (place + 1) * smallSize)
        )
      : large(first, size);
    streams.set(name, read);
  }
  return streams;
}
