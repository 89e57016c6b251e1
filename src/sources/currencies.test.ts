import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows, startEngine } from '../../test/engine/engine.ts';
import { buildShop, openDraft, reviseDraft } from './import.ts';
import { standalone, type Scope } from './scope.ts';
import { askedTogether } from './shop-currency.ts';
import type { Draft, ShopFacts } from './source.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let opened = 0;
const open = (text: string): Promise<Draft> =>
  openDraft(engine, `m${++opened}`, new File([text.trim().replace(/^ +/gm, '')], `file-${opened}.csv`));
async function answered(text: string, answer: string): Promise<Draft> {
  return reviseDraft(engine, await open(text), { kind: 'answer', question: 'currency', answer });
}
const aside = ({ balance }: Pick<Draft, 'balance'>) =>
  Object.fromEntries(balance.setAside.filter((one) => one.rows > 0).map((one) => [one.reason, one.rows]));
const amounts = async () =>
  (await rows(engine, 'select order_id, amount, coalesce(refund, 0) from all_orders order by order_id')).map((cells) => cells.join(' '));
const said = ({ readings }: Pick<Draft, 'readings'>, code: string) =>
  readings.filter((note) => note.code === code).map(({ params }) => params);

const MIXED = `order_id,customer_id,order_time,amount,refund,currency
  1,a,2024-01-01,100.00,0,CNY
  2,a,2024-01-02,10.05,0,usd
  3,b,2024-01-03,20.00,5.00,USD
  4,b,2024-01-04,10.00,0,EUR
  5,c,2024-01-05,33.33,0,CNY
  6,c,2024-01-06,1.11,0,
  7,c,2024-01-07,8.00,8.00,USD`;

test('amounts are converted at the rates given and rounded to cents; what has no rate stays set aside', async () => {
  const draft = await answered(MIXED, 'CNY;USD=７,1');
  expect(aside(draft)).toEqual({ 'other-currency': 1, refunded: 1 });
  expect(draft.questions).toMatchObject([{ id: 'currency', answer: 'CNY;USD=7.1' }]);
  expect(said(draft, 'currency-rate')).toEqual([{ code: 'USD', rate: '7.10', base: 'CNY', rows: 3 }]);
  expect(said(draft, 'currency-unrated')).toEqual([{ code: 'EUR', rows: 1 }]);
  // 10.05 × 7.1 = 71.355; (20 − 5) × 7.1 = 106.50.
  expect(await buildShop(engine, [draft])).toMatchObject({ orders: 5, currency: 'CNY', amount: 100 + 71.36 + 106.5 + 33.33 + 1.11 });
  expect(await amounts()).toEqual(['1 100 0', '2 71.36 0', '3 106.5 35.5', '5 33.33 0', '6 1.11 0']);
});

test('rates of currencies that a file does not have change nothing, nor do rates that fit none of its own', async () => {
  const partly = await answered(MIXED, 'CNY;GBP=9');
  expect(aside(partly)).toEqual({ 'other-currency': 4 });
  expect((await buildShop(engine, [partly])).amount).toBe(134.44);
  const foreign = await answered(MIXED, 'JPY;GBP=190');
  expect(foreign.questions).toMatchObject([{ answer: null }]);
  expect(aside(foreign)).toEqual({ 'other-currency': 3, refunded: 1 });
});

test('the base may be any of them, and every currency may have a rate', async () => {
  const facts = await buildShop(engine, [await answered(MIXED, 'EUR;CNY=0.125;USD=0.9')]);
  expect(facts).toMatchObject({ orders: 6, currency: 'EUR' });
  // 100 × 0.125, 10.05 × 0.9 = 9.045, 15 × 0.9, 10, 33.33 × 0.125 = 4.16625, and 1.11 that names no currency.
  expect(await amounts()).toEqual(['1 12.5 0', '2 9.05 0', '3 13.5 4.5', '4 10 0', '5 4.17 0', '6 1.11 0']);
});

test('quantity × unit price, and gross less discount, are converted as a whole', async () => {
  await buildShop(engine, [
    await answered(
      `order_id,customer_id,order_time,quantity,unit_price,currency
      1,a,2024-01-01,3,1.99,CNY
      2,a,2024-01-02,3,1.99,USD`,
      'CNY;USD=7.123'
    )
  ]);
  // 5.97 × 7.123 = 42.52431.
  expect(await amounts()).toEqual(['1 5.97 0', '2 42.52 0']);
});

test('a refund with a row of its own is taken off an order of its own currency, also where the amount is alike', async () => {
  const text = `order_id,customer_id,order_time,amount,currency
    1,a,2024-01-01,10.00,CNY
    2,a,2024-01-02,10.00,USD
    3,a,2024-01-03,50.00,CNY
    4,b,2024-01-03,70.00,USD
    5,b,2024-01-04,30.00,CNY
    R1,a,2024-02-01,-10.00,USD
    4-R,b,2024-02-02,-20.00,USD
    R3,a,2024-02-03,-5.00,CNY
    R9,b,2024-02-04,-99.00,CNY`;
  const rated = await answered(text, 'CNY;USD=7');
  await buildShop(engine, [rated]);
  expect(await amounts()).toEqual(['1 10 0', '3 45 5', '4 350 140']);
  expect(said(rated, 'refund-rows')).toEqual([{ rows: 4, byOrder: 1, byAmount: 1, byCustomer: 2 }]);
  expect(said(rated, 'refund-rows-unmatched')).toEqual([{ rows: 0, amount: 69, code: 'CNY' }]);
  await buildShop(engine, [await answered(text, 'split')]);
  expect(await amounts()).toEqual(['1 10 0', '3 45 5', '4 50 20']);
});

test('a refund that names an order in another currency is worth as much of it as the rates say, and nothing without rates', async () => {
  const text = `order_id,customer_id,order_time,amount,currency
    1,a,2024-01-01,10.00,USD
    2,b,2024-01-02,10.00,CNY
    1-R,a,2024-02-01,-35.00,CNY`;
  await buildShop(engine, [await answered(text, 'CNY;USD=7')]);
  expect(await amounts()).toEqual(['1 35 35', '2 10 0']);
  await buildShop(engine, [await answered(text, 'split')]);
  expect(await amounts()).toEqual(['1 10 0', '2 10 0']);
});

test('lines of an order are read in their own currency, and an order in two of them is set aside', async () => {
  const text = `order_id,customer_id,order_time,amount,product,currency
    1,a,2024-01-01,100.004,tea,JPY
    1,a,2024-01-01,101,jam,JPY
    2,a,2024-01-02,10,tea,USD
    2,a,2024-01-02,12,jam,USD
    3,b,2024-01-03,10,tea,USD
    3,b,2024-01-03,10,jam,JPY`;
  const draft = await answered(text, 'USD;JPY=0.00001');
  expect(aside(draft)).toEqual({ 'other-currency': 2 });
  expect(draft.readings.map(({ code }) => code)).toContain('lines-sum');
  const split = await answered(text, 'split');
  expect(aside(split)).toEqual({ 'other-currency': 2 });
  expect((await buildShop(engine, [split])).currencies).toEqual([
    { value: 'JPY', orders: 1, amount: 201 },
    { value: 'USD', orders: 1, amount: 22 }
  ]);
});

test('a paid amount that is net already is seen to be so whatever the rates', async () => {
  const draft = await answered(
    `订单编号,买家会员名,总金额,买家实际支付金额,订单创建时间,退款金额,币种
    1,甲,100.00,90.00,2024-01-01 10:00:00,10.00,日元
    2,甲,20.00,15.00,2024-01-02 10:00:00,5.00,美元
    3,甲,20.00,20.00,2024-01-02 10:00:00,0,USD`,
    'USD;JPY=0.0067'
  );
  expect(draft.readings.map(({ code }) => code)).toContain('paid-is-net');
  await buildShop(engine, [draft]);
  // 90 × 0.0067 = 0.603, 10 × 0.0067 = 0.067.
  expect(await amounts()).toEqual(['1 0.6 0.07', '2 15 5', '3 20 0']);
});

const one = (code: string, count: number, from = 0) =>
  [
    'order_id,customer_id,order_time,amount,currency',
    ...Array.from({ length: count }, (_, index) => `${from + index},c${index % 2},2024-01-0${index + 1},10.00,${code}`)
  ].join('\n');

test('files in one currency each are asked about together, and one answer holds for all of them', async () => {
  const [usd, eur] = [await open(one('USD', 2)), await open(one('EUR', 3, 2))];
  expect(usd.questions).toEqual([]);
  expect(askedTogether(usd, [usd], []).questions).toEqual([]);
  expect(askedTogether(usd, [usd], [eur]).questions).toMatchObject([
    {
      id: 'currency',
      options: ['USD', 'EUR'],
      values: [
        { value: 'USD', rows: 2, amount: 20 },
        { value: 'EUR', rows: 3 }
      ],
      answer: null
    }
  ]);
  const rated = await reviseDraft(engine, usd, { kind: 'answer', question: 'currency', answer: 'EUR;USD=0.9' });
  expect(askedTogether(rated, [rated], [eur]).questions).toMatchObject([{ answer: 'EUR;USD=0.9' }]);
  expect(askedTogether(rated, [rated, eur], []).questions).toMatchObject([{ answer: null }]);
  expect(await buildShop(engine, [rated, eur])).toMatchObject({ orders: 5, currency: 'EUR', amount: 48 });
});

test('the answer that was given last reaches files that are in the shop already', async () => {
  const eur = await open(one('EUR', 3, 2));
  await buildShop(engine, [eur]);
  const usd = await answered(one('USD', 2), 'USD;EUR=1.1');
  expect(await buildShop(engine, [eur, usd])).toMatchObject({ orders: 5, currency: 'USD', amount: 53 });
  expect(await buildShop(engine, [await open(one('EUR', 3, 2)), await answered(one('USD', 2), 'USD')])).toMatchObject({
    orders: 2,
    currency: 'USD',
    amount: 20
  });
});

test('refunds of a file of their own are in the currency of the order', async () => {
  const orders = await answered(
    `order_id,customer_id,order_time,amount,currency
    1,a,2024-01-01,10.00,CNY
    2,a,2024-01-02,10.00,USD
    3,a,2024-01-02,10.00,USD`,
    'CNY;USD=7'
  );
  const refunds = await open(`退款编号,订单编号,退款金额,退款状态
    r1,2,4.00,退款成功
    r2,3,10.00,退款成功`);
  const facts = await buildShop(engine, [orders, refunds]);
  expect(facts.amount).toBe(52);
  expect(await amounts()).toHaveLength(2);
});

const split = (facts: ShopFacts, currency: string): Scope => ({ asOf: facts.lastDay, from: null, filters: {}, currency });
const sumIn = async (sql: string) => Number((await rows(engine, sql))[0]?.[0]);

test('a shop that keeps all currencies shows one at a time, each with the sum of its own', async () => {
  const facts = await buildShop(engine, [await answered(MIXED, 'split')]);
  expect(facts).toMatchObject({ orders: 6, currency: 'USD', amount: 26.16 });
  expect(facts.currencies).toEqual([
    // One row names none: it is in the most frequent one.
    { value: 'USD', orders: 3, amount: 26.16 },
    { value: 'CNY', orders: 2, amount: 133.33 },
    { value: 'EUR', orders: 1, amount: 10 }
  ]);
  for (const { value, amount } of facts.currencies ?? []) {
    for (const table of ['orders', 'purchases', 'customer_months'])
      expect(await sumIn(standalone(`select cast(sum(amount) as double) from ${table}`, split(facts, value)))).toBeCloseTo(amount, 6);
    const monetary = standalone('select cast(sum(monetary) as double) from customers', split(facts, value));
    expect(await sumIn(monetary)).toBeCloseTo(amount, 6);
    expect(monetary).toContain(`currency = '${value}'`);
  }
  // Hand-written SQL sees the first one, and purchase days of all have no amount.
  expect(await sumIn('select cast(sum(amount) as double) from orders')).toBe(26.16);
  expect(await rows(engine, 'select count(amount) from all_purchases')).toEqual([[0]]);
});

test('files of several currencies keep them apart, with signs told by the file that says more', async () => {
  const signed = await open(`order_id,customer_id,order_time,amount
    90,z,2024-01-09,$7.00`);
  const facts = await buildShop(engine, [signed, await open(one('EUR', 3, 2)), await answered(one('AUD', 1), 'split')]);
  expect(facts.currencies).toEqual([
    { value: 'EUR', orders: 3, amount: 30 },
    { value: 'AUD', orders: 2, amount: 17 }
  ]);
});

test('one currency alone is nothing to keep apart', async () => {
  const facts = await buildShop(engine, [await answered(one('EUR', 3), 'split')]);
  expect(facts).toMatchObject({ currency: 'EUR', amount: 30 });
  expect(facts.currencies).toBeUndefined();
});

test('names and signs in a column of currencies are their codes', async () => {
  const draft = await open(`order_id,customer_id,order_time,amount,币种
    1,a,2024-01-01,10.00,人民币
    2,a,2024-01-02,11.00,RMB
    3,b,2024-01-03,12.00,CNY`);
  expect(draft.questions).toEqual([]);
  expect(await buildShop(engine, [draft])).toMatchObject({ amount: 33, currency: 'CNY' });
});

test('no amount of a kept currency is ever added to another, whatever the file', async () => {
  const order = fc.record({
    id: fc.integer({ min: 1, max: 8 }),
    customer: fc.constantFrom('a', 'b', 'c'),
    day: fc.integer({ min: 1, max: 9 }),
    // Amounts of a currency are multiples of its own number, so that a sum of two is none of either.
    times: fc.integer({ min: -3, max: 9 }),
    currency: fc.constantFrom('CNY', 'USD')
  });
  const unit = { CNY: 1009, USD: 1013 } as const;
  await fc.assert(
    fc.asyncProperty(fc.array(order, { minLength: 2, maxLength: 14 }), async (orders) => {
      const lines = orders.map(
        ({ id, customer, day, times, currency }) =>
          `${id}${times < 0 ? '-R' : ''},${customer},2024-01-0${day},${times * unit[currency]},${currency}`
      );
      // Two orders that stay, so that there is a shop of two currencies.
      const text = ['order_id,customer_id,order_time,amount,currency', '91,y,2024-01-01,1009,CNY', '92,z,2024-01-01,1013,USD', ...lines];
      const facts = await buildShop(engine, [await answered(text.join('\n'), 'split')]);
      for (const [code, number] of Object.entries(unit)) {
        for (const [table, column] of [
          ['orders', 'amount'],
          ['purchases', 'amount'],
          ['customers', 'monetary']
        ]) {
          const sql = standalone(`select count(*) from ${table} where cast(${column} as bigint) % ${number} <> 0`, split(facts, code));
          expect(await sumIn(sql)).toBe(0);
        }
      }
      expect(facts.currencies?.length).toBe(2);
    }),
    { numRuns: 8 }
  );
});
