/** Reads what is not text: workbooks, web pages, JSON, archives. Started by the engine's worker from a blob, so
 *  that it inherits the page's policy; gives up the network before it does anything else. */
import { expose } from 'comlink';
import type { RequestRecord } from './engine/contract.ts';
import { formatsHere } from './engine/formats/formats.ts';
import { parquetLibrary } from './engine/formats/parquet-library.ts';
import type { Listener } from './engine/formats/format-service.ts';
import { refuseNetwork } from './engine/no-network.ts';
import { movedBytes, teachErrors, type FormatsEndpoint } from './engine/wire.ts';

const refused = refuseNetwork(self, 'formats worker');
teachErrors();

// Whoever waits no longer ends this worker.
const listening = (heard: Listener['heard']): Listener => ({ heard, signal: new AbortController().signal });

const endpoint: FormatsEndpoint = {
  convert: (file, kind, table, heard) => formatsHere.convert(file, kind, table, listening(heard)),
  expand: (file, heard) => formatsHere.expand(file, listening(heard)),
  outline: (file, heard) => formatsHere.outline(file, listening(heard)),
  rows: (file, columns, take, heard) => formatsHere.rows(file, columns, (piece, rows) => take(movedBytes(piece), rows), listening(heard)),
  write: (rows, file, heard) => formatsHere.write(rows, file, listening(heard)),
  takeParquet: (wasm) => parquetLibrary.take(() => Promise.resolve(wasm)),
  requests: () => [
    ...performance.getEntriesByType('resource').map((entry): RequestRecord => ({
      url: entry.name,
      from: 'formats worker',
      at: entry.startTime,
      bytes: (entry as PerformanceResourceTiming).transferSize,
      refused: false
    })),
    ...refused
  ]
};
expose(endpoint);
// Messages sent before this are lost.
postMessage('listening');
