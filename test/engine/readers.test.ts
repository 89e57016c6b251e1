import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnRead, FileSketch, LoadReport, TextShape } from '../../src/engine/contract.ts';
import { encoded } from './encoded.ts';
import { rows, startEngine } from './engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** Sketches and loads, all columns as text unless told. */
async function taken(
  content: BlobPart,
  override?: Partial<TextShape>,
  read: (sketch: FileSketch, column: number) => ColumnRead = () => 'text'
) {
  const file = new File([content], 'orders.csv');
  const sketch = await engine.sketch('s', file, override);
  const report: LoadReport = await engine.load(
    'l',
    file,
    { table: 'raw', shape: sketch.shape, columns: sketch.columns.map((name, column) => ({ name, read: read(sketch, column) })) },
    () => undefined
  );
  expect(await rows(engine, 'select count(*)::integer from raw')).toEqual([[report.rows]]);
  return { sketch, report, cells: await rows(engine, 'select * from raw order by rowid limit 1000') };
}

describe('public files load whole', () => {
  const folder = resolve(import.meta.dirname, '../../../shared/data');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];
  const expected: Record<string, number> = {
    'cdnow_sample_transactions.csv': 6_919,
    'cdnow_sample_rfm_summary.csv': 2_357,
    'lifetimes_example_transactions.csv': 15_273,
    'rfm_data_orders.csv': 4_906,
    'cn_orders_shujubuchuiniu.csv': 28_833,
    'tmall_order_report.csv': 28_010,
    'hillstrom_email_experiment.csv': 64_000,
    'surv_lung.csv': 228,
    'surv_rossi.csv': 432,
    'surv_waltons_dataset.csv': 163
  };
  test.skipIf(files.length === 0).each(files)('%s', async (name) => {
    const { report, sketch } = await taken(readFileSync(resolve(folder, name)));
    expect(report).toMatchObject({
      rows: expected[name],
      outsideCount: 0,
      rejectedCount: 0,
      warnings: [],
      lines: (expected[name] ?? 0) + 1
    });
    expect(sketch.shape).toEqual({
      sheet: 0,
      encoding: 'utf-8',
      delimiter: ',',
      quote: '"',
      headerLine: 1,
      hasDescriptionRow: false,
      trimsOutsideRows: true
    });
  });
});

const kinds = (report: LoadReport) => report.outside.map(({ line, kind }) => `${line} ${kind}`);

describe('what is not a row is left out and listed', () => {
  test('titles, description, repeated headers, totals, footers, blank and padding lines', async () => {
    const { report, sketch, cells } = await taken(
      [
        '2024年订单报表',
        '',
        '订单号,金额,数量,时间',
        '平台订单编号,订单的实付金额,商品数量合计,付款的时间',
        '1001,12.5,1,2024-03-01',
        '小计,12.5,1,',
        '',
        '订单号,金额,数量,时间',
        '1002,8,2,2024-03-02',
        ',,,',
        '合计,20.5,3,',
        '导出时间:2024-04-01',
        '2 record(s) downloaded',
        ''
      ].join('\n')
    );
    expect(sketch.shape).toMatchObject({ headerLine: 3, hasDescriptionRow: true });
    expect(sketch.columns).toEqual(['订单号', '金额', '数量', '时间']);
    expect(cells).toEqual([
      ['1001', '12.5', '1', '2024-03-01'],
      ['1002', '8', '2', '2024-03-02']
    ]);
    expect(kinds(report)).toEqual([
      '1 title',
      '2 blank',
      '4 description',
      '6 total',
      '7 blank',
      '8 repeated-header',
      '10 padding',
      '11 total',
      '12 footer',
      '13 footer'
    ]);
    expect(report).toMatchObject({ rows: 2, outsideCount: 10, rejectedCount: 0, lines: 13, warnings: [] });
  });

  test('they are rows when the user says so', async () => {
    const { cells } = await taken('a,b,c\n1,2,3\nTotal,,5\n,,\na,b,c\n', { trimsOutsideRows: false });
    expect(cells).toEqual([
      ['1', '2', '3'],
      ['Total', null, '5'],
      [null, null, null],
      ['a', 'b', 'c']
    ]);
  });

  test('a customer called Total and a product called 合计 stay', async () => {
    const { report } = await taken('customer,product,amount\nTotal,合计,5\n合计,Sum,6\nSummer,总,7\n');
    expect(report).toMatchObject({ rows: 3, outsideCount: 0 });
  });

  test('a separator line, and its separator', async () => {
    const { sketch, cells } = await taken('sep=;\r\nid;amount\r\n1;2,5\r\n2;3,5\r\n');
    expect(sketch.shape).toMatchObject({ delimiter: ';', headerLine: 2 });
    expect(cells).toEqual([
      ['1', '2,5'],
      ['2', '3,5']
    ]);
  });

  test('lines after the last full row are a footer', async () => {
    const { report } = await taken('id,name,amount\n1,a,2\n2\n3,c,4\nSeller ID: abc\nThank you\n');
    expect(report).toMatchObject({ rows: 3, outsideCount: 2, warnings: [{ kind: 'ragged', line: 3, count: 1 }] });
    expect(kinds(report)).toEqual(['5 footer', '6 footer']);
  });
});

describe('the shape is recognised', () => {
  test.each([
    ['tab', 'id\tname\n1\ta,b\n2\tc,d\n', '\t'],
    ['pipe', 'id|name\n1|a\n2|b\n', '|'],
    ['semicolon with decimal commas', 'id;price;sum\n1;1,5;2,5\n2;3,5;4,5\n', ';'],
    ['comma beside full-width commas', '编号,说明\n1,红色，大号；两件\n2,蓝色，小号\n', ','],
    ['one column', 'name\nAnna\nBerta\n', ',']
  ])('%s', async (_name, text, delimiter) => {
    const { sketch, report } = await taken(text);
    expect(sketch.shape.delimiter).toBe(delimiter);
    expect(report.rows).toBe(2);
  });

  test('a file without a header loses no row', async () => {
    const { sketch, report } = await taken('1001,2024-01-01,5.5\n1002,2024-01-02,6.5\n');
    expect(sketch).toMatchObject({ columns: ['#1', '#2', '#3'], shape: { headerLine: 0 } });
    expect(report.rows).toBe(2);
  });

  test('names are made unique and may be anything', async () => {
    const { sketch, cells } = await taken('金额,金额,,__proto__,constructor,"x\'); drop table raw; --",c0\n1,2,3,4,5,6,7\n');
    expect(sketch.columns).toEqual(['金额', '金额 (2)', '#3', '__proto__', 'constructor', "x'); drop table raw; --", 'c0']);
    expect(cells).toEqual([['1', '2', '3', '4', '5', '6', '7']]);
  });
});

describe('quotes', () => {
  test('line breaks inside quotes belong to the cell', async () => {
    const { report, cells } = await taken('Name,Address,Total\n#1,"12 Main St\nApt 4, ""rear""\nTown",5\n#2,x,6\n');
    expect(cells).toEqual([
      ['#1', '12 Main St\nApt 4, "rear"\nTown', '5'],
      ['#2', 'x', '6']
    ]);
    expect(report).toMatchObject({ rows: 2, lines: 5, warnings: [] });
  });

  test.each([
    ['never closed', 'id,name,sum\n1,a,2\n2,"b,3\n3,c,4\n4,d,5\n'],
    ['closed by a later row', 'id,name,sum\n1,a,2\n2,"b,3\n3,c,4\n4,"d",5\n'],
    ['closed by a later row at a line end', 'id,name,sum\n1,a,2\n2,"b,3\n3,c,4\n4,d,5"\n']
  ])('an unclosed quote swallows no other line: %s', async (_name, text) => {
    const { report } = await taken(text);
    expect(report).toMatchObject({
      rejectedCount: 1,
      rejected: [{ line: 3, reason: 'unclosed-quote', text: '2,"b,3' }],
      warnings: [{ kind: 'unclosed-quote', line: 3, count: 1 }]
    });
    expect(report.rows + report.rejectedCount).toBe(4);
    expect((await taken(text, { quote: '' })).report.rows).toBe(4);
  });

  test('quotes written by hand are read as meant', async () => {
    const { cells } = await taken('id,size,note\n1,5" pipe,"a" \n2, "b, c",d"e\n3,"4"5",x\n="1930",=""1"",y"\n');
    expect(cells).toEqual([
      ['1', '5" pipe', 'a'],
      ['2', 'b, c', 'd"e'],
      ['3', '4"5', 'x'],
      ['="1930"', '=""1""', 'y"']
    ]);
  });
});

describe('hostile bytes end in right rows or a clear error', () => {
  const refused = async (content: BlobPart[], code: string) => {
    await expect(engine.sketch('s', new File(content, 'x.csv'))).rejects.toMatchObject({ fault: 'unreadable-file', message: code });
  };
  test('other kinds of file are named', async () => {
    await refused([new Uint8Array([0x50, 0x4b, 3, 4, 20])], 'damaged');
    await refused([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])], 'damaged');
    await refused(['PAR1xx'], 'damaged');
    await refused(['\n<html><p>no table</p></html>'], 'no-tables');
    await refused(['[1, 2]'], 'no-tables');
    await refused([new Uint8Array(4000).map((_, index) => index % 7)], 'kind:binary');
    await refused([], 'empty');
    await refused(['\n\n  \n'], 'empty');
    await refused(['a,b,c\n'], 'header-only');
    await refused(['x'.repeat(100_000_000)], 'line-too-long');
  });

  test('too many cells are rejected, missing ones filled, and both are told', async () => {
    const { report, cells } = await taken('a,b,c\n1,2,3\n1,2,3,4\n1,2\n1,2,3,,\n');
    expect(cells).toEqual([
      ['1', '2', '3'],
      ['1', '2', null],
      ['1', '2', '3']
    ]);
    expect(report).toMatchObject({
      rejected: [{ line: 3, reason: 'too-many-cells', text: '1,2,3,4' }],
      warnings: [{ kind: 'ragged', line: 4, count: 1 }]
    });
  });

  test('broken UTF-8 far into the file keeps its row and is told', async () => {
    const { report } = await taken(
      new Uint8Array(
        await new Blob(['id,名\n', '1,张三\n'.repeat(200_000), new Uint8Array([0x32, 0x2c, 0xe5, 0xbc, 0x0a]), '3,李\n']).arrayBuffer()
      ),
      { encoding: 'utf-8' }
    );
    expect(report).toMatchObject({ rows: 200_002, rejectedCount: 0, warnings: [{ kind: 'replaced-bytes', line: 200_002, count: 1 }] });
  });

  test('carriage returns alone, mixed line ends, no last line end, NULs', async () => {
    expect((await taken('a,b\r1,2\r3,4')).cells).toEqual([
      ['1', '2'],
      ['3', '4']
    ]);
    expect((await taken('a,b\r\n1,2\n3,4\r\n5,6')).cells).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6']
    ]);
    expect((await taken('a,b\n1,x\u0000y\n')).cells).toEqual([['1', 'xy']]);
    expect((await taken('a,b\n1,x\u0000y\n', { quote: '' })).cells).toEqual([['1', 'xy']]);
  });

  test('UTF-16 of an odd length', async () => {
    const bytes = new Uint8Array([...encoded('a,b\n1,张\n2,李', 'utf-16le'), 0x41]);
    const { report } = await taken(bytes);
    expect(report).toMatchObject({ rows: 2, warnings: [{ kind: 'replaced-bytes', line: 3, count: 1 }] });
  });

  test('characters on the edge of a slice survive', async () => {
    const text = '编号,姓名\n' + Array.from({ length: 400_000 }, (_, row) => `${row},张${'x'.repeat(row % 3)}三\n`).join('');
    const { report } = await taken(text);
    expect(report).toMatchObject({ rows: 400_000, lines: 400_001, warnings: [] });
    expect(
      await rows(
        engine,
        "select count(*)::integer from raw where c1 <> '张' || repeat('x', (c0::integer % 3)::integer) || '三' or c0::bigint <> rowid"
      )
    ).toEqual([[0]]);
  });

  test('a line of three million characters among others is rejected', async () => {
    const { report } = await taken('a,b\n' + '1,2\n'.repeat(200_000) + 'x,' + 'y'.repeat(3_000_000) + '\n3,4\n');
    expect(report).toMatchObject({ rows: 200_001, rejected: [{ line: 200_002, reason: 'line-too-long' }], lines: 200_003 });
  });

  test('very wide files load, or are refused by name', async () => {
    const wide = (columns: number) =>
      Array.from({ length: 3 }, (_, row) =>
        Array.from({ length: columns }, (_, column) => (row === 0 ? `n${column}` : `${row}-${column}`)).join(',')
      ).join('\n');
    expect((await taken(wide(1_500))).cells[1]?.[1_499]).toBe('2-1499');
    await refused([wide(20_000)], 'too-many-columns');
  });
});

describe('typed columns', () => {
  const types =
    (...reads: ColumnRead[]) =>
    (_: FileSketch, column: number): ColumnRead =>
      reads[column] ?? 'text';
  test('are typed where every cell is, and nothing else is kept', async () => {
    const { report, cells } = await taken(
      'id,t,d,n,x\n001,2024-03-01 10:00:00,2024-03-01,1.5,a\n"",,,,\n',
      {},
      types('text', 'timestamp', 'date', 'number', 'skip')
    );
    expect(cells).toEqual([['001', new Date('2024-03-01T10:00:00Z'), new Date('2024-03-01'), 1.5]]);
    expect(report).toMatchObject({ reads: ['text', 'timestamp', 'date', 'number', 'skip'], rows: 1, outsideCount: 1 });
  });

  test.each([
    ['timestamp', '01/02/2025'],
    ['timestamp', '25-01-02'],
    ['timestamp', 'infinity'],
    ['timestamp', '昨天'],
    ['date', '2024-01-01 10:00:00'],
    ['date', '01/02/25'],
    ['number', '1,5'],
    ['number', 'nan'],
    ['number', '12元'],
    ['number', '-']
  ] as const)('a column of %s with a cell %s becomes text, unharmed', async (kind, cell) => {
    const { report, cells } = await taken(
      `a,b\n2024-01-01,${kind === 'number' ? 1 : '2024-01-01'}\n2024-01-01,"${cell}"\n`,
      {},
      types('date', kind)
    );
    expect(report.reads).toEqual(['date', 'text']);
    expect(cells[1]?.[1]).toBe(cell);
  });

  test('a total at the end does not spoil them', async () => {
    const { report } = await taken('id,n,x\n1,2,a\n2,3,b\n合计:,5元,\n', {}, types('text', 'number', 'text'));
    expect(report).toMatchObject({ rows: 2, outsideCount: 1, reads: ['text', 'number', 'text'] });
  });
});

describe('a large file is read while it is counted', () => {
  const body = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, row) => `${from + row},张三丰,2024-03-01 10:00:00,${row}.5,"padding, to make it long"\n`).join(
      ''
    );
  const header = 'id,名称,time,amount,note\n';
  const read = (_: FileSketch, column: number): ColumnRead => (['text', 'text', 'timestamp', 'number', 'skip'] as const)[column] ?? 'text';
  test.each([
    ['clean', '', { outsideCount: 0, rejectedCount: 0, warnings: [] }, 0],
    ['with a repeated header and a total inside', `${header}合计,,,5,\n`, { outsideCount: 2, rejectedCount: 0, warnings: [] }, 2],
    [
      'with an unclosed quote inside',
      '7,"x,2024-03-01,5,\n',
      { rejectedCount: 1, warnings: [{ kind: 'unclosed-quote', line: 80_002, count: 1 }] },
      1
    ],
    ['with a line break inside quotes', '', { rejectedCount: 0 }, 0]
  ])('%s', async (name, between, expected, lines) => {
    const tail = name.startsWith('with a line break')
      ? body(80_000, 159_999) + '159999,"a\nb",2024-03-01 10:00:00,1.5,\n'
      : body(80_000, 160_000);
    const { report } = await taken(header + body(0, 80_000) + between + tail, {}, read);
    expect(report).toMatchObject({ rows: 160_000, reads: ['text', 'text', 'timestamp', 'number', 'skip'], ...expected });
    expect(report.lines).toBe(160_001 + lines + (name.startsWith('with a line break') ? 1 : 0));
    expect(await rows(engine, 'select count(*)::integer from raw where c0::integer <> rowid')).toEqual([[0]]);
  });

  test('with broken bytes inside', async () => {
    const { report } = await taken(
      new Uint8Array(
        await new Blob([
          header,
          body(0, 80_000),
          new Uint8Array([0x37, 0x2c, 0xe5, 0x2c, 0x2c, 0x2c, 0x0a]),
          body(80_000, 160_000)
        ]).arrayBuffer()
      ),
      { encoding: 'utf-8' },
      read
    );
    expect(report).toMatchObject({ rows: 160_001, warnings: [{ kind: 'replaced-bytes', line: 80_002, count: 1 }] });
  });
});

test.each([
  ['while it is decoded', 'utf-16le', 'decode'],
  ['while it is read and counted', 'utf-8', 'read']
] as const)('a load cancelled %s leaves no table', async (_name, encoding, stage) => {
  const file = new File([encoded('a,b\n' + '1,2\n'.repeat(2_500_000), encoding) as Uint8Array<ArrayBuffer>], 'x.csv');
  const sketch = await engine.sketch('s', file);
  const request = { table: 'gone', shape: sketch.shape, columns: sketch.columns.map((name) => ({ name, read: 'text' as const })) };
  const load = engine.load('stopped', file, request, (progress) => {
    if (progress.stage === stage) void engine.cancel('stopped');
  });
  await expect(load).rejects.toMatchObject({ fault: 'cancelled' });
  expect(await rows(engine, "select table_name from duckdb_tables() where table_name = 'gone'")).toEqual([]);
  await expect(engine.run('x', "select * from read_csv('imports/gone.csv')")).rejects.toMatchObject({ name: 'EngineError' });
});

test('any table of cells comes back as it was, whatever the delimiter, quotes, line ends and encoding', async () => {
  const cell = fc.oneof(
    fc.constantFrom('', '张三', 'a "quoted" word', 'two\nlines', ' spaced ', "it's", '合计', '1e5', '，', 'é', '=1+1', '-', '#', "'x"),
    fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .map((text) => text.replace(/[\u0000\uFEFF\uFFFD\r\n]/g, '·'))
      .filter((text) => !/\p{Surrogate}/u.test(text))
  );
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 }));
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(',', '\t', ';', '|'),
      fc.boolean(),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.constantFrom('utf-8', 'utf-16le'),
      async (cells, delimiter, quotesAll, lineEnd, endsLine, encoding) => {
        const header = (cells[0] ?? []).map((_, column) => `column ${column}`);
        const write = (text: string) => (quotesAll || /["\n,;|\t]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const text = '\uFEFF' + [header, ...cells].map((row) => row.map(write).join(delimiter)).join(lineEnd) + (endsLine ? lineEnd : '');
        const shape: Partial<TextShape> = { delimiter, quote: '"', headerLine: 1, hasDescriptionRow: false, trimsOutsideRows: false };
        const { cells: read, report } = await taken(encoded(text, encoding as 'utf-8') as Uint8Array<ArrayBuffer>, shape);
        expect(read).toEqual(cells.map((row) => row.map((value) => (value === '' ? null : value))));
        expect(report).toMatchObject({ outsideCount: 0, rejectedCount: 0, warnings: [] });
      }
    ),
    { numRuns: 40 }
  );
});

test('no text of commas, quotes and line ends hangs the reader, or makes it count other than the database', async () => {
  const text = fc
    .array(fc.constantFrom('a', 'b1', ',', ',', '"', '""', '\n', '\n', '\r\n', '\r', ' ', '\t', '\0', '合计', '张'), { maxLength: 60 })
    .map((parts) => `x,y,z\n${parts.join('')}`);
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('"', ''), fc.boolean(), async (content, quote, trimsOutsideRows) => {
      const shape: Partial<TextShape> = { delimiter: ',', quote: quote as '"', headerLine: 1, hasDescriptionRow: false, trimsOutsideRows };
      const told = await taken(content, shape).catch((error: { message: string }) => error.message);
      if (typeof told === 'string') expect(['header-only', 'kind:binary']).toContain(told);
      else if (quote === '') expect(told.report.rows + told.report.outsideCount + told.report.rejectedCount).toBe(told.report.lines - 1);
    }),
    { numRuns: 80 }
  );
});
