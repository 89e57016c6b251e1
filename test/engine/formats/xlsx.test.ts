import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { formatsHere } from '../../../src/engine/formats/formats.ts';
import { sheetRow, workbookFile, type WorkbookParts } from './workbook-file.ts';

const listener = { signal: new AbortController().signal, heard: () => undefined };
const convert = (file: File, table: number | null = null) => formatsHere.convert(file, 'xlsx', table, listener);

/** The CSV of the sheet of these rows, and what was told. */
async function converted(parts: Omit<WorkbookParts, 'sheets'> & { rows: string; after?: string }) {
  const made = await convert(workbookFile({ ...parts, sheets: [{ name: 'Orders', rows: parts.rows, after: parts.after }] }));
  return { text: await made.csv.text(), rows: made.rows, warnings: made.warnings };
}

test('a workbook of another writer is read as it was written', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '订单',
        rows: [
          ['订单号', '金额', '付款时间', '备注'],
          ['1930681000000000001', 12.5, new Date(Date.UTC(2026, 0, 31, 13, 5)), 'a "b", c\nd'],
          ['1.93068E+15', 1234567890123, new Date(Date.UTC(2026, 1, 1)), null]
        ]
      },
      { name: 'Notes', rows: [['x']] }
    ]
  });
  const made = await convert(new File([bytes as Uint8Array<ArrayBuffer>], 'orders.xlsx'));
  expect(made.tables.map(({ name }) => name)).toEqual(['订单', 'Notes']);
  expect(made.table).toBe(0);
  const text = await made.csv.text();
  expect(text).toContain('1930681000000000001,12.5,2026-01-31');
  expect(text).toContain('"a ""b"", c\nd"');
  expect(text).toContain('1.93068E+15,1234567890123,2026-02-01');
});

test('dates and times follow the number format of the cell, in both date systems', async () => {
  const formats = [
    14,
    22,
    'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
    'h:mm:ss',
    '[h]:mm',
    '0.00;[Red]-0.00',
    '#,##0&quot;d&quot;',
    'm/d/yy h:mm AM/PM'
  ];
  const cell = (column: string, style: number, value: number | string) => `<c r="${column}1" s="${style}"><v>${value}</v></c>`;
  const values = [
    cell('A', 1, 46053),
    cell('B', 2, 46053),
    cell('C', 3, '46053.545138888891'),
    cell('D', 4, 0.545138888888889),
    cell('E', 5, 1.5),
    cell('F', 6, 46053),
    cell('G', 7, 12),
    cell('H', 8, '46053.999999999'),
    cell('I', 1, 59),
    cell('J', 1, 60),
    cell('K', 1, 61),
    cell('L', 1, -1)
  ];
  const rows = `<row r="1">${values.join('')}</row>`;
  expect((await converted({ rows, formats })).text).toBe(
    '2026-01-31,2026-01-31 00:00:00,2026-01-31 13:05:00,13:05:00,36:00:00,46053,12,2026-02-01 00:00:00,1900-02-28,1900-02-29,1900-03-01,-1\n'
  );
  const of1904 = `<row r="1">${cell('A', 1, 44591)}${cell('B', 2, '44591.5')}</row>`;
  expect((await converted({ rows: of1904, formats, is1904: true })).text).toBe('2026-01-31,2026-01-31 12:00:00\n');
});

test('numbers are written out, shortest and exact, and lost digits are told', async () => {
  const numbers = ['1.234567890123E+12', '0.1', '0.10000000000000001', '1E-7', '1.2345678901234568E+19', '-0', '12', '-3.5E-3', '1E+21'];
  const { text, warnings } = await converted({
    rows: sheetRow(
      1,
      numbers.map((value) => `<c><v>${value}</v></c>`)
    )
  });
  expect(text).toBe('1234567890123,0.1,0.1,0.0000001,12345678901234567000,0,12,-0.0035,1000000000000000000000\n');
  expect(warnings).toEqual([{ kind: 'lost-digits', line: 1, count: 2 }]);
});

test('texts: shared, rich, inline, of formulas; booleans; errors and formulas without value are told', async () => {
  const strings = [
    '<t>A &amp; B</t>',
    '<r><t>rich</t></r><r><t xml:space="preserve"> text</t></r><rPh sb="0" eb="1"><t>aid</t></rPh>',
    '<t>00123</t>',
    '<t>line_x000D_\nend</t>'
  ];
  const cells = [
    '<c r="A2" t="s"><v>0</v></c>',
    '<c r="B2" t="s"><v>1</v></c>',
    '<c r="C2" t="s"><v>2</v></c>',
    '<c r="D2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>',
    '<c r="E2" t="str"><f>A1&amp;"x"</f><v>made</v></c>',
    '<c r="F2"><f>1+1</f><v>2</v></c>',
    '<c r="G2" t="b"><v>1</v></c>',
    '<c r="H2" t="e"><v>#N/A</v></c>',
    '<c r="I2"><f>SUM(A1:A2)</f></c>',
    '<c r="J2" t="s"><v>3</v></c>',
    '<c r="K2" t="d"><v>2026-01-31T13:05:00</v></c>',
    '<c r="L2" t="s"><v>99</v></c>'
  ];
  const { text, warnings } = await converted({ rows: `<row r="2">${cells.join('')}</row>`, strings });
  expect(text).toBe('\nA & B,rich text,00123,inline,made,2,TRUE,,,"line\r\nend",2026-01-31 13:05:00\n');
  expect(warnings).toEqual([
    { kind: 'error-cell', line: 2, count: 1 },
    { kind: 'uncomputed-formula', line: 2, count: 1 }
  ]);
});

test('rows keep their places; empty ones at the end, and columns without a cell to the right, do not count', async () => {
  const rows = sheetRow(1, ['a', 'b']) + sheetRow(4, [null, 'd', '']) + sheetRow(5, ['', null]) + sheetRow(900, []);
  expect(await converted({ rows })).toEqual({ text: 'a,b\n\n\n,d\n', rows: 2, warnings: [] });
  // Without places the cells follow each other.
  expect((await converted({ rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>' })).text).toBe('1,2\n3,\n');
});

test('a row that is wider than those before it widens them all', async () => {
  const long = 'y'.repeat(300);
  const rows = Array.from({ length: 5_000 }, (_, at) => sheetRow(at + 1, at === 4_999 ? [1, 2, 3, 4] : ['x', `line\nbreak "${long}`]));
  const { text } = await converted({ rows: rows.join('') });
  const line = `x,"line\nbreak ""${long}",,\n`;
  expect(text).toBe(line.repeat(4_999) + '1,2,3,4\n');
});

test('cells joined downwards hold for each of their rows; titles joined to the side stay one cell', async () => {
  const rows =
    sheetRow(1, ['Orders of January']) +
    sheetRow(2, ['id', 'item', 'total']) +
    sheetRow(3, ['O1', 'hat', 30]) +
    sheetRow(4, [null, 'tie']) +
    sheetRow(5, ['O2', 'cap', 9]);
  const after = '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="A3:A4"/><mergeCell ref="C3:C4"/></mergeCells>';
  expect((await converted({ rows, after })).text).toBe('Orders of January,,\nid,item,total\nO1,hat,30\nO1,tie,30\nO2,cap,9\n');
});

test('a header of two rows becomes one: joined names reach down, groups name what would be the same', async () => {
  const rows =
    sheetRow(1, ['订单号', '金额', null, '件数', null]) +
    sheetRow(2, [null, '应付', '实付', '下单', '下单']) +
    sheetRow(3, ['O1', 10, 9, 2, 1]);
  const after = '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>';
  expect((await converted({ rows, after })).text).toBe('金额 · 件数,,,,\n订单号,应付,实付,件数 下单,件数 下单\nO1,10,9,2,1\n');
});

test('hidden sheets are listed last and never proposed; the largest visible one is', async () => {
  const big = Array.from({ length: 50 }, (_, at) => sheetRow(at + 1, ['a', at])).join('');
  const file = workbookFile({
    sheets: [
      { name: 'Secret', state: 'veryHidden', rows: big + sheetRow(99, ['x']) },
      { name: 'Cover', rows: sheetRow(1, ['Hello']) },
      { name: 'Data', rows: big }
    ]
  });
  const made = await convert(file);
  expect(made.tables.map(({ name }) => name)).toEqual(['Cover', 'Data', 'Secret']);
  expect(made.table).toBe(1);
  expect(made.tables[1]?.rows).toBe(50);
  expect(await (await convert(file, 0)).csv.text()).toBe('Hello\n');
});
