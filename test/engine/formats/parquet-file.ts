import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tableToIPC, Table as ArrowTable, type Vector } from 'apache-arrow';
import { Compression, initSync, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm/esm';

/** A Parquet file of these columns. */
export function parquetFile(
  columns: Readonly<Record<string, Vector>>,
  options: { name?: string; codec?: Compression; groupRows?: number; dictionary?: boolean } = {}
): File {
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')) });
  const properties = new WriterPropertiesBuilder()
    .setCompression(options.codec ?? Compression.ZSTD)
    .setDictionaryEnabled(options.dictionary ?? true)
    .setMaxRowGroupSize(options.groupRows ?? 1_000_000)
    .build();
  const bytes = writeParquet(Table.fromIPCStream(tableToIPC(new ArrowTable({ ...columns }), 'stream')), properties);
  return new File([bytes as Uint8Array<ArrayBuffer>], options.name ?? 'orders.parquet');
}
