import { kindOf } from '../readers/file-kind.ts';
import { unreadable } from '../readers/unreadable.ts';
import type { Listener } from './format-service.ts';
import { Progress } from './progress.ts';
import { Unpacked, unpacked } from './unpacking.ts';
import { Zip } from './zip.ts';

/** Archives are opened when they are dropped, and archives inside them once more. */
const DEEPEST = 2;

/** The files of a zip or gzip archive by name; a file that is none, or a workbook, comes back as it is. */
export async function expandArchive(file: File, listener: Listener): Promise<File[]> {
  return opened(file, listener, new Unpacked(), DEEPEST);
}

async function opened(file: File, listener: Listener, total: Unpacked, deep: number): Promise<File[]> {
  const kind = kindOf(new Uint8Array(await file.slice(0, 4_096).arrayBuffer()));
  if (kind === 'gzip') {
    if (deep === 0) throw unreadable('kind:archive');
    const name = file.name.replace(/\.(?:gz|gzip)$/i, '');
    const inner = await gathered(name, unpacked(file, 'gzip', null, total, new Progress(listener, 0)), file);
    return opened(inner, listener, total, deep - 1);
  }
  if (kind !== 'zip') return [file];
  const zip = await Zip.open(file, total);
  if (isDocument(zip)) return [file];
  if (deep === 0) throw unreadable('kind:archive');
  const names = zip.names.filter((name) => !/(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|Thumbs\.db$)/i.test(name));
  if (names.length === 0) throw unreadable('archive-empty');
  const progress = new Progress(
    listener,
    names.reduce((sum, name) => sum + zip.packedSize(name), 0)
  );
  const files: File[] = [];
  for (const name of names) {
    const inner = await gathered(`${file.name}/${name}`, zip.bytes(name, progress), file);
    // An empty file is told by its own name.
    files.push(...(inner.size === 0 ? [inner] : await opened(inner, listener, total, deep - 1)));
  }
  return files;
}

/** Whether a zip is one document rather than a box of files. */
function isDocument(zip: Zip): boolean {
  return zip.has('[Content_Types].xml') || zip.has('mimetype') || zip.names.some((name) => /^Index\/.*\.iwa$|^Index\.zip$/.test(name));
}

async function gathered(name: string, bytes: AsyncIterable<Uint8Array>, from: File): Promise<File> {
  const parts: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const keep = () => {
    // Blobs need not stay in memory, as arrays do.
    parts.push(new Blob(pieces));
    pieces = [];
    size = 0;
  };
  for await (const piece of bytes) {
    pieces.push(piece as Uint8Array<ArrayBuffer>);
    size += piece.length;
    if (size > 4 * 1024 * 1024) keep();
  }
  keep();
  return new File(parts, name, { lastModified: from.lastModified });
}
