import { expect, test } from 'vitest';
import { formatsHere } from '../../../src/engine/formats/formats.ts';
import { encoded } from '../encoded.ts';
import { biffStream, cell, oleFile, record, type BiffParts } from './biff-file.ts';

const listener = { signal: new AbortController().signal, heard: () => undefined };
const convert = (bytes: Uint8Array<ArrayBuffer>, table: number | null = null) =>
  formatsHere.convert(new File([bytes], 'orders.xls'), 'xls', table, listener);
const text = async (parts: BiffParts) => (await convert(oleFile(biffStream(parts)))).csv.text();

const RK_HALF = 0x3fe00000; // the upper half of 0.5
const RK_INTEGER = (value: number) => value * 4 + 2;
const RK_CENTS = (value: number) => value * 4 + 3;

test('cells of every kind, in a container of small and of large sectors', async () => {
  const cells = [
    ...cell.shared(0, 0, 0),
    ...cell.shared(0, 1, 1),
    ...cell.number(1, 0, 1_234_567_890_123),
    ...cell.rk(1, 1, RK_HALF),
    ...cell.rks(1, 2, [RK_INTEGER(7), RK_CENTS(1999)]),
    ...cell.boolean(2, 0, true),
    ...cell.error(2, 1),
    ...cell.formula(2, 2, '结果'),
    ...cell.number(2, 3, 46_053.545138888891, 1),
    ...cell.number(2, 4, 46_053, 2)
  ];
  const expected = '订单号,name ü,,,\n1234567890123,0.5,7,19.99,\nTRUE,,结果,2026-01-31 13:05:00,2026-01-31\n';
  const parts = { texts: ['订单号', 'name ü'], formats: ['yyyy-mm-dd hh:mm', 14], sheets: [{ name: '订单', cells }] };
  expect(await text(parts)).toBe(expected);
  const many = Array.from({ length: 3_000 }, (_, row) => cell.number(row + 3, 0, row)).flat();
  const large = await convert(oleFile(biffStream({ ...parts, sheets: [{ name: '订单', cells: [...cells, ...many] }] })));
  expect((await large.csv.text()).startsWith(expected)).toBe(true);
  expect(large.rows).toBe(3_003);
  expect(large.warnings).toEqual([{ kind: 'error-cell', line: 3, count: 1 }]);
});

test('the calendar of 1904, joined cells and hidden sheets', async () => {
  const cells = [...cell.number(0, 0, 44_591, 1), ...cell.number(0, 1, 5), ...cell.number(1, 1, 6), ...cell.merged(0, 1, 0, 0)];
  const made = await convert(
    oleFile(
      biffStream({
        is1904: true,
        formats: [14],
        sheets: [
          { name: 'secret', cells: Array.from({ length: 9 }, (_, row) => cell.number(row, 0, row)).flat(), isHidden: true },
          { name: 'shown', cells }
        ]
      })
    )
  );
  expect(made.tables).toEqual([
    { name: 'shown', rows: 2 },
    { name: 'secret', rows: 9 }
  ]);
  expect(await made.csv.text()).toBe('2026-01-31,5\n2026-01-31,6\n');
});

test('Excel 5 writes bytes in a code page; simple exporters leave out the container and the code page', async () => {
  const cells = [...cell.bytes(0, 0, encoded('订单号', 'gb18030')), ...cell.number(0, 1, 2)];
  expect(await (await convert(oleFile(biffStream({ codePage: 936, sheets: [{ name: 'a', cells }] }), 'Book'))).csv.text()).toBe(
    '订单号,2\n'
  );
  const bare = [...record(0x0809, [0, 0, 0x10, 0, 0, 0, 0, 0]), ...cells, ...record(0x000a, [])];
  expect(await (await convert(Uint8Array.from(bare))).csv.text()).toBe('订单号,2\n');
});

test('what is encrypted, cut off, too old or no workbook is refused by name', async () => {
  const sheets = [{ name: 'a', cells: cell.number(0, 0, 1) }];
  const refusal = async (bytes: Uint8Array<ArrayBuffer>) =>
    convert(bytes).then(
      () => 'read',
      (error: { message: string }) => error.message
    );
  expect(await refusal(oleFile(biffStream({ sheets, isEncrypted: true })))).toBe('encrypted');
  expect(await refusal(oleFile(new Uint8Array(9_000), 'EncryptedPackage'))).toBe('encrypted');
  expect(await refusal(oleFile(new Uint8Array(100), 'WordDocument'))).toBe('kind:document');
  expect(await refusal(oleFile(new Uint8Array(100), 'Something'))).toBe('no-sheets');
  expect(await refusal(Uint8Array.from([9, 0, 4, 0, 2, 0, 16, 0]))).toBe('xls-too-old');
  const whole = oleFile(biffStream({ sheets, texts: ['abc', 'def'] }));
  for (let length = 0; length < whole.length - 1_024; length += 97) {
    const said = await refusal(whole.slice(0, length));
    expect(['damaged', 'no-sheets'], `cut after ${length} bytes`).toContain(said);
  }
});

test('no change of one byte hangs the reader or ends in anything but rows or a refusal', async () => {
  const whole = oleFile(
    biffStream({
      sheets: [{ name: 'a', cells: [...cell.shared(0, 0, 1), ...cell.number(1, 0, 1, 1)] }],
      texts: ['abc', '订单'],
      formats: [14]
    })
  );
  for (let at = 0; at < whole.length; at += 3) {
    const changed = whole.slice();
    changed[at] = 255 - (changed[at] ?? 0);
    try {
      await convert(changed);
    } catch (error) {
      expect((error as { fault?: string }).fault, `byte ${at}: ${String(error)}`).toBe('unreadable-file');
    }
  }
});
