import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, startEngine, table } from '../../test/engine/engine.ts';
import { quoteText } from '../engine/sql.ts';
import { formatFor } from '../i18n/format.ts';
import { checkColumns } from './checks.ts';
import { decideFormats, formatQuestions } from './column-formats.ts';
import { chooseReads, guessMapping } from './guess-mapping.ts';
import { customerExpression, keyExpression, measureIdentity } from './identity.ts';
import { withRole, type Mapping, type Role } from './mapping.ts';
import { noteText } from './messages.ts';
import type { RawTable } from './raw-table.ts';
import { readStatuses, statusExpression } from './statuses.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const run = (sql: string) => table(engine, sql);

/** A raw table of text columns under headers, with the mapping guessed from them. */
async function fileOf(columns: Readonly<Record<string, readonly (string | null)[]>>): Promise<{ raw: RawTable; mapping: Mapping }> {
  const headers = Object.keys(columns);
  const length = Math.max(...Object.values(columns).map((cells) => cells.length));
  const cell = (header: string, row: number) => columns[header]?.[row] ?? null;
  const line = (row: number) =>
    `(${headers.map((header) => (cell(header, row) === null ? 'cast(null as varchar)' : quoteText(String(cell(header, row))))).join(', ')})`;
  await engine.execute('raw', [
    `create or replace table raw as select * from (values ${Array.from({ length }, (_, row) => line(row)).join(', ')}) as t(${headers.map((_, index) => `c${index}`).join(', ')})`
  ]);
  const sample = Array.from({ length: Math.min(length, 200) }, (_, row) => headers.map((header) => cell(header, row) ?? ''));
  return { raw: { name: 'raw', rows: length, headers, reads: headers.map(() => 'text') }, mapping: guessMapping(headers, sample) };
}

const repeat = (count: number, cell: (index: number) => string | null) => Array.from({ length: count }, (_, index) => cell(index));
const orders = (count: number) => ({
  订单号: repeat(count, (index) => `O${index}`),
  下单时间: repeat(count, () => '2025-01-01 10:00:00'),
  实付金额: repeat(count, () => '10')
});

async function gate(
  keys: Readonly<Record<string, readonly (string | null)[]>>,
  change: (mapping: Mapping) => Mapping = (mapping) => mapping
) {
  const { raw, mapping } = await fileOf({ ...orders(Object.values(keys)[0]?.length ?? 0), ...keys });
  const identity = await measureIdentity(run, raw, change(mapping), 'keys');
  const customers = identity.key
    ? await rows(
        engine,
        `select count(distinct customer), count(*) - count(customer) from (select ${customerExpression(raw, identity.key)} as customer from raw)`
      )
    : null;
  return {
    ...identity,
    chosenHeader: identity.chosen === null ? null : raw.headers[identity.chosen],
    customers: customers?.[0] ?? null,
    codes: identity.candidates.map((one) => one.why.map((note) => note.code))
  };
}

describe('the identity gate', () => {
  test('passes a key that comes back', async () => {
    expect(await gate({ 买家昵称: repeat(60, (index) => `b${index % 40}`) })).toMatchObject({
      chosenHeader: '买家昵称',
      customers: [40, 0],
      candidates: [{ verdict: 'sound', distinct: 40, rows: 60, empty: 0, masked: 0, placeholder: 0 }]
    });
  });

  test('measures whoever gets the parcel where nobody else is named, and says why it will not do', async () => {
    const douyin = { 主订单编号: repeat(40, (index) => `O${index}`), 选购商品: repeat(40, () => '茶') };
    const masked = await gate({ ...douyin, 收件人手机号: repeat(40, (index) => `138****${1000 + (index % 20)}`) });
    expect(masked).toMatchObject({ chosen: null, candidates: [{ verdict: 'unsound', rows: 40, masked: 40 }] });
    expect(masked.codes).toEqual([['key-masked', 'key-recipient']]);
    const whole = { ...douyin, 收件人手机号: repeat(40, (index) => `1380000${1000 + (index % 20)}`) };
    expect(await gate(whole)).toMatchObject({ chosen: null, candidates: [{ verdict: 'doubtful', distinct: 20, masked: 0 }] });
    const choose = (mapping: Mapping) => withRole(mapping, mapping.personal.indexOf('phone'), 'customer');
    expect(await gate(whole, choose)).toMatchObject({ chosenHeader: '收件人手机号', customers: [20, 0] });
    // Beside a key of the buyer's own it is not read.
    expect(await gate({ ...whole, 买家昵称: repeat(40, (index) => `b${index % 20}`) })).toMatchObject({ chosenHeader: '买家昵称' });
  });

  test('refuses a masked phone', async () => {
    expect(await gate({ 手机号: repeat(40, (index) => `138****${1000 + (index % 20)}`) })).toMatchObject({
      chosen: null,
      key: null,
      candidates: [{ verdict: 'unsound', masked: 40 }],
      codes: [['key-masked']]
    });
  });

  test('refuses ciphertext', async () => {
    expect(await gate({ 用户id: repeat(40, (index) => `##${'aGVsbG8gd29ybGQ'}${index}#`) })).toMatchObject({
      chosen: null,
      candidates: [{ verdict: 'unsound' }]
    });
  });

  test('refuses a constant', async () => {
    expect(await gate({ 会员号: repeat(60, () => '888') })).toMatchObject({ chosen: null, codes: [['key-constant']] });
  });

  test('doubts a proper customer column that is different on every row, and refuses an unclear one', async () => {
    expect(await gate({ customer_id: repeat(40, (index) => `c${index}`) })).toMatchObject({
      chosenHeader: 'customer_id',
      candidates: [{ verdict: 'doubtful' }],
      codes: [['key-all-different']]
    });
    expect(await gate({ 'shop customer no here': repeat(40, (index) => `c${index}`) })).toMatchObject({
      chosen: null,
      candidates: [{ verdict: 'unsound' }]
    });
  });

  test('placeholders are nobody', async () => {
    const nobody = ['0', '-', 'null', 'Guest', 'anonymous', '无', '匿名', null, '  '];
    const keys = [...repeat(40, (index) => `c${index % 20}`), ...nobody];
    expect(await gate({ customer_id: keys })).toMatchObject({
      customers: [20, 9],
      candidates: [{ verdict: 'sound', empty: 2, placeholder: 7, distinct: 20 }]
    });
  });

  test('0 is the first customer where they are numbered without a gap, else a guest', async () => {
    expect(await gate({ customer_id: repeat(40, (index) => `${index % 20}`) })).toMatchObject({ customers: [20, 0] });
    expect(await gate({ customer_id: repeat(40, (index) => `${(index % 20) * 2}`) })).toMatchObject({ customers: [19, 2] });
  });

  test('one key on more than a twentieth of the rows is nobody, but a small shop may have a very good customer', async () => {
    const till = await gate({ customer_id: [...repeat(90, (index) => `c${index % 45}`), ...repeat(20, () => '13800000000')] });
    expect(till).toMatchObject({ customers: [45, 20], candidates: [{ placeholder: 20, distinct: 45, verdict: 'sound' }] });
    expect(till.codes[0]).toContain('key-top');
    expect(await gate({ customer_id: ['a', 'a', 'a', 'a', 'b', 'b', 'c'] })).toMatchObject({
      customers: [3, 0],
      candidates: [{ placeholder: 0 }]
    });
  });

  test('a whole key replaces one that half of the rows lack', async () => {
    const guests = {
      customer_id: repeat(60, (index) => (index % 2 ? '0' : `${index % 15}`)),
      customer_email: repeat(60, (index) => `p${index % 30}@example.com`)
    };
    expect(await gate(guests)).toMatchObject({ chosenHeader: 'customer_email' });
    expect(await gate(guests, (mapping) => withRole(mapping, mapping.roles.indexOf('customer'), 'customer'))).toMatchObject({
      chosenHeader: 'customer_id'
    });
  });

  test('the next sound key is taken where the mapped one is unsound', async () => {
    expect(await gate({ customer_id: repeat(60, () => '1'), 买家昵称: repeat(60, (index) => `b${index % 20}`) })).toMatchObject({
      chosenHeader: '买家昵称'
    });
  });

  test('the user may take the customer away', async () => {
    expect(
      await gate({ customer_id: repeat(60, (index) => `b${index % 20}`) }, (mapping) =>
        withRole(mapping, mapping.roles.indexOf('customer'), null)
      )
    ).toMatchObject({ chosen: null, candidates: [{ verdict: 'sound' }] });
  });

  test('ids cut by a spreadsheet are not told apart', async () => {
    expect(await gate({ customer_id: repeat(40, (index) => `1.9306${index % 20}E+15`) })).toMatchObject({
      chosen: null,
      codes: [['key-cut']]
    });
  });
});

test('e-mails fold case, phones fold +86, blanks, dashes and full-width digits, other keys are exact', async () => {
  const key = async (text: string, kind: 'exact' | 'email' | 'phone') =>
    (await rows(engine, `select ${keyExpression(quoteText(text), 'text', kind)}`))[0]?.[0];
  expect(await key('Ann@Example.com', 'email')).toBe('ann@example.com');
  for (const phone of ['13812345678', '+86 138-1234-5678', '8613812345678', '１３８１２３４５６７８', '0086 13812345678', "'13812345678"])
    expect(await key(phone, 'phone'), phone).toBe('13812345678');
  expect(await key('Ann', 'exact')).toBe('Ann');
  expect(await key('007', 'exact')).toBe('007');
});

describe('statuses of a column', () => {
  test('unknown values are asked once, with their rows, and answered one by one or all together', async () => {
    const { raw, mapping } = await fileOf({ ...orders(6), 订单状态: ['交易成功', '交易成功', '奇怪', '奇怪', '更怪', '-'] });
    const reading = await readStatuses(run, raw, mapping, 'status');
    expect(reading?.question).toMatchObject({
      id: 'status',
      answer: null,
      values: [
        { value: '奇怪', rows: 2 },
        { value: '更怪', rows: 1 }
      ]
    });
    const answered = async (answer: string) => {
      const again = await readStatuses(run, raw, { ...mapping, answers: { status: answer } }, 'status');
      if (!again) throw new Error('no status column');
      return [
        again.question?.answer !== null,
        (await rows(engine, `select ${statusExpression(again, 'c3')} from raw order by rowid`)).flat()
      ];
    };
    expect(await answered('paid')).toEqual([true, ['paid', 'paid', 'paid', 'paid', 'paid', null]]);
    expect(await answered('{"奇怪":"cancelled","更怪":"unpaid"}')).toEqual([
      true,
      ['paid', 'paid', 'cancelled', 'cancelled', 'unpaid', null]
    ]);
    expect(await answered('{"奇怪":"cancelled"}')).toEqual([false, ['paid', 'paid', 'cancelled', 'cancelled', null, null]]);
  });
});

const DATA = new URL('../../../shared/data/', import.meta.url);

describe.skipIf(!existsSync(DATA))('public files', () => {
  async function understood(name: string) {
    const file = new File([readFileSync(new URL(name, DATA))], name);
    const sketch = await engine.sketch('s', file);
    const mapping = guessMapping(sketch.columns, sketch.sample);
    const reads = chooseReads(sketch.columns, sketch.sample, mapping);
    const load = await engine.load(
      'l',
      file,
      {
        table: 'raw',
        shape: sketch.shape,
        columns: sketch.columns.map((column, index) => ({ name: column, read: reads[index] ?? 'text' }))
      },
      () => undefined
    );
    const raw: RawTable = { name: 'raw', rows: load.rows, headers: sketch.columns, reads: load.reads };
    const formats = await decideFormats(run, raw, mapping);
    const identity = await measureIdentity(run, raw, mapping, 'keys');
    const status = await readStatuses(run, raw, mapping, 'status');
    const checks = await checkColumns(run, raw, mapping, formats, identity, { statuses: [status], currency: 'CNY' });
    const inWords = (role: Role) => (checks[mapping.roles.indexOf(role)] ?? []).map((note) => noteText(note, 'en', formatFor('en', null)));
    for (const note of [...checks.flat(), ...identity.candidates.flatMap((one) => one.why)])
      expect(noteText(note, 'zh', formatFor('zh', null))).not.toContain('undefined');
    return {
      mapping,
      formats,
      identity,
      questions: formatQuestions(formats, mapping),
      status,
      inWords,
      chosen: identity.chosen === null ? null : sketch.columns[identity.chosen]
    };
  }

  test('tmall_order_report.csv has no customer, and says so', async () => {
    const { identity, mapping, inWords, questions } = await understood('tmall_order_report.csv');
    expect(identity).toMatchObject({ chosen: null, key: null });
    expect(mapping.roles).toEqual(['order_id', 'gross', 'amount', 'region', 'order_time', 'pay_time', 'refund']);
    expect(inWords('order_id')).toEqual(['all different']);
    expect(inWords('order_time')).toEqual(['1 Feb 2020 to 29 Feb 2020']);
    expect(questions).toEqual([]);
  });

  test('cn_orders_shujubuchuiniu.csv has 25,949 buyers', async () => {
    const { identity, chosen, status, inWords } = await understood('cn_orders_shujubuchuiniu.csv');
    expect(chosen).toBe('买家昵称');
    expect(identity.candidates).toMatchObject([{ distinct: 25_420 + 529, verdict: 'sound' }]);
    expect(status?.question).toBeNull();
    expect(inWords('status')).toEqual(['counts 交易成功 only']);
    expect(inWords('customer')).toEqual(['25,949 different', 'none empty']);
  });

  test.each([
    ['cdnow_sample_transactions.csv', 'customer_id', 2357],
    ['rfm_data_orders.csv', 'customer_id', 995],
    ['lifetimes_example_transactions.csv', 'id', 5000]
  ])('%s: customers by %s', async (name, header, customers) => {
    const { identity, chosen, questions } = await understood(name);
    expect(chosen).toBe(header);
    expect(identity.candidates.find((one) => one.column === identity.chosen)).toMatchObject({ distinct: customers, verdict: 'sound' });
    expect(questions).toEqual([]);
  });
});
