import { expect, test } from 'vitest';
import { formatsHere } from '../../../src/engine/formats/formats.ts';
import { kindOf } from '../../../src/engine/readers/file-kind.ts';
import { encoded } from '../encoded.ts';

const listener = { signal: new AbortController().signal, heard: () => undefined };

async function converted(content: string | Uint8Array, table: number | null = null) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const kind = kindOf(bytes.subarray(0, 4_096));
  if (kind !== 'html' && kind !== 'xml') throw new TypeError(`taken for ${kind}`);
  const made = await formatsHere.convert(new File([bytes as Uint8Array<ArrayBuffer>], 'orders.xls'), kind, table, listener);
  return { kind, tables: made.tables, table: made.table, text: await made.csv.text(), warnings: made.warnings };
}
const refusal = (content: string) =>
  converted(content).then(
    () => null,
    ({ message }: { message: string }) => message
  );

test('the table of a web page: tags left open, joined cells, line breaks, references, cut numbers', async () => {
  const { text, tables, table } = await converted(
    '<html><head><style>td{content:"<table"}</style></head><body><table><tr><td>menu' +
      '<table border=1><caption>Orders</caption><tr><th>id<th>a &lt; b<th colspan=2>x</tr><tr><td rowspan=2>1<td>a<br>b &nbsp;' +
      '<td x:num="1930681000000000001">1.93E+18<td>&yen;5 < 6<tr><td>c<td title="a > b">d<td> e\n  f </table></table>'
  );
  expect(tables).toEqual([
    { name: '', rows: 1 },
    { name: 'Orders', rows: 3 }
  ]);
  expect(table).toBe(1);
  expect(text).toBe('id,a < b,x,\n1,"a\nb",1930681000000000001,¥5 < 6\n1,c,d,e f\n');
});

test('a web page in GBK, with and without saying so', async () => {
  const page = (head: string) =>
    `<html><head>${head}</head><table><tr><td>订单编号</td><td>买家会员名</td></tr><tr><td>1</td><td>张三</td></tr></table>`;
  for (const head of ['<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', ''])
    expect((await converted(encoded(page(head), 'gb18030'))).text).toBe('订单编号,买家会员名\n1,张三\n');
  // What a page says about itself is not believed against its bytes.
  expect((await converted(page('<meta charset="gbk">'))).text).toBe('订单编号,买家会员名\n1,张三\n');
});

test('a page without a table is refused', async () => {
  expect(await refusal('<!DOCTYPE html><html><body><p>Please log in</p></body></html>')).toBe('no-tables');
});

const WORKBOOK =
  '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">';

test('the XML workbook of Excel 2003', async () => {
  const row = (cells: string, more = '') => `<Row${more}>${cells}</Row>`;
  const data = (type: string, text: string, more = '') => `<Cell${more}><Data ss:Type="${type}">${text}</Data></Cell>`;
  const rows = [
    row(data('String', 'Title &amp; co', ' ss:MergeAcross="1"')),
    row(data('String', 'id') + data('DateTime', '2026-01-31T13:05:00.000', ' ss:Index="3"'), ' ss:Index="3"'),
    row(data('Number', '1.5E3', ' ss:MergeDown="1"') + '<Cell/>' + data('DateTime', '2026-01-31T00:00:00.000')),
    row(data('Error', '#N/A', ' ss:Index="2"') + data('Boolean', '1'))
  ];
  const sheet = (name: string, content: string) => `<Worksheet ss:Name="${name}"><Table>${content}</Table></Worksheet>`;
  const { kind, tables, text, warnings } = await converted(`${WORKBOOK}${sheet('Empty', '')}${sheet('订单', rows.join(''))}</Workbook>`);
  expect(kind).toBe('xml');
  expect(tables).toEqual([
    { name: 'Empty', rows: 0 },
    { name: '订单', rows: 4 }
  ]);
  expect(text).toBe('Title & co,,\n\nid,,2026-01-31 13:05:00\n1500,,2026-01-31\n1500,,TRUE\n');
  expect(warnings).toEqual([{ kind: 'error-cell', line: 5, count: 1 }]);
});

test('an XML workbook that is cut off, or declares entities, is refused', async () => {
  expect(await refusal(`${WORKBOOK}<Worksheet ss:Name="a"><Table><Row><Cell><Data>1`)).toBe('damaged');
  const declared = WORKBOOK.replace('<Workbook', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Workbook');
  expect(await refusal(`${declared}</Workbook>`)).toBe('foreign-entities');
});
