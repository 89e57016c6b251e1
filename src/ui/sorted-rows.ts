import type { Cell, TableModel } from './table-model.ts';

export interface Sorting {
  readonly column: number;
  readonly isDescending: boolean;
}

/** The places of the rows in the order asked for; rows without a value come last, ties keep their order. */
export function sortedRows(table: TableModel, sorting: Sorting | null): number[] {
  const places = table.rows.map((_, place) => place);
  if (sorting === null) return places;
  const { column, isDescending } = sorting;
  const valueAt = (place: number): Cell => table.rows[place]?.[column] ?? null;
  return places.sort((a, b) => {
    const [left, right] = [valueAt(a), valueAt(b)];
    if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0) || a - b;
    const order = compare(left, right);
    return (isDescending ? -order : order) || a - b;
  });
}

function compare(left: Exclude<Cell, null>, right: Exclude<Cell, null>): number {
  if (typeof left === 'string' && typeof right === 'string') return left.localeCompare(right, undefined, { numeric: true });
  return Number(left) - Number(right);
}
