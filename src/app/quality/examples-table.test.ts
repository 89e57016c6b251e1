import { expect, test } from 'vitest';
import type { TableModel } from '../../ui/table-model.ts';
import { examplesOf } from './examples-table.ts';

test('leaves out what says nothing, and names our own columns', () => {
  const table: TableModel = {
    columns: ['reason', 'file', 'data_row', 'line', 'who'].map((id) => ({ id, label: id, kind: 'text' })),
    rows: [
      ['unpaid', 'a.csv', 3, null, 'x'],
      ['unpaid', 'a.csv', 5, null, '']
    ]
  };
  const shown = examplesOf(table, { data_row: 'Data row' });
  expect(shown.columns.map(({ label }) => label)).toEqual(['Data row', 'who']);
  expect(shown.rows).toEqual([
    [3, 'x'],
    [5, '']
  ]);
});
