import { readXlsx } from 'hucre/xlsx';
import { ParquetFile } from 'parquet-wasm/esm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decode } from '../../../src/engine/arrow.ts';
import type { WrittenFile, WrittenRows } from '../../../src/engine/formats/write-request.ts';
import { startEngine } from '../engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const columns: WrittenFile['columns'] = [
  { id: 'customer_id', label: '客户', kind: 'text' },
  { id: 'orders', label: 'Orders', kind: 'integer' },
  { id: 'revenue', label: 'Revenue', kind: 'money' },
  { id: 'share', label: 'Share', kind: 'percent' },
  { id: 'last_day', label: 'Last day', kind: 'date' },
  { id: 'cohort', label: 'Cohort', kind: 'month' },
  { id: 'is_new', label: 'New', kind: 'boolean' }
];
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const cells = [
  ['=1+1', 3, 12.5, 1 / 3, day('2024-02-29'), day('2024-02-01'), true],
  ['20230000000000000001', -1, 0.1 + 0.2, null, day('1899-12-31'), null, false],
  ['a_x0041_ <b> & "c"\u0001\r\n 甲', null, null, 1, null, null, null]
];
const notes = [
  ['Definition', 'Customers & <orders>'],
  ['SQL', 'select 1\n'.repeat(8_000)]
] as const;
const write = (format: WrittenFile['format'], rows: WrittenRows, of = columns) =>
  engine.write('w', { format, columns: of, sheets: ['List [1]', 'About'], notes }, rows, () => undefined);

test('a workbook holds text as text, numbers, percents, dates, and the notes on a sheet of their own', async () => {
  const blob = await write('xlsx', { cells });
  const book = await readXlsx(new Uint8Array(await blob.arrayBuffer()));
  expect(book.sheets.map(({ name }) => name)).toEqual(['List 1', 'About']);
  const [rows, about] = book.sheets.map((sheet) => sheet.rows);
  expect(rows?.[0]).toEqual(columns.map(({ label }) => label));
  expect(rows?.[1]).toEqual(['=1+1', 3, 12.5, 1 / 3, day('2024-02-29'), day('2024-02-01'), true]);
  expect(rows?.[2]?.slice(0, 5)).toEqual(['20230000000000000001', -1, 0.1 + 0.2, null, '1899-12-31']);
  expect(String(rows?.[3]?.[0])).toMatch(/^a_x0041_ <b> & "c".*甲$/s);
  expect(about?.[0]).toEqual(['Definition', 'Customers & <orders>']);
  expect(
    about
      ?.slice(1)
      .map(([, text]) => text)
      .join('')
  ).toBe(notes[1][1]);
});

test('our own reader takes what was written, cell for cell', async () => {
  const blob = await write('xlsx', { cells });
  const file = new File([blob], 'list.xlsx');
  const sketch = await engine.sketch('s', file, { sheet: 0 });
  expect(sketch.columns).toEqual(columns.map(({ label }) => label));
  expect(sketch.sample[0]).toEqual(['=1+1', '3', '12.5', String(1 / 3), '2024-02-29', '2024-02-01', 'TRUE']);
  expect(sketch.sample[1]?.[0]).toBe('20230000000000000001');
});

test('Parquet keeps every value and its type', async () => {
  const blob = await write('parquet', { cells });
  const file = await ParquetFile.fromFile(blob);
  expect(file.metadata().fileMetadata().keyValueMetadata().get('Definition')).toBe('Customers & <orders>');
  const table = decode((await file.read()).intoIPCStream());
  expect(table.columns.map(({ name, type }) => [name, type])).toEqual([
    ['customer_id', 'Utf8'],
    ['orders', 'Int32'],
    ['revenue', 'Float64'],
    ['share', 'Float64'],
    ['last_day', 'Date32<DAY>'],
    ['cohort', 'Date32<DAY>'],
    ['is_new', 'Bool']
  ]);
  expect(cells.map((_, row) => columns.map((_column, column) => table.at(row, column)))).toEqual(cells);
});

test('rows of a statement are written in their order, codes by their words', async () => {
  const total = 25_000;
  const sql = `with n as (select cast(a.n * 500 + b.n as integer) as n from (select unnest(range(50)) as n) a, (select unnest(range(500)) as n) b)
    select 'k' || n as id, case when n % 2 = 0 then 'even' else 'odd' end as code, n / 4 as part from n order by n desc`;
  const of: WrittenFile['columns'] = [
    { id: 'id', label: 'Id', kind: 'text' },
    { id: 'code', label: 'Code', kind: 'text', words: { even: "it's even" } },
    { id: 'part', label: 'Part', kind: 'number' }
  ];
  const expected = (row: number) => [`k${total - 1 - row}`, (total - 1 - row) % 2 === 0 ? "it's even" : 'odd', (total - 1 - row) / 4];
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await write('csv', { sql }, of)).arrayBuffer());
  const lines = csv.trimEnd().split('\r\n');
  expect([lines.length, lines[0]]).toEqual([total + 1, '\ufeffid,code,part']);
  expect(lines.slice(1).every((line, row) => line === expected(row).join(','))).toBe(true);
  const book = await readXlsx(new Uint8Array(await (await write('xlsx', { sql }, of)).arrayBuffer()));
  expect(book.sheets[0]?.rows.length).toBe(total + 1);
  expect(book.sheets[0]?.rows.slice(1).every((row, at) => JSON.stringify(row) === JSON.stringify(expected(at)))).toBe(true);
  const table = decode((await (await ParquetFile.fromFile(await write('parquet', { sql }, of))).read()).intoIPCStream());
  expect(table.rows).toBe(total);
  expect([0, 1, total - 1].map((row) => [0, 1, 2].map((column) => table.at(row, column)))).toEqual([0, 1, total - 1].map(expected));
});

test.each(['csv', 'xlsx', 'parquet'] as const)('a %s without rows is a header', async (format) => {
  const blob = await write(format, { cells: [] });
  if (format === 'csv') expect(await blob.text()).toBe(`${columns.map(({ id }) => id).join(',')}\r\n`);
  else if (format === 'xlsx') expect((await readXlsx(new Uint8Array(await blob.arrayBuffer()))).sheets[0]?.rows.length).toBe(1);
  else expect((await ParquetFile.fromFile(blob)).metadata().fileMetadata().numRows()).toBe(0);
});

test('writing stops when it is cancelled', async () => {
  const sql = 'select n as id from (select unnest(range(200000)) as n)';
  const writing = engine.write(
    'stop',
    { format: 'xlsx', columns: [{ id: 'id', label: 'Id', kind: 'integer' }], sheets: ['a', 'b'], notes: [] },
    { sql },
    () => void engine.cancel('stop')
  );
  await expect(writing).rejects.toMatchObject({ fault: 'cancelled' });
});
