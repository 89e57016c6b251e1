import { ParquetFile, type ParquetMetaData } from 'parquet-wasm/esm';
import { EngineError } from '../contract.ts';
import { unreadable } from '../readers/unreadable.ts';
import type { Listener, ParquetOutline, TakePiece } from './format-service.ts';
import { LIMITS } from './limits.ts';
import { parquetLibrary } from './parquet-library.ts';
import { Progress } from './progress.ts';

/** Rows shown before a file is loaded. */
const HEAD_ROWS = 200;
/** Row groups are read together up to so many, and while they hold no more than so many rows and bytes. */
const GROUPS = 4;
const PIECE_ROWS = 500_000;
const PIECE_BYTES = 256 * 1024 ** 2;
/** A row group beyond this is read in batches of `BATCH_ROWS`, so that it is never whole in memory. */
const LARGE_GROUP_ROWS = 2 * 1024 ** 2;
const BATCH_ROWS = 122_880;

/** The schema and the first rows of a Parquet file. Rejects with `unreadable-file`. */
export async function outlineParquet(file: File, { signal }: Listener): Promise<ParquetOutline> {
  return guarded(async () => {
    const { parquet, metadata, rows } = await opened(file);
    const groups: number[] = [];
    for (let group = 0, held = 0; group < metadata.numRowGroups() && held < HEAD_ROWS; group++) {
      groups.push(group);
      held += metadata.rowGroup(group).numRows();
    }
    const schema = parquet.schema().intoIPCStream();
    const head = await parquet.read({ rowGroups: groups, limit: HEAD_ROWS, batchSize: HEAD_ROWS });
    checkWanted(signal);
    return { rows, schema, head: head.intoIPCStream() };
  });
}

/** Hands the rows of these top columns to `take` in the order of the file, the next ones being read while it works. */
export async function readParquet(file: File, columns: readonly string[], take: TakePiece, listener: Listener): Promise<void> {
  await guarded(async () => {
    const { parquet, metadata, rows } = await opened(file);
    const wanted = projection(metadata, columns);
    const progress = new Progress(listener, rows);
    let arrived = 0;
    let taking: Promise<boolean> = Promise.resolve(true);
    for await (const { bytes, rows: count } of pieces(parquet, metadata, wanted)) {
      arrived += count;
      if (arrived > rows) throw unreadable('damaged');
      progress.rows(arrived);
      progress.read(count);
      if (!(await taking)) return;
      taking = take(bytes, count);
      taking.catch(() => undefined); // told by the await above, or below
    }
    if (await taking) checkCount(arrived, rows);
  });
}

function checkCount(arrived: number, rows: number): void {
  if (arrived !== rows) throw unreadable('damaged');
}

function checkWanted(signal: AbortSignal): void {
  if (signal.aborted) throw new EngineError({ fault: 'cancelled', message: 'cancelled' });
}

interface Opened {
  readonly parquet: ParquetFile;
  readonly metadata: ParquetMetaData;
  readonly rows: number;
}

async function opened(file: File): Promise<Opened> {
  const end = new Uint8Array(await file.slice(-4).arrayBuffer());
  // An encrypted footer is signed otherwise.
  if (String.fromCharCode(...end) === 'PARE') throw unreadable('encrypted');
  const length = new DataView(await file.slice(-8, -4).arrayBuffer());
  if (String.fromCharCode(...end) !== 'PAR1' || file.size < 12 || length.getUint32(0, true) > file.size - 12) throw unreadable('damaged');
  await parquetLibrary.ready();
  const parquet = await ParquetFile.fromFile(file);
  const metadata = parquet.metadata();
  const rows = metadata.fileMetadata().numRows();
  if (rows > LIMITS.parquetRows) throw unreadable('too-many-rows', { rows: LIMITS.parquetRows });
  if (rows === 0 || metadata.numRowGroups() === 0) throw unreadable('header-only');
  checkSums(metadata, file.size, rows);
  return { parquet, metadata, rows };
}

/** What the footer says must fit together, before anything is read by it. */
function checkSums(metadata: ParquetMetaData, size: number, rows: number): void {
  let counted = 0;
  let packed = 0;
  for (let group = 0; group < metadata.numRowGroups(); group++) {
    counted += metadata.rowGroup(group).numRows();
    packed += metadata.rowGroup(group).compressedSize();
  }
  if (counted !== rows || packed > size) throw unreadable('damaged');
}

/** The columns as the library may be asked for them; undefined for all of them. */
function projection(metadata: ParquetMetaData, columns: readonly string[]): string[] | undefined {
  const paths = metadata
    .rowGroup(0)
    .columns()
    .map((column) => column.columnPath());
  const tops = new Set(paths.map(([top = '']) => top));
  // The library looks at the letter behind a name and counts it in bytes: a name that begins another stops it.
  const isMistakable = columns.some((name) => paths.some((path) => path.join('.') !== name && path.join('.').startsWith(name)));
  return isMistakable || columns.length === tops.size ? undefined : [...columns];
}

interface Piece {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

async function* pieces(parquet: ParquetFile, metadata: ParquetMetaData, columns: string[] | undefined): AsyncGenerator<Piece> {
  const projected = columns ? { columns } : {};
  let groups: number[] = [];
  let rows = 0;
  let bytes = 0;
  const together = async (): Promise<Piece> => {
    const table = await parquet.read({ ...projected, rowGroups: groups, batchSize: BATCH_ROWS });
    const piece = { bytes: table.intoIPCStream(), rows };
    groups = [];
    rows = bytes = 0;
    return piece;
  };
  for (let group = 0; group < metadata.numRowGroups(); group++) {
    const { numRows, totalByteSize } = sizeOf(metadata, group);
    const isFull = groups.length === GROUPS || rows + numRows > PIECE_ROWS || bytes + totalByteSize > PIECE_BYTES;
    if (groups.length > 0 && isFull) yield await together();
    if (numRows > LARGE_GROUP_ROWS || totalByteSize > PIECE_BYTES * 2) {
      yield* batches(parquet, { ...projected, rowGroups: [group], batchSize: BATCH_ROWS });
      continue;
    }
    groups.push(group);
    rows += numRows;
    bytes += totalByteSize;
  }
  if (groups.length > 0) yield await together();
}

async function* batches(parquet: ParquetFile, options: Parameters<ParquetFile['stream']>[0]): AsyncGenerator<Piece> {
  const reader = (await parquet.stream(options)).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const batch = value as { numRows: number; intoIPCStream(): Uint8Array };
    const rows = batch.numRows;
    yield { bytes: batch.intoIPCStream(), rows };
  }
}

function sizeOf(metadata: ParquetMetaData, group: number): { numRows: number; totalByteSize: number } {
  const found = metadata.rowGroup(group);
  return { numRows: found.numRows(), totalByteSize: found.totalByteSize() };
}

/** Errors of the library as refusals. One that stopped its WebAssembly may have run out of memory as well. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EngineError) throw error;
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) throw unreadable('parquet-failed');
    throw unreadable('damaged');
  }
}
