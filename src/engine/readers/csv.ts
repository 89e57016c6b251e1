import { sketchText } from './csv-sketch.ts';
import { loadText } from './csv-load.ts';
import { foreignKind } from './file-kind.ts';
import type { Reader } from './reader.ts';

/** Text tables: CSV, TSV and their like, in any encoding. */
export const csvReader: Reader = {
  recognises: (bytes) => foreignKind(bytes) === null,
  sketch: sketchText,
  load: loadText
};
