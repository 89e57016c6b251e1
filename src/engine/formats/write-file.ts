import { Compression, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm/esm';
import { decode } from '../arrow.ts';
import { EngineError } from '../contract.ts';
import type { Listener } from './format-service.ts';
import { parquetLibrary } from './parquet-library.ts';
import { csvHeader, csvLine } from './write-csv.ts';
import type { WrittenCell, WrittenFile } from './write-request.ts';
import { writeXlsx, type RowReader } from './write-xlsx.ts';

const CSV_ROWS = 5_000;
const TELL_EVERY = 10_000;

/** A file of the rows in an Arrow stream, whose columns are the file's. Rejects with `cancelled` once the signal is aborted. */
export async function writeFile(rows: Uint8Array, file: WrittenFile, { signal, heard }: Listener): Promise<Blob> {
  if (file.format === 'parquet') return parquetOf(rows, file);
  const table = decode(rows);
  const reader: RowReader = { rows: table.rows, at: (row, column) => table.at(row, column) as WrittenCell };
  let told = 0;
  const tick = (written: number) => {
    if (signal.aborted) throw new EngineError({ fault: 'cancelled', message: 'cancelled' });
    if (written - told < TELL_EVERY && written < table.rows) return;
    told = written;
    heard({ stage: 'build', rows: written, share: table.rows > 0 ? written / table.rows : 1 });
  };
  return file.format === 'xlsx' ? writeXlsx(file, reader, tick) : csvOf(file, reader, tick);
}

/** UTF-8 with a byte order mark, so that Excel reads Chinese. */
function csvOf({ columns }: WrittenFile, reader: RowReader, tick: (rows: number) => void): Blob {
  const parts: Blob[] = [new Blob(['\ufeff', csvHeader(columns)])];
  for (let from = 0; from < reader.rows; from += CSV_ROWS) {
    const to = Math.min(reader.rows, from + CSV_ROWS);
    let text = '';
    for (let row = from; row < to; row++) text += csvLine(columns.map((_, column) => reader.at(row, column)));
    parts.push(new Blob([text]));
    tick(to);
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

async function parquetOf(rows: Uint8Array, { notes }: WrittenFile): Promise<Blob> {
  await parquetLibrary.ready();
  const properties = new WriterPropertiesBuilder()
    .setCompression(Compression.ZSTD)
    .setMaxRowGroupSize(122_880)
    .setCreatedBy('Regulars')
    .setKeyValueMetadata(new Map(notes.map(([what, text]) => [what, text])))
    .build();
  const bytes = writeParquet(Table.fromIPCStream(rows), properties);
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/vnd.apache.parquet' });
}
