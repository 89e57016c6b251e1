import type { FileKind, FileSketch, LoadProgress, LoadReport, LoadRequest, TextShape } from '../contract.ts';
import type { Session } from '../duckdb.ts';
import type { FormatService, Listener } from '../formats/format-service.ts';
import { loadParquet } from '../formats/parquet-load.ts';
import { sketchParquet } from '../formats/parquet-sketch.ts';
import { Conversions } from './conversions.ts';
import { loadText } from './csv-load.ts';
import { sketchText } from './csv-sketch.ts';
import { kindOf, type FirstBytes } from './file-kind.ts';
import { unreadable } from './unreadable.ts';

/** Reads files of every format into raw tables. Formats, not meanings. */
export class FileReader {
  readonly #formats: FormatService;
  readonly #conversions: Conversions;

  constructor(formats: FormatService) {
    this.#formats = formats;
    this.#conversions = new Conversions(formats);
  }

  /** The files inside an archive; any other file alone, as it is, without a look at the rest of it. */
  async expand(file: File, listener: Listener): Promise<File[]> {
    const kind = await firstBytesOf(file);
    return kind === 'zip' || kind === 'gzip' ? this.#formats.expand(file, listener) : [file];
  }

  /** Says how a file would be cut into a table; what arrives typed needs the database for it. Rejects with `unreadable-file` and a code of `UNREADABLE`. */
  async sketch(
    file: File,
    override: Partial<TextShape>,
    listener: Listener,
    withSession: (work: (session: Session) => Promise<FileSketch>) => Promise<FileSketch>
  ): Promise<FileSketch> {
    const kind = await readableKind(file);
    if (kind === 'text') return sketchText(file, override);
    if (kind === 'parquet') return sketchParquet(file, this.#formats, listener, withSession);
    const { csv, table, tables, shape } = await this.#conversions.of(file, kind, override.sheet ?? null, listener);
    const sketch = await sketchText(asText(file, csv), {
      ...override,
      headerLine: override.headerLine ?? shape.headerLine,
      hasDescriptionRow: override.hasDescriptionRow ?? shape.hasDescriptionRow,
      ...CONVERTED
    });
    return { ...sketch, name: file.name, bytes: file.size, kind, tables, shape: { ...sketch.shape, sheet: table } };
  }

  /** Loads a file into a raw table of columns c0, c1, …, in the order of the file; leaves nothing behind when it fails. */
  async load(
    session: Session,
    file: File,
    request: LoadRequest,
    signal: AbortSignal,
    onProgress: (progress: LoadProgress) => void
  ): Promise<LoadReport> {
    const kind = await readableKind(file);
    if (kind === 'text') return loadText(session, file, request, onProgress);
    const listener = { signal, heard: onProgress };
    if (kind === 'parquet') return loadParquet(session, file, request, this.#formats, listener);
    const { csv, warnings } = await this.#conversions.of(file, kind, request.shape.sheet, listener);
    const report = await loadText(session, asText(file, csv), { ...request, shape: { ...request.shape, ...CONVERTED } }, onProgress);
    return { ...report, warnings: [...warnings, ...report.warnings] };
  }
}

/** How our own conversions are written. */
const CONVERTED = { encoding: 'utf-8', delimiter: ',', quote: '"' } as const satisfies Partial<TextShape>;

function asText(file: File, csv: Blob): File {
  return new File([csv], file.name, { type: 'text/csv' });
}

async function firstBytesOf(file: File): Promise<FirstBytes> {
  if (file.size === 0) throw unreadable('empty');
  return kindOf(new Uint8Array(await file.slice(0, 4_096).arrayBuffer()));
}

/** Archives were opened when the file was added: a zip that comes here is a workbook. */
async function readableKind(file: File): Promise<FileKind> {
  const kind = await firstBytesOf(file);
  if (kind === 'zip') return 'xlsx';
  if (kind === 'gzip') throw unreadable('kind:archive');
  if (isFileKind(kind)) return kind;
  throw unreadable(kind);
}

function isFileKind(kind: FirstBytes): kind is FileKind {
  return !kind.startsWith('kind:');
}
