import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine, table } from '../../test/engine/engine.ts';
import { formatFor } from '../i18n/format.ts';
import { checkColumns } from './checks.ts';
import { decideFormats } from './column-formats.ts';
import { guessMapping } from './guess-mapping.ts';
import { measureIdentity } from './identity.ts';
import { noteText } from './messages.ts';
import type { RawTable } from './raw-table.ts';
import { readStatuses } from './statuses.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const run = (sql: string) => table(engine, sql);

test('says in words what is in each column', async () => {
  await engine.execute('raw', [
    `create or replace table raw as select * from (values
      ('="1"', 'a', '25/12/2024', '2025-01-01 10:00:00', '¥10.00', '0', '交易成功', '2', '上海'),
      ('="2"', 'b', '01/02/2025', null, '¥30.00', '-', '等待买家付款', '1', '上海'),
      ('="2"', 'b', '02/02/2025', 'soon', '¥0.00', '5', '交易成功', '1', '北京'),
      ('4', 'b', null, '2025-03-01 10:00:00', '-¥5.00', null, '交易成功', '12', null)) as t(c0, c1, c2, c3, c4, c5, c6, c7, c8)`
  ]);
  const headers = ['订单号', '会员号', '下单时间', '付款时间', '实付金额', '退款金额', '订单状态', '数量', '省份', '收货人', '备用'];
  const mapping = guessMapping(headers, []);
  const raw: RawTable = {
    name: 'raw',
    rows: 4,
    headers,
    reads: ['text', 'text', 'text', 'text', 'text', 'text', 'text', 'text', 'text', 'skip', 'skip']
  };
  const formats = await decideFormats(run, raw, mapping);
  const identity = await measureIdentity(run, raw, mapping, 'keys');
  const checks = await checkColumns(run, raw, mapping, formats, identity, {
    statuses: [await readStatuses(run, raw, mapping, 'status')],
    currency: 'CNY'
  });
  const inWords = (locale: 'en' | 'zh') =>
    Object.fromEntries(
      headers.map((header, column) => [header, (checks[column] ?? []).map((note) => noteText(note, locale, formatFor(locale, null)))])
    );
  expect(inWords('en')).toEqual({
    订单号: ['1 repeated', 'formula wrapping removed from 3'],
    会员号: ['2 different', 'none empty'],
    下单时间: ['Dec 2024 to Feb 2025', 'read as day/month/year', '1 empty'],
    付款时间: ['Jan 2025 to Mar 2025', '1 not a date', '1 empty'],
    实付金额: ['CNY, median 10.00', '1 zero', '1 negative'],
    退款金额: ['CNY, median 5.00 where it is not zero', '1 not zero'],
    订单状态: ['counts 交易成功 only'],
    数量: ['up to 12'],
    省份: ['2 different', '1 empty'],
    收货人: ['personal, left out'],
    备用: ['not used']
  });
  expect(inWords('zh')['下单时间']).toEqual(['2024-12 至 2025-02', '按“日/月/年”读取', '1 个为空']);
});

test('a column of refunds is read as refunds, and speaks of no payment', async () => {
  const headers = ['订单号', '下单时间', '实付金额', '售后状态'];
  const said = async (states: readonly string[]) => {
    await engine.execute('raw', [
      `create or replace table raw as select * from (values ${states.map((state, row) => `('${row}', '2025-01-01', '1', '${state}')`).join(', ')}) as t(c0, c1, c2, c3)`
    ]);
    const raw: RawTable = { name: 'raw', rows: states.length, headers, reads: headers.map(() => 'text') };
    const mapping = guessMapping(headers, []);
    const [formats, identity] = [await decideFormats(run, raw, mapping), await measureIdentity(run, raw, mapping, 'keys')];
    const statuses = [await readStatuses(run, raw, mapping, 'refund_status')];
    const checks = await checkColumns(run, raw, mapping, formats, identity, { statuses });
    return (checks[3] ?? []).map((note) => noteText(note, 'en', formatFor('en', null)));
  };
  expect(await said(['-', '-', '退款成功'])).toEqual(['takes “退款成功” as refunded']);
  expect(await said(['退款成功', '已全额退款', '无售后'])).toEqual(['2 values count as refunded']);
  expect(await said(['-', '无售后'])).toEqual(['nothing refunded']);
});
