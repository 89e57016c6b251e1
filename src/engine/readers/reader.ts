import type { FileSketch, LoadProgress, LoadReport, LoadRequest, TextShape } from '../contract.ts';
import type { Session } from '../duckdb.ts';
import { csvReader } from './csv.ts';
import { foreignKind } from './file-kind.ts';
import { unreadable } from './unreadable.ts';

/** One file format: how it is known by its first bytes, sketched and loaded. Formats, not meanings. */
export interface Reader {
  /** Whether these first bytes (up to 4,096) are this format; the name of the file counts for nothing. */
  recognises(bytes: Uint8Array): boolean;
  sketch(file: File, override?: Partial<TextShape>): Promise<FileSketch>;
  load(session: Session, file: File, request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<LoadReport>;
}

/** Asked in this order. */
const READERS: readonly Reader[] = [csvReader];

/** Looks at a file's beginning and says how it would be cut into a table. Rejects with `unreadable-file` and a code of `UNREADABLE`. */
export async function sketchFile(file: File, override?: Partial<TextShape>): Promise<FileSketch> {
  return (await readerOf(file)).sketch(file, override);
}

/** Loads a file into a raw table of columns c0, c1, …, in the order of the file; leaves nothing behind when it fails. */
export async function loadFile(
  session: Session,
  file: File,
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void
): Promise<LoadReport> {
  return (await readerOf(file)).load(session, file, request, onProgress);
}

async function readerOf(file: File): Promise<Reader> {
  if (file.size === 0) throw unreadable('empty');
  const bytes = new Uint8Array(await file.slice(0, 4_096).arrayBuffer());
  const reader = READERS.find((candidate) => candidate.recognises(bytes));
  if (!reader) throw unreadable(foreignKind(bytes) ?? 'kind:binary');
  return reader;
}
