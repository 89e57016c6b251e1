import { tableFromArrays, tableFromIPC, tableToIPC, Type, type Field, type Table, type Timestamp } from 'apache-arrow';
import type { Columns, RowOf } from './query.ts';

/** A decoded result. Kept as Arrow; turned into objects only where it is small. */
export interface ResultTable {
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The value at a row and column: text, number, boolean, Date (UTC) or null. */
  at(row: number, column: number): unknown;
}

/** A column without parts: a field of a schema, or of a record in it. */
export interface ArrowLeaf {
  /** The names that lead to it, the column's first. */
  readonly path: readonly string[];
  readonly type: string;
  readonly holds: 'text' | 'number' | 'float' | 'timestamp' | 'date' | 'binary' | 'list' | 'other';
  /** The time zone of moments, null for what a clock on the wall shows. */
  readonly zone: string | null;
}

/** The columns of an Arrow IPC stream, records taken apart. */
export function leavesOf(bytes: Uint8Array): ArrowLeaf[] {
  const below = (path: readonly string[], field: Field): ArrowLeaf[] => {
    const own = [...path, field.name];
    if (field.typeId === Type.Struct && field.type.children.length > 0)
      return (field.type.children as Field[]).flatMap((child) => below(own, child));
    const zone = field.typeId === Type.Timestamp ? (field.type as Timestamp).timezone : null;
    return [{ path: own, type: String(field.type), holds: HOLDS[field.typeId as Type] ?? 'other', zone: zone ? zone : null }];
  };
  return tableFromIPC(bytes).schema.fields.flatMap((field) => below([], field));
}

const HOLDS: Partial<Record<Type, ArrowLeaf['holds']>> = {
  [Type.Utf8]: 'text',
  [Type.LargeUtf8]: 'text',
  [Type.Dictionary]: 'text',
  [Type.Int]: 'number',
  [Type.Decimal]: 'number',
  [Type.Float]: 'float',
  [Type.Timestamp]: 'timestamp',
  [Type.Date]: 'date',
  [Type.Binary]: 'binary',
  [Type.LargeBinary]: 'binary',
  [Type.FixedSizeBinary]: 'binary',
  [Type.List]: 'list',
  [Type.FixedSizeList]: 'list',
  [Type.Map]: 'list'
};

/** Decodes an Arrow IPC stream. */
export function decode(bytes: Uint8Array): ResultTable {
  const table: Table = tableFromIPC(bytes);
  const fields = table.schema.fields;
  const vectors = fields.map((_, index) => table.getChildAt(index));
  const readers = fields.map((field) => readerOf(field.typeId));
  return {
    rows: table.numRows,
    columns: fields.map((field) => ({ name: field.name, type: String(field.type) })),
    at: (row, column) => {
      const value: unknown = vectors[column]?.get(row);
      return value === null || value === undefined ? null : (readers[column]?.(value) ?? null);
    }
  };
}

/** Columns of numbers by name, all of one length; NaN where there is none. */
export type Numbers = Readonly<Record<string, Float64Array>>;

/** The columns of an Arrow IPC stream as numbers: days and moments in milliseconds since 1970, false and true as 0 and 1. */
export function numbersOf(bytes: Uint8Array): Numbers {
  const table = tableFromIPC(bytes);
  return Object.fromEntries(
    table.schema.fields.map((field, place) => {
      const vector = table.getChildAt(place);
      const numbers = new Float64Array(table.numRows);
      if (vector && field.typeId === Type.Float && vector.nullCount === 0) numbers.set(vector.toArray() as Float64Array);
      else for (let row = 0; row < table.numRows; row += 1) numbers[row] = numberOf(vector?.get(row));
      return [field.name, numbers];
    })
  );
}

function numberOf(value: unknown): number {
  return value === null || value === undefined ? NaN : Number(value);
}

/** Columns of numbers as an Arrow IPC stream. */
export function encodeNumbers(columns: Numbers): Uint8Array {
  return tableToIPC(tableFromArrays(columns), 'stream');
}

function readerOf(typeId: Type): (value: unknown) => unknown {
  // Arrow hands dates and timestamps out as milliseconds since 1970, whatever their unit.
  if (typeId === Type.Date || typeId === Type.Timestamp) return (value) => new Date(Number(value));
  return (value) => {
    if (typeof value === 'bigint') return Number(value);
    if (typeof value === 'object' && value !== null && Symbol.iterator in value) return [...(value as Iterable<unknown>)];
    return value;
  };
}

/** Rows as plain objects with the promised columns, in order; for results of a few thousand rows. */
export function rowsOf<C extends Columns>(table: ResultTable, columns: C): RowOf<C>[] {
  const names = Object.keys(columns);
  const places = names.map((name) => {
    const place = table.columns.findIndex((column) => column.name === name);
    if (place < 0) throw new TypeError(`the result has no column ${name}`);
    return place;
  });
  return Array.from({ length: table.rows }, (_, row) => {
    const object: Record<string, unknown> = {};
    names.forEach((name, index) => {
      const value = table.at(row, places[index] ?? 0);
      if (value === null && !columns[name]?.endsWith('?')) throw new TypeError(`${name} is null in row ${row}, against its promise`);
      object[name] = value;
    });
    return object as RowOf<C>;
  });
}
