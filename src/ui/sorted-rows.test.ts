import { describe, expect, it } from 'vitest';
import { sortedRows } from './sorted-rows.ts';
import type { TableModel } from './table-model.ts';

const table: TableModel = {
  columns: [
    { id: 'name', label: 'Name', kind: 'text' },
    { id: 'n', label: 'n', kind: 'integer' }
  ],
  rows: [
    ['b', 2],
    ['a', null],
    ['c', 10],
    ['d', 2]
  ]
};

describe('sorted rows', () => {
  it('stand as they came when no order is asked for', () => {
    expect(sortedRows(table, null)).toEqual([0, 1, 2, 3]);
  });
  it('keep the order of ties, up and down', () => {
    expect(sortedRows(table, { column: 1, isDescending: false })).toEqual([0, 3, 2, 1]);
    expect(sortedRows(table, { column: 1, isDescending: true })).toEqual([2, 0, 3, 1]);
  });
  it('put missing values last either way', () => {
    for (const isDescending of [true, false]) expect(sortedRows(table, { column: 1, isDescending }).at(-1)).toBe(1);
  });
});
