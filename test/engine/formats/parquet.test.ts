import {
  Binary,
  Bool,
  DateDay,
  Decimal,
  Dictionary,
  Field,
  Float16,
  Float32,
  Int32,
  Int64,
  List,
  makeData,
  makeVector,
  Struct,
  TimeMicrosecond,
  TimestampMicrosecond,
  TimestampMillisecond,
  TimestampNanosecond,
  Uint64,
  Utf8,
  Vector,
  vectorFromArray
} from 'apache-arrow';
import { Compression } from 'parquet-wasm/esm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ColumnRead } from '../../../src/engine/contract.ts';
import { rows, startEngine } from '../engine.ts';
import { parquetFile } from './parquet-file.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

async function taken(file: File, reads: readonly ColumnRead[]) {
  const sketch = await engine.sketch('s', file);
  const columns = sketch.columns.map((name, column) => ({ name, read: reads[column] ?? 'text' }));
  const report = await engine.load('l', file, { table: 'raw', shape: sketch.shape, columns }, () => undefined);
  return { sketch, report, cells: await rows(engine, 'select * from raw order by rowid limit 100') };
}

const text = (...values: (string | null)[]) => vectorFromArray(values, new Utf8());
const moment = Date.UTC(2024, 2, 9, 16, 30, 5, 123);

test('every type becomes exact text before the load, and after it', async () => {
  const decimal = new Decimal(2, 18, 128);
  const file = parquetFile({
    id: vectorFromArray([9007199254740993n, -1n, null], new Int64()),
    large: vectorFromArray([18446744073709551615n, 1n, null], new Uint64()),
    customer: text('客户 "甲", 乙', '', null),
    channel: vectorFromArray(['app', 'store', 'app'], new Dictionary(new Utf8(), new Int32())),
    isNew: vectorFromArray([true, false, null], new Bool()),
    price: new Vector([
      makeData({ type: decimal, length: 3, nullCount: 0, data: Uint32Array.of(1234567, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0) })
    ]),
    points: vectorFromArray([1.5, NaN, 12345678], new Float32()),
    day: vectorFromArray([new Date('2024-02-29'), new Date('1999-12-31'), null], new DateDay()),
    ms: vectorFromArray([moment, 0, null], new TimestampMillisecond()),
    us: vectorFromArray([moment, 0, null], new TimestampMicrosecond()),
    ns: vectorFromArray([moment, 0, null], new TimestampNanosecond()),
    clock: vectorFromArray([1_000_000n, 2n, null], new TimeMicrosecond()),
    bytes: vectorFromArray([new TextEncoder().encode('客'), new Uint8Array([0xff]), null], new Binary())
  });
  const { sketch, report, cells } = await taken(file, []);
  expect(sketch).toMatchObject({ kind: 'parquet', estimatedRows: 3, tables: [{ name: '', rows: 3 }] });
  const expected = [
    ['9007199254740993', '18446744073709551615', '客户 "甲", 乙', 'app', 'true', '12345.67', '1.5', '2024-02-29'],
    ['-1', '1', '', 'store', 'false', '0.05', '', '1999-12-31'],
    ['', '', '', 'app', '', '0.00', '12345678', '']
  ];
  expect(sketch.sample.map((row) => row.slice(0, 8))).toEqual(expected);
  expect(sketch.sample[0]?.slice(8)).toEqual([
    '2024-03-09 16:30:05.123',
    '2024-03-09 16:30:05.123',
    '2024-03-09 16:30:05.123',
    '00:00:01',
    '客'
  ]);
  expect(cells).toEqual(sketch.sample.map((row) => row.map((cell) => (cell === '' ? null : cell))));
  expect(report).toMatchObject({ rows: 3, rejectedCount: 0, outsideCount: 0, warnings: [] });
});

test('columns are loaded as what they are asked for, and only those that are', async () => {
  const file = parquetFile({
    skipped: text('x', 'y'),
    time: vectorFromArray([moment, null], new TimestampMicrosecond()),
    day: vectorFromArray([moment, null], new TimestampMicrosecond()),
    amount: vectorFromArray([12.5, null], new Float32()),
    written: text('3.25', null)
  });
  const { report, cells } = await taken(file, ['skip', 'timestamp', 'date', 'number', 'number']);
  // A moment within a day is no date.
  expect(report.reads).toEqual(['skip', 'timestamp', 'text', 'number', 'number']);
  expect(cells).toEqual([
    [new Date(moment), '2024-03-09 16:30:05.123', 12.5, 3.25],
    [null, null, null, null]
  ]);
  expect(await rows(engine, "select column_name, data_type from duckdb_columns() where table_name = 'raw'")).toEqual([
    ['c1', 'TIMESTAMP'],
    ['c2', 'VARCHAR'],
    ['c3', 'DOUBLE'],
    ['c4', 'DOUBLE']
  ]);
});

test('moments show the clock of their zone, also where it changes, and the zone is told', async () => {
  const moments = [Date.UTC(2024, 2, 10, 9, 59), Date.UTC(2024, 2, 10, 10, 0), Date.UTC(2024, 10, 3, 9, 0)];
  const file = parquetFile({
    pacific: vectorFromArray(moments, new TimestampMicrosecond('America/Los_Angeles')),
    china: vectorFromArray(moments, new TimestampMillisecond('Asia/Shanghai')),
    fixed: vectorFromArray(moments, new TimestampMillisecond('-03:30')),
    utc: vectorFromArray(moments, new TimestampMillisecond('UTC'))
  });
  const { sketch, report } = await taken(file, []);
  expect(sketch.sample).toEqual([
    ['2024-03-10 01:59:00', '2024-03-10 17:59:00', '2024-03-10 06:29:00', '2024-03-10 09:59:00'],
    ['2024-03-10 03:00:00', '2024-03-10 18:00:00', '2024-03-10 06:30:00', '2024-03-10 10:00:00'],
    ['2024-11-03 01:00:00', '2024-11-03 17:00:00', '2024-11-03 05:30:00', '2024-11-03 09:00:00']
  ]);
  expect(report.warnings).toEqual([
    { kind: 'moments-in-zone', line: 1, count: 4, zone: 'America/Los_Angeles, Asia/Shanghai, -03:30, UTC' }
  ]);
});

test('records are taken apart into columns, lists stay as text and are told', async () => {
  const file = parquetFile({
    订单: text('a', 'b'),
    订单号: vectorFromArray(
      [{ city: '杭州', zip: 1 }, null],
      new Struct([new Field('city', new Utf8(), true), new Field('zip', new Int32(), true)])
    ),
    tags: vectorFromArray([[1, 2], []], new List(new Field('item', new Int32(), true)))
  });
  const { sketch, report, cells } = await taken(file, ['text', 'text', 'number', 'text']);
  expect(sketch.columns).toEqual(['订单', '订单号.city', '订单号.zip', 'tags']);
  expect(cells).toEqual([
    ['a', '杭州', 1, '[1, 2]'],
    ['b', null, null, '[]']
  ]);
  expect(report.warnings).toEqual([{ kind: 'list-as-text', line: 1, count: 1 }]);
  expect((await taken(file, ['text', 'skip', 'skip', 'skip'])).cells).toEqual([['a'], ['b']]);
});

test.each(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'BROTLI', 'ZSTD', 'LZ4_RAW'] as const)(
  '%s and many row groups are read in order',
  async (codec) => {
    const total = 2_345;
    const file = parquetFile(
      {
        n: makeVector(Int32Array.from({ length: total }, (_, at) => at)),
        word: vectorFromArray(
          Array.from({ length: total }, (_, at) => `w${at % 7}`),
          new Utf8()
        )
      },
      { codec: Compression[codec], groupRows: 100, dictionary: codec !== 'SNAPPY' }
    );
    const { report, sketch } = await taken(file, ['number', 'text']);
    expect([report.rows, sketch.sample.length]).toEqual([total, 200]);
    expect(await rows(engine, "select count(*), sum(case when c0 = rowid and c1 = 'w' || (rowid % 7) then 0 else 1 end) from raw")).toEqual(
      [[total, 0]]
    );
  }
);

test('a file that is cut off, lies or is empty is refused, and leaves nothing behind', async () => {
  const total = 50_000;
  const whole = parquetFile({ n: makeVector(Float64Array.from({ length: total }, (_, at) => Math.sin(at))) }, { groupRows: 5_000 });
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const named = (parts: BlobPart[]) => new File(parts, 'orders.parquet');
  const refusal = async (file: File) => {
    await engine.execute('clear', ['drop table if exists raw']);
    return taken(file, ['number']).then(
      () => 'read',
      (error: { message: string }) => error.message
    );
  };
  expect(await refusal(named([bytes.slice(0, 10_000)]))).toBe('damaged');
  expect(await refusal(named([bytes.slice(0, 5)]))).toBe('damaged');
  expect(await refusal(named([bytes.slice(0, 4), bytes.slice(8_000)]))).toBe('damaged');
  const footer = bytes.slice();
  new DataView(footer.buffer).setUint32(bytes.length - 8, 0x7fffffff, true);
  expect(await refusal(named([footer]))).toBe('damaged');
  expect(await refusal(parquetFile({ n: makeVector(new Int32Array(0)) }))).toBe('header-only');
  expect(await rows(engine, "select count(*) from duckdb_tables() where table_name in ('raw', 'parquet_piece', 'parquet_head')")).toEqual([
    [0]
  ]);
  expect((await taken(whole, ['number'])).report.rows).toBe(total);
});

test('a type that the database does not know is refused with the name of its column', async () => {
  const file = parquetFile({ ok: text('a'), small: vectorFromArray([1.5], new Float16()) });
  await expect(engine.sketch('s', file)).rejects.toMatchObject({
    fault: 'unreadable-file',
    message: 'column-type',
    params: { column: 'small' }
  });
});

test('a load that is cancelled leaves nothing behind', async () => {
  const file = parquetFile({ n: makeVector(Int32Array.from({ length: 300_000 }, (_, at) => at)) }, { groupRows: 1_000 });
  const sketch = await engine.sketch('s', file);
  const loading = engine.load('gone', file, { table: 'gone', shape: sketch.shape, columns: [{ name: 'n', read: 'number' }] }, () => {
    void engine.cancel('gone');
  });
  await expect(loading).rejects.toMatchObject({ fault: 'cancelled' });
  expect(await rows(engine, "select count(*) from duckdb_tables() where table_name in ('gone', 'parquet_piece')")).toEqual([[0]]);
});
