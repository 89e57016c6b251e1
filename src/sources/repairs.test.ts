import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, startEngine } from '../../test/engine/engine.ts';
import { sumBalances } from './balance.ts';
import { CURRENCY_QUESTION } from './currency-answer.ts';
import { buildShop, openDraft, reviseDraft, type ImportOptions } from './import.ts';
import { mergesOf, withoutRepair, withRepair, type AmountRepair, type Repair, type SharedKey } from './repairs.ts';
import type { Balance, ShopFacts } from './source.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let drafted = 0;
const aside = (balance: Balance) =>
  Object.fromEntries(balance.setAside.filter(({ rows: count }) => count > 0).map(({ reason, rows: count }) => [reason, count]));

/** The shop of these files; `currencies` answers what is done about several. */
async function shopOf(files: readonly string[], options: ImportOptions = {}, currencies?: string) {
  const drafts = [];
  for (const [place, text] of files.entries()) {
    const draft = await openDraft(engine, `r${++drafted}`, new File([text.trim().replace(/^ +/gm, '')], `${place}.csv`));
    const change = { kind: 'answer', question: CURRENCY_QUESTION, answer: currencies ?? '' } as const;
    drafts.push(currencies === undefined ? draft : await reviseDraft(engine, draft, change));
  }
  const facts = await buildShop(engine, drafts, options);
  const { inFile, used, setAside } = facts.balance;
  expect(inFile).toBe(used + setAside.reduce((sum, one) => sum + one.rows, 0));
  expect(await rows(engine, 'select count(*) from set_aside')).toEqual([[inFile - used]]);
  const books = Object.values(facts.balancePerFile ?? {}).filter((one) => one !== undefined);
  if (books.length > 0) expect(sumBalances(books)).toEqual(facts.balance);
  expect(await rows(engine, 'select count(*), count(distinct customer) from all_orders')).toEqual([[facts.orders, facts.customers ?? 0]]);
  return facts;
}

/** The facts but for what names drafts, which are others each time. */
const withoutDrafts = ({ matches: _matches, balancePerFile: _books, ...facts }: ShopFacts) => facts;
const amounts = (way: AmountRepair['way'], low: number, high: number): AmountRepair => ({
  kind: 'amounts',
  way,
  k: 3,
  low,
  high,
  currency: null
});
const orders = () =>
  rows(
    engine,
    'select order_id, customer_id, amount from all_orders left join customer_profiles using (customer) order by order_id, cast(day as varchar), amount'
  );

const ORDERS = `order_id,customer_id,order_time,amount,channel
  1,a,2024-01-01 10:00:00,10.00,web
  2,a,2024-01-02 10:00:00,5000.00,web
  3,b,2024-01-03 10:00:00,12.00,app
  4,,2024-01-04 10:00:00,0.01,app
  5,c,2024-01-05 10:00:00,0.00,app`;

describe('amounts', () => {
  test('beyond the limits are moved to them, and zero is left alone', async () => {
    const facts = await shopOf([ORDERS], { repairs: [amounts('winsorise', 1, 100)] });
    expect((await orders()).map(([id, , amount]) => [id, amount])).toEqual([
      ['1', 10],
      ['2', 100],
      ['3', 12],
      ['4', 1],
      ['5', 0]
    ]);
    expect(facts.repairs).toEqual([{ repair: amounts('winsorise', 1, 100), high: 1, low: 1 }]);
    expect(facts.readings).toContainEqual({ code: 'repair-winsorised', level: 'info', params: { high: 100, low: 1, orders: 1, below: 1 } });
    expect(facts).toMatchObject({ orders: 5, amount: 123, balance: { used: 5, orders: 5, anonymous: 1 } });
  });

  test('beyond the limits are set aside with their rows, and the books balance', async () => {
    const facts = await shopOf([ORDERS], { repairs: [amounts('set-aside', 1, 100)] });
    expect(aside(facts.balance)).toEqual({ outlier: 2 });
    expect(facts.balance).toMatchObject({ inFile: 5, used: 3, orders: 3, anonymous: 0 });
    expect(await rows(engine, 'select reason, data_row, order_id from set_aside order by data_row')).toEqual([
      ['outlier', 2, '2'],
      ['outlier', 4, '4']
    ]);
    expect(facts.readings.map(({ code }) => code)).toContain('repair-set-aside');
  });

  test('of an order of several rows count as one, and all its rows are set aside', async () => {
    const lines = `order_id,line_id,customer_id,order_time,amount,product
      1,l1,a,2024-01-01 10:00:00,10.00,x
      2,l2,b,2024-01-02 10:00:00,60.00,x
      2,l3,b,2024-01-02 10:00:00,70.00,y
      3,l4,c,2024-01-03 10:00:00,80.00,x
      2,l5,b,2024-01-02 10:00:00,1.00,z`;
    const plain = await shopOf([lines]);
    expect(plain).toMatchObject({ orders: 3, amount: 221 });
    const facts = await shopOf([lines], { repairs: [amounts('set-aside', 1, 100)] });
    expect(aside(facts.balance)).toEqual({ outlier: 3 });
    expect(facts).toMatchObject({ orders: 2, amount: 90, customers: 2, balance: { used: 2, orders: 2 } });
    expect(await rows(engine, 'select data_row from set_aside order by data_row')).toEqual([[2], [3], [5]]);
  });

  test('without order numbers are found by their rows, in every file', async () => {
    const file = `customer_id,order_time,amount\n a,2024-01-01,10\n b,2024-01-02,900\n b,2024-01-03,11`;
    const other = `customer_id,order_time,amount\n c,2024-02-01,800\n c,2024-02-02,12`;
    const facts = await shopOf([file, other], { repairs: [amounts('set-aside', 1, 100)] });
    expect(aside(facts.balance)).toEqual({ outlier: 2 });
    expect(await rows(engine, 'select file, data_row from set_aside order by file')).toEqual([
      ['0.csv', 2],
      ['1.csv', 1]
    ]);
  });

  test('in another currency than the limits are left alone', async () => {
    const file = ORDERS.replace('amount', 'amount ($)');
    const facts = await shopOf([file], { repairs: [{ ...amounts('winsorise', 1, 100), currency: 'EUR' }] });
    expect(facts).toMatchObject({ currency: 'USD', amount: 5022.01, repairs: [{ high: 0, low: 0 }] });
    expect(facts.readings.map(({ code }) => code)).not.toContain('repair-winsorised');
  });

  test('of one of several currencies that are kept apart are repaired alone; converted ones by what they count as', async () => {
    const file = `order_id,customer_id,order_time,amount,currency
      1,a,2024-01-01 10:00:00,500.00,CNY
      2,a,2024-01-02 10:00:00,500.00,USD
      3,b,2024-01-03 10:00:00,20.00,CNY`;
    const of = (currency: string) => ({ ...amounts('winsorise', 1, 100), currency });
    const split = await shopOf([file], { repairs: [of('USD')] }, 'split');
    expect(split.currencies).toEqual([
      { value: 'CNY', orders: 2, amount: 520 },
      { value: 'USD', orders: 1, amount: 100 }
    ]);
    const rated = await shopOf([file], { repairs: [{ ...of('CNY'), high: 1000 }] }, 'CNY;USD=7');
    expect(rated).toMatchObject({ amount: 1520, repairs: [{ high: 1, low: 0 }] });
  });
});

const MEMBERS = `会员号,手机号,邮箱,会员等级
  A1,+86 138-0000-0001,a@x.test,金卡
  A2,13800000001,,银卡
  A3,,A@X.test,银卡
  A4,13800000004,,银卡
  A8,13800000004,,银卡
  A9,13800000009,,银卡`;
const BOUGHT = `order_id,customer_id,order_time,amount
  1,A2,2024-01-01 10:00:00,10.00
  2,A1,2024-02-01 10:00:00,11.00
  3,A1,2024-02-02 10:00:00,12.00
  4,A3,2024-02-02 12:00:00,13.00
  5,A4,2024-02-03 12:00:00,14.00
  6,A5,2024-02-04 12:00:00,15.00`;

describe('customers', () => {
  test('that share a telephone number or an e-mail are found, and nobody who does not', async () => {
    const facts = await shopOf([BOUGHT, MEMBERS]);
    expect(facts.customers).toBe(5);
    expect(facts.samePeople).toEqual({
      tooShared: 0,
      links: [
        { kind: 'email', ids: ['A1', 'A3'], file: '1.csv', shown: 'a***@x.test' },
        { kind: 'phone', ids: ['A1', 'A2'], file: '1.csv', shown: '138****0001' }
      ]
    });
  });

  test('become the one who ordered first; members and messages follow', async () => {
    const facts = await shopOf([BOUGHT, MEMBERS], { repairs: [{ kind: 'merge' }] });
    expect(facts).toMatchObject({ customers: 3, orders: 6, amount: 75, repairs: [{ repair: { kind: 'merge' }, high: 2, low: 0 }] });
    expect((await orders()).map(([id, customer]) => [id, customer])).toEqual([
      ['1', 'A2'],
      ['2', 'A2'],
      ['3', 'A2'],
      ['4', 'A2'],
      ['5', 'A4'],
      ['6', 'A5']
    ]);
    expect(await rows(engine, 'select customer_id, frequency, orders from customers order by customer_id')).toEqual([
      ['A2', 3, 4],
      ['A4', 1, 1],
      ['A5', 1, 1]
    ]);
    expect(
      await rows(engine, 'select customer_id, count(*) from all_members join customer_profiles using (customer) group by 1 order by 1')
    ).toEqual([
      ['A2', 3],
      ['A4', 2]
    ]);
  });

  test('are found in the order file itself, and a number that many share joins nobody', async () => {
    const shared = Array.from({ length: 6 }, (_, at) => `9${at},s${at},2024-03-0${at + 1} 10:00:00,5.00,13911111111`).join('\n');
    const file = `order_id,customer_id,order_time,amount,phone
      1,a,2024-01-01 10:00:00,10.00,138 0000 0001
      2,b,2024-01-02 10:00:00,11.00,+8613800000001
      3,c,2024-01-03 10:00:00,12.00,138****0001
      4,d,2024-01-04 10:00:00,13.00,138****0001
      ${shared}`;
    const facts = await shopOf([file]);
    expect(facts.samePeople).toEqual({ tooShared: 1, links: [{ kind: 'phone', ids: ['a', 'b'], file: '0.csv', shown: '138****0001' }] });
    expect((await shopOf([file], { repairs: [{ kind: 'merge' }] })).customers).toBe((facts.customers ?? 0) - 1);
    // What was found before holds where the column is not here any more.
    const without = file.replace('amount,phone', 'amount,x');
    const before = facts.samePeople?.links ?? [];
    expect((await shopOf([without], { repairs: [{ kind: 'merge' }], samePeople: before })).customers).toBe((facts.customers ?? 0) - 1);
    expect((await shopOf([without])).samePeople).toBeUndefined();
    // Nobody is known any more: then nobody is double.
    expect((await shopOf([without.replace('customer_id', 'note')], { samePeople: before })).samePeople?.links).toEqual([]);
  });
});

test('beyond what is compared at once, whole keys are left out and counted', async () => {
  const people = Array.from({ length: 10_050 }, (_, at) => 13_000_000_000 + at);
  const lines = people.flatMap((phone, at) => [`a${at},${phone}`, `b${at},${phone}`]);
  const file = ['order_id,customer_id,phone,order_time,amount', ...lines.map((line, at) => `${at},${line},2024-01-01 10:00:00,5.00`)].join(
    '\n'
  );
  const { samePeople } = await shopOf([file]);
  expect(samePeople).toMatchObject({ tooShared: 0, leftOut: 50 });
  expect(samePeople?.links).toHaveLength(10_000);
});

test('without a repair the numbers are the former ones, and a repair that finds nothing changes nothing', async () => {
  const numbers = withoutDrafts(await shopOf([BOUGHT, MEMBERS]));
  const before = await orders();
  const repairs: Repair[] = [amounts('set-aside', 11, 12), { kind: 'merge' }];
  expect((await shopOf([BOUGHT, MEMBERS], { repairs })).orders).toBe(2);
  expect(withoutDrafts(await shopOf([BOUGHT, MEMBERS]))).toEqual(numbers);
  expect(await orders()).toEqual(before);
  const { repairs: applied, ...same } = withoutDrafts(await shopOf([BOUGHT, MEMBERS], { repairs: [amounts('set-aside', 1, 1e6)] }));
  expect(applied).toEqual([{ repair: amounts('set-aside', 1, 1e6), high: 0, low: 0 }]);
  expect(same).toEqual(numbers);
});

test('the time until orders are paid is told where a file tells both times', async () => {
  const file = `order_id,customer_id,created at,paid at,amount
    1,a,2024-01-01 10:00:00,2024-01-01 10:10:00,1.00
    2,b,2024-01-01 10:00:00,2024-01-01 10:30:00,1.00
    3,c,2024-01-01 10:00:00,2024-01-03 10:00:00,1.00
    4,d,2024-01-01 10:00:00,2024-01-01 09:50:00,1.00
    5,e,2024-01-01 10:00:00,,1.00`;
  const facts = await shopOf([file]);
  expect(Object.values(facts.payDelays ?? {})).toEqual([{ minutes: 20, late: 0.25, before: 0.25 }]);
  expect((await shopOf([ORDERS])).payDelays).toBeUndefined();
});

test('the one who ordered first stays, through links of links; a repair takes the place of its kind', () => {
  const link = (one: string, other: string): SharedKey => ({ kind: 'phone', ids: [one, other], file: 'f', shown: '' });
  expect([...mergesOf([link('a', 'b'), link('c', 'd'), link('b', 'c'), link('e', 'z')], ['c', 'e', 'a', 'b', 'd'])]).toEqual([
    ['a', 'c'],
    ['b', 'c'],
    ['d', 'c']
  ]);
  const list = withRepair(withRepair([{ kind: 'merge' }], amounts('winsorise', 1, 2)), amounts('set-aside', 1, 2));
  expect(list).toEqual([{ kind: 'merge' }, amounts('set-aside', 1, 2)]);
  expect(withoutRepair(list, 'amounts')).toEqual([{ kind: 'merge' }]);
});
