import { expect, test } from 'vitest';
import type { ResultTable } from '../../engine/arrow.ts';
import { tableOf } from './result-table.ts';

const result = (columns: Record<string, string>, rows: unknown[][]): ResultTable => ({
  rows: rows.length,
  columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
  at: (row, column) => rows[row]?.[column] ?? null
});

test('tells counts from fractions, days from moments', () => {
  const table = tableOf(
    result({ n: 'Float64', share: 'Float64', day: 'Date32<DAY>', at: 'Timestamp<MICROSECOND>', who: 'Utf8', yes: 'Bool' }, [
      [null, null, null, null, null, null],
      [3, 0.5, new Date('2024-01-02'), new Date('2024-01-02T03:04:05Z'), '001', true]
    ])
  );
  expect(table.columns.map((column) => column.kind)).toEqual(['integer', 'number', 'date', 'text', 'text', 'boolean']);
  expect(table.rows[1]).toEqual([3, 0.5, new Date('2024-01-02'), '2024-01-02 03:04:05', '001', true]);
});

test('shows lists and records as text', () => {
  expect(tableOf(result({ list: 'List<Int32>' }, [[[1, 2]]])).rows).toEqual([['[1,2]']]);
});

test('keeps two columns of one name apart', () => {
  const twice: ResultTable = {
    rows: 1,
    columns: [
      { name: 'a', type: 'Int32' },
      { name: 'a', type: 'Int32' }
    ],
    at: (_row, column) => column
  };
  expect(tableOf(twice).columns.map(({ id, label }) => [id, label])).toEqual([
    ['a', 'a'],
    ['a (2)', 'a']
  ]);
});
