import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { rows, startEngine } from '../../test/engine/engine.ts';
import { buildShop, dropDraft, openDraft, reviseDraft } from './import.ts';
import type { Balance, Draft } from './source.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let drafted = 0;
const csv = (text: string, name = 'orders.csv') => new File([text.trim().replace(/^ +/gm, '')], name);
const open = (text: string, name?: string): Promise<Draft> => openDraft(engine, `t${++drafted}`, csv(text, name));
const aside = (balance: Balance) =>
  Object.fromEntries(balance.setAside.filter(({ rows: count }) => count > 0).map(({ reason, rows: count }) => [reason, count]));
const said = (draft: Draft) => draft.readings.map((note) => note.code);
const orders = () =>
  rows(
    engine,
    'select order_id, customer_id, cast(day as varchar), amount, orders.lines from all_orders as orders left join customer_profiles using (customer) order by order_id, day, amount'
  );

async function shop(text: string): Promise<Draft> {
  const draft = await open(text);
  await buildShop(engine, [draft]);
  return draft;
}

describe('fates', () => {
  test('each row is used or has one reason, the first that fits', async () => {
    const draft = await shop(`order_id,customer_id,order_time,amount,status
      1,a,2024-01-01 10:00:00,10.00,completed
      2,a,2024-01-02 10:00:00,11.00,cancelled
      3,b,2024-01-03 10:00:00,12.00,pending
      4,b,2024-01-04 10:00:00,13.00,refunded
      5,c,,14.00,completed
      6,c,soon,15.00,completed
      7,c,2024-01-07 10:00:00,,completed
      8,,2024-01-08 10:00:00,16.00,completed
      1,a,2024-01-01 10:00:00,10.00,completed
      9,d,2024-01-09 10:00:00,0.00,completed`);
    expect(draft.balance).toMatchObject({ inFile: 10, used: 3, orders: 3, anonymous: 1 });
    expect(aside(draft.balance)).toEqual({
      duplicate: 1,
      cancelled: 1,
      unpaid: 1,
      'missing-date': 1,
      'unreadable-date': 1,
      'unreadable-amount': 1,
      refunded: 1
    });
    expect(await rows(engine, 'select reason, data_row, "order_id" from set_aside order by data_row')).toEqual([
      ['cancelled', 2, '2'],
      ['unpaid', 3, '3'],
      ['refunded', 4, '4'],
      ['missing-date', 5, '5'],
      ['unreadable-date', 6, '6'],
      ['unreadable-amount', 7, '7'],
      ['duplicate', 9, '1']
    ]);
  });

  test('a rule that is switched off lets its rows in', async () => {
    const draft = await open(`order_id,customer_id,order_time,amount,status
      1,a,2024-01-01,10.00,completed
      2,a,2024-01-02,11.00,cancelled
      3,b,2024-01-03,0.00,completed`);
    expect(aside(draft.balance)).toEqual({ cancelled: 1 });
    const without = await reviseDraft(engine, draft, { kind: 'rule', reason: 'cancelled', isOn: false });
    expect(without.balance).toMatchObject({ used: 3 });
    const strict = await reviseDraft(engine, without, { kind: 'rule', reason: 'zero', isOn: true });
    expect(aside(strict.balance)).toEqual({ zero: 1 });
    await dropDraft(engine, strict);
  });

  test('identical rows without an order id are kept unless the user says otherwise', async () => {
    const draft = await open(`customer_id,order_time,amount
      a,2024-01-01,10.00
      a,2024-01-01,10.00
      b,2024-01-02,10.00`);
    expect(draft.balance.used).toBe(3);
    expect(said(draft)).toContain('identical-rows-kept');
    const strict = await reviseDraft(engine, draft, { kind: 'rule', reason: 'duplicate', isOn: true });
    expect(aside(strict.balance)).toEqual({ duplicate: 1 });
    await dropDraft(engine, strict);
  });
});

describe('refunds', () => {
  test('a refund column: partial ones are taken off whatever the status says, full ones set aside', async () => {
    const draft = await shop(`order_id,customer_id,order_time,amount,refund amount,status
      1,a,2024-01-01,10.00,4.00,refunded
      2,a,2024-01-02,11.00,11.00,completed
      3,b,2024-01-03,12.00,0.00,completed`);
    expect(aside(draft.balance)).toEqual({ refunded: 1 });
    expect(await orders()).toEqual([
      ['1', 'a', '2024-01-01', 6, 1],
      ['3', 'b', '2024-01-03', 12, 1]
    ]);
    expect(said(draft)).toContain('refund-taken-off');
  });

  test('a paid amount that is net already is not reduced again', async () => {
    const draft = await shop(`order_id,customer_id,order_time,gross amount,amount,refund amount
      1,a,2024-01-01,10.00,6.00,4.00
      2,a,2024-01-02,11.00,0.00,11.00
      3,b,2024-01-03,12.00,12.00,0.00`);
    expect(said(draft)).toContain('paid-is-net');
    expect(aside(draft.balance)).toEqual({ refunded: 1 });
    expect((await orders()).map((row) => row[3])).toEqual([6, 12]);
  });

  test('rows of their own: by order number, by customer and amount, then off the latest orders', async () => {
    const draft = await shop(`order_id,customer_id,order_time,amount,status
      1,a,2024-01-01,10.00,completed
      1-R,a,2024-01-05,-10.00,refund
      2,b,2024-01-02,20.00,completed
      3,b,2024-01-03,30.00,completed
      x9,b,2024-01-09,-20.00,refund
      4,c,2024-01-04,40.00,completed
      5,c,2024-01-05,50.00,completed
      x10,c,2024-01-10,-60.00,refund
      x11,z,2024-01-11,-5.00,refund`);
    expect(aside(draft.balance)).toEqual({ 'refund-row': 4, refunded: 3 });
    expect(await orders()).toEqual([
      ['3', 'b', '2024-01-03', 30, 1],
      ['4', 'c', '2024-01-04', 30, 1]
    ]);
    expect(draft.readings.find((note) => note.code === 'refund-rows')?.params).toEqual({ rows: 4, byOrder: 1, byAmount: 1, byCustomer: 1 });
    expect(draft.readings.find((note) => note.code === 'refund-rows-unmatched')?.params).toEqual({ rows: 1, amount: 5, code: null });
  });

  test('the same refund in a column and in a row is taken once', async () => {
    await shop(`order_id,customer_id,order_time,amount,refund amount,status
      1,a,2024-01-01,10.00,4.00,completed
      1-R,a,2024-01-05,-4.00,,refund
      2,b,2024-01-02,20.00,,completed`);
    expect((await orders()).map((row) => row[3])).toEqual([6, 20]);
  });
});

describe('grain', () => {
  test('an amount repeated on the lines of an order is taken once', async () => {
    const draft = await shop(`order_id,customer_id,order_time,amount,product,quantity
      1,a,2024-01-01,30.00,tea,1
      1,a,2024-01-01,30.00,cup,2
      2,b,2024-01-02,15.00,tea,1
      2,b,2024-01-02,15.00,jam,1
      3,b,2024-01-03,7.00,jam,1`);
    expect(said(draft)).toContain('lines-once');
    expect(draft.balance).toMatchObject({ used: 5, orders: 3 });
    expect(await orders()).toEqual([
      ['1', 'a', '2024-01-01', 30, 2],
      ['2', 'b', '2024-01-02', 15, 2],
      ['3', 'b', '2024-01-03', 7, 1]
    ]);
  });

  test('amounts that differ within orders are added up, lines that died left out', async () => {
    const draft = await shop(`order_id,customer_id,order_time,amount,product,status
      1,a,2024-01-01,10.00,tea,completed
      1,a,2024-01-01,20.00,cup,completed
      2,b,2024-01-02,15.00,tea,completed
      2,b,2024-01-02,5.00,jam,refunded
      3,c,2024-01-03,8.00,tea,cancelled
      3,c,2024-01-03,9.00,jam,cancelled`);
    expect(said(draft)).toContain('lines-sum');
    expect(aside(draft.balance)).toEqual({ cancelled: 2, refunded: 1 });
    expect(await orders()).toEqual([
      ['1', 'a', '2024-01-01', 30, 2],
      ['2', 'b', '2024-01-02', 15, 1]
    ]);
  });

  test('what only the first line says belongs to the whole order', async () => {
    const draft = await shop(`Name,Email,Financial Status,Paid at,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price
      #1,a@x.test,paid,2024-01-01 10:00:00,30.00,2024-01-01 09:00:00,1,Tea,10.00
      #1,,,,,,2,Cup,10.00
      #2,b@x.test,voided,,12.00,2024-01-02 09:00:00,1,Tea,12.00
      #2,,,,,,1,Jam,0.00
      #3,A@X.test,paid,2024-01-03 10:00:00,7.00,2024-01-03 09:00:00,1,Jam,7.00`);
    expect(said(draft)).toContain('lines-carried');
    expect(aside(draft.balance)).toEqual({ cancelled: 2 });
    expect(draft.balance).toMatchObject({ used: 3, orders: 2, anonymous: 0 });
    expect(await orders()).toEqual([
      ['#1', 'a@x.test', '2024-01-01', 30, 2],
      ['#3', 'a@x.test', '2024-01-03', 7, 1]
    ]);
  });

  test('invoice lines: quantity × unit price, negative quantities are refunds, nobody stays in order figures', async () => {
    const draft = await shop(`InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
      536365,85123A,HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom
      536365,71053,LANTERN,6,12/1/2010 8:26,3.39,17850,United Kingdom
      536366,22633,WARMER,2,12/13/2010 8:28,1.85,17851,United Kingdom
      536367,22633,WARMER,4,12/13/2010 9:28,1.85,,France
      C536379,22633,WARMER,-2,12/14/2010 9:41,1.85,17851,United Kingdom`);
    expect(said(draft)).toEqual(expect.arrayContaining(['amount-lines', 'lines-sum', 'refund-rows', 'anonymous']));
    expect(aside(draft.balance)).toEqual({ 'refund-row': 1, refunded: 1 });
    expect(await orders()).toEqual([
      ['536365', '17850', '2010-12-01', 35.64, 2],
      ['536367', null, '2010-12-13', 7.4, 1]
    ]);
  });

  test('one line id twice is a duplicate, identical lines without one are kept', async () => {
    const withIds = await open(`主订单编号,子订单编号,买家会员名,订单创建时间,买家实付金额,购买数量
      1,11,a,2024-01-01 10:00:00,10.00,1
      1,12,a,2024-01-01 10:00:00,10.00,1
      1,12,a,2024-01-01 10:00:00,10.00,1`);
    expect(aside(withIds.balance)).toEqual({ duplicate: 1 });
    await dropDraft(engine, withIds);
    const without = await open(`order_id,customer_id,order_time,amount,product
      1,a,2024-01-01,10.00,tea
      1,a,2024-01-01,10.00,tea
      1,a,2024-01-01,5.00,jam`);
    expect(without.balance).toMatchObject({ used: 3, orders: 1 });
    expect(said(without)).toContain('identical-lines-kept');
    await dropDraft(engine, without);
  });
});

test('currencies are never added: one is used, and which one is asked', async () => {
  const draft = await open(`order_id,customer_id,order_time,amount,currency
    1,a,2024-01-01,10.00,EUR
    2,a,2024-01-02,11.00,eur
    3,b,2024-01-03,12.00,USD`);
  expect(aside(draft.balance)).toEqual({ 'other-currency': 1 });
  expect(draft.questions).toMatchObject([{ id: 'currency', options: ['EUR', 'USD'], answer: null }]);
  const answered = await reviseDraft(engine, draft, { kind: 'answer', question: 'currency', answer: 'USD' });
  expect(await buildShop(engine, [answered])).toMatchObject({ orders: 1, amount: 12, currency: 'USD' });
});

test('the books balance for any file, and every used row is in an order', async () => {
  const row = fc.record({
    id: fc.integer({ min: 1, max: 6 }),
    suffix: fc.constantFrom('', '', '', '-R'),
    customer: fc.constantFrom('a', 'b', 'c', '', 'guest'),
    time: fc.constantFrom('2024-01-01 10:00:00', '2024-02-03 11:00:00', '', 'soon'),
    amount: fc.constantFrom('10.00', '20.00', '-10.00', '0.00', '', 'many'),
    refund: fc.constantFrom('', '0.00', '10.00', '5.00'),
    status: fc.constantFrom('completed', 'cancelled', 'refunded', 'pending', ''),
    product: fc.constantFrom('tea', 'jam')
  });
  const file = fc.record({ hasIds: fc.boolean(), hasProducts: fc.boolean(), lines: fc.array(row, { minLength: 1, maxLength: 25 }) });
  await fc.assert(
    fc.asyncProperty(file, async ({ hasIds, hasProducts, lines }) => {
      const header = [
        ...(hasIds ? ['order_id'] : []),
        'customer_id',
        'order_time',
        'amount',
        'refund amount',
        'status',
        ...(hasProducts ? ['product'] : [])
      ].join(',');
      const text = lines.map((line) =>
        [
          ...(hasIds ? [`N${line.id}${line.suffix}`] : []),
          line.customer,
          line.time,
          line.amount,
          line.refund,
          line.status,
          ...(hasProducts ? [line.product] : [])
        ].join(',')
      );
      const draft = await open([header, ...text].join('\n'));
      const { inFile, used, setAside, orders: made } = draft.balance;
      expect(inFile).toBe(lines.length);
      expect(used + setAside.reduce((sum, entry) => sum + entry.rows, 0)).toBe(inFile);
      // A file without a single readable day may be taken for something else.
      if (used > 0 && draft.mapping.subject === 'orders') {
        const facts = await buildShop(engine, [draft]);
        expect(facts.orders).toBe(made);
        expect(await rows(engine, 'select cast(sum(lines) as integer), count(*), min(amount) >= 0 from all_orders')).toEqual([
          [used, made, true]
        ]);
        expect(await rows(engine, 'select count(*) from set_aside')).toEqual([[inFile - used]]);
      } else await dropDraft(engine, draft);
    }),
    { numRuns: 15 }
  );
});
