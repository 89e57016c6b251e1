import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '../../../test/engine/engine.ts';
import { promiseOf } from '../../../test/engine/promises.ts';
import { ask, makeShop } from '../../../test/engine/shop.ts';
import {
  concentrationQuery,
  concentrationSummaryQuery,
  healthQuery,
  lifecycleAudienceQuery,
  lifecycleQuery,
  MONTH_GROUPS,
  orderHealthQuery,
  orderMonthsQuery,
  topAudienceQuery
} from './queries.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const day = (text: string) => new Date(text);
const shopOf = (orders: readonly (readonly [customer: string | null, time: string, amount: number])[]) =>
  makeShop(
    engine,
    `select * from (values ${orders.map(([customer, time, amount]) => `(${customer === null ? 'null' : `'${customer}'`}, timestamp '${time} 12:00:00', ${amount.toFixed(2)})`).join(', ')}) orders(customer_id, order_time, amount)`
  );

describe('the headline numbers', () => {
  test('look at the days up to and including the as-of date, and at as many before', async () => {
    await shopOf([
      ['old', '2023-01-01', 10],
      ['edge', '2024-04-02', 1], // the first of the 90 days up to 30 June
      ['before', '2024-04-01', 2], // the last of the 90 before
      ['both', '2024-03-01', 4],
      ['both', '2024-06-30', 8],
      ['first', '2024-01-03', 16], // the first day of the 90 before
      ['earlier', '2024-01-02', 32], // outside of them
      ['future', '2024-07-01', 64]
    ]);
    const [health] = await ask(engine, healthQuery, {}, { asOf: day('2024-06-30') });
    expect(health).toMatchObject({
      customers: 6,
      customers_before: 5,
      active: 2,
      active_before: 3,
      churn_base: 3,
      churned: 2,
      churn: 2 / 3,
      revenue: 9,
      revenue_before: 22,
      buyers: 5,
      repurchase: 1 / 5,
      repurchase_before: null,
      days_of_data: 547
    });
    expect(health?.churn_low).toBeGreaterThan(0);
    expect(health?.churn_high).toBeLessThan(1);
  });

  test('compare with nothing where the data do not reach back', async () => {
    await shopOf([
      ['a', '2024-05-01', 10],
      ['a', '2024-06-01', 5],
      ['b', '2024-06-30', 1]
    ]);
    const [health] = await ask(engine, healthQuery, {}, { asOf: day('2024-06-30') });
    expect(health).toMatchObject({
      active: 2,
      active_before: null,
      customers_before: null,
      repurchase: 0.5,
      repurchase_before: null,
      churn: null,
      churn_base: 0,
      churn_before: null,
      revenue_before: null,
      days_of_data: 61
    });
  });

  test('are zeros and nothing when nobody bought', async () => {
    const [health] = await ask(engine, healthQuery, {}, { asOf: day('2000-01-01') });
    expect(health).toMatchObject({ first_day: null, customers: 0, active: 0, repurchase: null, churn: null, revenue: 0 });
  });
});

describe('the lifecycle', () => {
  const asOf = day('2024-05-20');
  beforeAll(() =>
    shopOf([
      ['a', '2024-01-05', 1],
      ['a', '2024-02-05', 1],
      ['a', '2024-02-25', 1],
      ['b', '2024-01-09', 1],
      ['b', '2024-03-09', 1],
      ['c', '2024-02-11', 1],
      ['c', '2024-05-11', 1]
    ])
  );

  test('parts each month’s customers into new, retained and won back, and knows who was lost, also in a month without any', async () => {
    const months = await ask(engine, lifecycleQuery, {}, { asOf });
    expect(
      months.map((month) => [
        month.month.toISOString().slice(0, 7),
        month.new_customers,
        month.retained,
        month.won_back,
        month.lost,
        month.active,
        month.is_complete
      ])
    ).toEqual([
      ['2024-01', 2, 0, 0, 0, 2, true],
      ['2024-02', 1, 1, 0, 1, 2, true],
      ['2024-03', 0, 0, 1, 2, 1, true],
      ['2024-04', 0, 0, 0, 1, 0, true],
      ['2024-05', 0, 0, 1, 0, 1, false]
    ]);
  });

  test('a bar’s and a month’s customers are as many as the bar and the table say', async () => {
    const months = await ask(engine, lifecycleQuery, {}, { asOf });
    for (const month of months) {
      for (const stage of MONTH_GROUPS) {
        const who = await ask(engine, lifecycleAudienceQuery, { month: month.month, stage }, { asOf });
        expect(who.length, `${month.month.toISOString()} ${stage}`).toBe(
          { new: month.new_customers, retained: month.retained, 'won-back': month.won_back, lost: month.lost, active: month.active }[stage]
        );
      }
    }
  });
});

test('the concentration curve rises from nobody to all, never under equal shares, and its top is a list of that many', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 150 }), async (cents) => {
      const asOf = day('2024-01-01');
      await shopOf(cents.map((amount, at) => [`c${at}`, '2024-01-01', amount / 100]));
      const rows = await ask(engine, concentrationQuery, {}, { asOf });
      const [summary] = await ask(engine, concentrationSummaryQuery, {}, { asOf });
      expect(rows.length).toBe(101);
      expect(rows[0]).toMatchObject({ customers: 0, customer_share: 0, revenue_share: 0 });
      expect(rows[100]).toMatchObject({ customers: cents.length, customer_share: 1, revenue_share: 1 });
      for (const [at, row] of rows.entries()) {
        expect(row.revenue_share ?? 0).toBeGreaterThanOrEqual(row.customer_share - 1e-12);
        if (at > 0) expect(row.revenue_share ?? 0).toBeGreaterThanOrEqual(rows[at - 1]?.revenue_share ?? 0);
      }
      expect(summary?.top20).toBeCloseTo(rows[20]?.revenue_share ?? NaN, 12);
      // The mean difference of all pairs, by its definition.
      const total = cents.reduce((sum, one) => sum + one, 0);
      const differences = cents.flatMap((a) => cents.map((b) => Math.abs(a - b))).reduce((sum, one) => sum + one, 0);
      expect(summary?.gini).toBeCloseTo(differences / (2 * cents.length * total), 9);
      const top = await ask(engine, topAudienceQuery, { top: 20 }, { asOf });
      expect(top.length).toBe(summary?.top_customers);
      for (const { hundredth, customers } of rows.filter((_, at) => at % 9 === 1))
        expect(await ask(engine, topAudienceQuery, { top: hundredth }, { asOf }), `${hundredth}`).toHaveLength(customers);
    }),
    { numRuns: 8 }
  );
});

test('orders alone are counted per month, also those of nobody', async () => {
  await shopOf([
    [null, '2024-01-05', 10],
    [null, '2024-01-06', 20],
    ['a', '2024-03-01', 5]
  ]);
  const months = await ask(engine, orderMonthsQuery, {}, { asOf: day('2024-03-31') });
  expect(months.map((month) => [month.orders, month.revenue, month.average, month.is_complete])).toEqual([
    [2, 30, 15, true],
    [0, 0, null, true],
    [1, 5, 5, true]
  ]);
  const [health] = await ask(engine, orderHealthQuery, {}, { asOf: day('2024-03-31') });
  expect(health).toMatchObject({ orders_ever: 3, orders: 3, orders_before: null, revenue: 35, average: 35 / 3 });
});

test.each([
  ['health', healthQuery, {}],
  ['lifecycle', lifecycleQuery, {}],
  ['lifecycle customers', lifecycleAudienceQuery, { month: day('2024-01-01'), stage: 'new' }],
  ['concentration', concentrationQuery, {}],
  ['concentration summary', concentrationSummaryQuery, {}],
  ['top', topAudienceQuery, { top: 20 }],
  ['order months', orderMonthsQuery, {}],
  ['order health', orderHealthQuery, {}]
])('%s gives the columns it promises', async (_name, query, params) => {
  const { promised, given } = await promiseOf(engine, query as never, params);
  expect(given).toEqual(promised);
});
