import { decode } from '../arrow.ts';
import type { FileSketch, TextShape } from '../contract.ts';
import type { Session } from '../duckdb.ts';
import { unreadable } from '../readers/unreadable.ts';
import type { FormatService, Listener, ParquetOutline } from './format-service.ts';
import { LIMITS } from './limits.ts';
import { insertPiece, parquetColumns, shiftsOf, textSql } from './parquet-columns.ts';

const HEAD = 'parquet_head';

/** A Parquet file is a table already: this stands where a text says how it is cut. */
const SHAPE: TextShape = {
  sheet: 0,
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  headerLine: 1,
  hasDescriptionRow: false,
  trimsOutsideRows: false
};

/** The columns of a Parquet file and its first rows as text. Rejects with `unreadable-file`. */
export async function sketchParquet(
  file: File,
  formats: FormatService,
  listener: Listener,
  withSession: (work: (session: Session) => Promise<FileSketch>) => Promise<FileSketch>
): Promise<FileSketch> {
  const outline = await formats.outline(file, listener);
  return withSession((session) => sketchOf(session, file, outline));
}

async function sketchOf(session: Session, file: File, outline: ParquetOutline): Promise<FileSketch> {
  const columns = parquetColumns(outline.schema);
  if (columns.length > LIMITS.columns) throw unreadable('too-many-columns', { columns: LIMITS.columns });
  await session.tidyUp(`drop table if exists ${HEAD}`);
  try {
    await insertPiece(session, outline.head, HEAD);
    const shifts = await shiftsOf(session, columns, HEAD);
    const cells = columns.map(({ leaf }, place) => `coalesce(${textSql(leaf, shifts[place] ?? '')}, '') as c${place}`);
    const head = decode((await session.run(`select ${cells.join(', ')} from ${HEAD}`)).bytes);
    return {
      name: file.name,
      bytes: file.size,
      kind: 'parquet',
      tables: [{ name: '', rows: outline.rows }],
      shape: SHAPE,
      encodings: ['utf-8'],
      columns: columns.map(({ name }) => name),
      sample: Array.from({ length: head.rows }, (_, row) => columns.map((_column, column) => String(head.at(row, column) ?? ''))),
      outside: [],
      estimatedRows: outline.rows
    };
  } finally {
    await session.tidyUp(`drop table if exists ${HEAD}`);
  }
}
