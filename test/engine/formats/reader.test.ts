import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LoadProgress, TextShape } from '../../../src/engine/contract.ts';
import { rows, startEngine } from '../engine.ts';
import { sheetRow, workbookFile } from './workbook-file.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

async function taken(file: File, override?: Partial<TextShape>) {
  const sketch = await engine.sketch('s', file, override);
  const columns = sketch.columns.map((name) => ({ name, read: 'text' as const }));
  const report = await engine.load('l', file, { table: 'raw', shape: sketch.shape, columns }, () => undefined);
  return { sketch, report, cells: await rows(engine, 'select * from raw order by rowid limit 100') };
}

const orders = [
  ['店铺订单报表'],
  [],
  ['订单号', '买家会员名', '付款时间', '实付金额'],
  ['1930681000000000001', '甲', '<c r="C4" s="1"><v>46053.545138888891</v></c>', 12.5],
  ['1930681000000000002', '乙', '<c r="D5" t="e"><v>#N/A</v></c>'],
  ['合计', null, null, 12.5]
] as const;
const book = () =>
  workbookFile({
    formats: ['yyyy-mm-dd hh:mm'],
    sheets: [
      { name: '说明', rows: sheetRow(1, ['字段', '含义']) + sheetRow(2, ['订单号', '平台编号']) },
      { name: '订单', rows: orders.map((cells, row) => sheetRow(row + 1, cells)).join('') }
    ]
  });

test('a sheet goes the way of a text: titles, header and totals are found, and the books balance', async () => {
  const { sketch, report, cells } = await taken(book());
  expect(sketch).toMatchObject({ kind: 'xlsx', columns: ['订单号', '买家会员名', '付款时间', '实付金额'] });
  expect(sketch.tables).toEqual([
    { name: '说明', rows: null },
    { name: '订单', rows: 5 }
  ]);
  expect(sketch.shape).toMatchObject({ sheet: 1, encoding: 'utf-8', headerLine: 3 });
  expect(cells).toEqual([
    ['1930681000000000001', '甲', '2026-01-31 13:05:00', '12.5'],
    ['1930681000000000002', '乙', null, null]
  ]);
  expect(report).toMatchObject({ rows: 2, outsideCount: 3, rejectedCount: 0, lines: 6 });
  expect(report.outside).toContainEqual({ line: 6, kind: 'total', text: '合计,,,12.5' });
  expect(report.warnings).toEqual([{ kind: 'error-cell', line: 5, count: 1 }]);
});

test('another sheet has its own header, whatever the header of the first was', async () => {
  const { shape } = await engine.sketch('s', book());
  const { sketch, cells } = await taken(book(), { ...shape, sheet: 0, headerLine: undefined, hasDescriptionRow: undefined });
  expect(sketch.shape).toMatchObject({ sheet: 0, headerLine: 1 });
  expect(cells).toEqual([['订单号', '平台编号']]);
});

test('every format says what it is, and loads as many rows as it showed', async () => {
  const json = JSON.stringify([{ 2025: 1, b: { c: 'x' } }, { 2025: 2 }]);
  const html = '<table><tr><td>a<td>b<tr><td>1<td>2<tr><td>3<td>4</table>';
  const files = [
    new File([json], 'a.json'),
    new File(['{"a":1,"b":2}\n{"a":3,"b":4}\n'], 'a.csv'),
    new File([html], 'a.xls'),
    new File(['a,b\n1,2\n3,4\n'], 'a.xls')
  ];
  const found = [];
  for (const file of files) {
    const { sketch, report } = await taken(file);
    found.push([sketch.kind, sketch.columns, report.rows]);
  }
  expect(found).toEqual([
    ['json', ['2025', 'b.c'], 2],
    ['ndjson', ['a', 'b'], 2],
    ['html', ['a', 'b'], 2],
    ['text', ['a', 'b'], 2]
  ]);
});

test('files that differ in one cell are told apart, though their names, sizes and times are the same', async () => {
  const file = (amount: number) => new File([`[{"id":"a","amount":${amount}}]`], 'a.json', { lastModified: 1 });
  expect((await taken(file(1))).cells).toEqual([['a', '1']]);
  expect((await taken(file(2))).cells).toEqual([['a', '2']]);
});

test('a conversion tells its rows on the way, and ends when its job is cancelled', async () => {
  const line = `{"order_id":"1","amount":2,"note":"${'x'.repeat(200)}"}\n`;
  const file = new File([line.repeat(200_000)], 'large.ndjson');
  const heard: LoadProgress[] = [];
  const sketching = engine.sketch('long', file, undefined, (progress) => {
    heard.push(progress);
    if (progress.rows > 0) void engine.cancel('long');
  });
  await expect(sketching).rejects.toMatchObject({ fault: 'cancelled' });
  expect(heard.at(-1)?.rows).toBeGreaterThan(0);
  expect(heard.at(-1)?.rows).toBeLessThan(200_000);
  // The job that was given up leaves nothing that a later one would trip over.
  expect((await engine.sketch('again', new File([line.repeat(10)], 'large.ndjson'))).sample).toHaveLength(10);
});
