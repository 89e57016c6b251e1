import { crc32 } from './crc32.ts';

/** Text that comes in pieces, one part of an archive. */
export type ZipText = Iterable<string> | AsyncIterable<string>;

interface Written {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly packed: Blob;
  readonly size: number;
  readonly crc: number;
}

/** A zip archive of texts. Parts are packed while they are made; a part or an archive beyond 4 GB throws a RangeError. */
export async function zipOf(parts: readonly (readonly [name: string, text: ZipText])[], type: string): Promise<Blob> {
  const blobs: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let offset = 0;
  let directorySize = 0;
  for (const [name, text] of parts) {
    const part = await packed(name, text);
    const local = new Uint8Array(30);
    common(new DataView(local.buffer), 0x04034b50, 4, part);
    blobs.push(local, part.name, part.packed);
    const entry = new Uint8Array(46);
    const view = new DataView(entry.buffer);
    common(view, 0x02014b50, 6, part);
    view.setUint16(4, 20, true);
    view.setUint32(42, offset, true);
    directory.push(entry, part.name);
    directorySize += entry.length + part.name.length;
    offset += local.length + part.name.length + part.packed.size;
    if (Math.max(offset, part.size) >= 2 ** 32) throw new RangeError('the archive is too large');
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  return new Blob([...blobs, ...directory, end], { type });
}

/** The fields that a part's own header and its entry in the directory share, from `at` on. */
function common(view: DataView, signature: number, at: number, { name, packed: bytes, size, crc }: Written): void {
  view.setUint32(0, signature, true);
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true); // names are UTF-8
  view.setUint16(at + 4, 8, true);
  view.setUint32(at + 6, 0x00210000, true); // 1 January 1980, so that the same rows make the same file
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, bytes.size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

async function packed(name: string, text: ZipText): Promise<Written> {
  const encoder = new TextEncoder();
  const stream = new CompressionStream('deflate-raw');
  const packing = new Response(stream.readable).blob();
  packing.catch(() => undefined); // told by the writer
  const writer = stream.writable.getWriter();
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of text) {
      const bytes = encoder.encode(piece);
      size += bytes.length;
      crc = crc32(bytes, crc);
      await writer.write(bytes);
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error);
    throw error;
  }
  return { name: encoder.encode(name), packed: await packing, size, crc };
}
