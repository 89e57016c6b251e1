import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Census } from './census.ts';

const PLAIN = /^(?:[0-9]|[A-Za-z][A-Za-z_.#/-]*[0-9])[0-9A-Za-z_.#/-]*$/;
const id = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 1, max: 40 }).map((n) => `O-${n}`) },
  { weight: 1, arbitrary: fc.constantFrom('', 'abc', '-1', '订单1', '=1', 'A 1', 'n/a', '9', 'x_1/2#3') }
);

function watchedOf(lines: readonly string[], column: number, chunk: number, breaks: string) {
  const bytes = new TextEncoder().encode(['x,id,y', ...lines].join(breaks) + breaks);
  const census = new Census({
    cut: { delimiter: ',', quote: '"' },
    columns: 3,
    headerLine: 1,
    hasDescriptionRow: false,
    trimsOutsideRows: true,
    countsReplaced: false,
    watch: column
  });
  let at = 0;
  for (let size = chunk; at < bytes.length;) {
    const isLast = at + size >= bytes.length;
    const { used } = census.take(bytes.subarray(at, at + size), isLast);
    at += used;
    size = used === 0 ? size * 2 : chunk;
    if (isLast && at >= bytes.length) break;
  }
  return { rows: census.ledger.rows, watched: census.watched };
}

test('the rows of repeated ids are told exactly, wherever the column stands and the file is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(id, fc.boolean()), { minLength: 1, maxLength: 60 }),
      fc.constantFrom(0, 1, 2),
      fc.integer({ min: 8, max: 300 }),
      fc.constantFrom('\n', '\r\n'),
      (cells, column, chunk, breaks) => {
        const lines = cells.map(([cell, isQuoted]) => {
          const record = ['k', 'k', 'k'];
          record[column] = isQuoted ? `"${cell}"` : cell;
          return record.join(',');
        });
        const { rows, watched } = watchedOf(lines, column, chunk, breaks);
        const ids = cells.map(([cell]) => cell);
        const isPlain = ids.every((cell) => cell === '' || PLAIN.test(cell));
        expect(rows).toBe(cells.length);
        expect(watched?.isPlain).toBe(isPlain);
        const repeated = ids.flatMap((cell, row) => (cell !== '' && ids.filter((other) => other === cell).length > 1 ? [row] : []));
        expect(watched?.rows && [...watched.rows]).toEqual(isPlain ? repeated : null);
      }
    )
  );
});

test('rows count as the database counts them, also where records are left out or written anew', () => {
  const { rows, watched } = watchedOf(['a,O1,b', '', '总计,3,', 'a,O2', 'a,O1,b', 'x,id,y', 'a,O2,c'], 1, 1000, '\n');
  expect(rows).toBe(4);
  expect([...(watched?.rows ?? [])]).toEqual([0, 1, 2, 3]);
});

test('the places of many rows are given up rather than kept', () => {
  const lines = Array.from({ length: 210_000 }, (_, row) => `a,O${row % 7},b`);
  const { watched } = watchedOf(lines, 1, 1 << 20, '\n');
  expect(watched).toEqual({ column: 1, isPlain: true, rows: null });
});
