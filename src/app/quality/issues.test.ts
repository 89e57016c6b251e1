import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startEngine } from '../../../test/engine/engine.ts';
import { promiseOf } from '../../../test/engine/promises.ts';
import { ask, makeShop } from '../../../test/engine/shop.ts';
import type { Query } from '../../engine/query.ts';
import type { SqlParams } from '../../engine/sql.ts';
import { GAPS, headlineQuery, LAST_PERIOD, lastDayQuery, LINKED_CUSTOMERS, OUTLIER_ORDERS, OUTLIERS, TRUNCATION } from './issue-queries.ts';
import { doublesOf, oldCustomers, shortDay, shortMonth } from './issues.ts';
import { AMOUNTS, CALENDAR, HOURS, SUBJECTS } from './queries.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/**
 * Ten new customers a day from 1 January 2023 on, each buying again after 30 and 60 days, until 31 December: 10 orders a day,
 * then 20, then 30. Amounts run from 20 to 119.
 */
const YEAR = `select 'o' || customer || '-' || visit as order_id, 'c' || customer as customer_id,
  timestamp '2023-01-01 09:00:00' + to_days(cast(customer // 10 + 30 * visit as integer)) + to_hours(cast(customer % 10 as integer)) as order_time,
  cast(20 + (customer * 37 + visit * 11) % 100 as decimal(18, 2)) as amount
from (select range as customer from range(3650)) as customers cross join (select range as visit from range(3)) as visits
where customer // 10 + 30 * visit < 365`;
const whole = { asOf: new Date('2023-12-31') };
const day = (text: string) => new Date(text);
const one = async <C extends Query>(query: C, params: SqlParams = {}, asOf = whole.asOf) =>
  (await ask(engine, query as Query, params, { asOf }))[0] as never;

describe('a shop with nothing the matter', () => {
  beforeEach(() => makeShop(engine, YEAR));

  test('has no issues', async () => {
    expect(await one(OUTLIERS, { k: 3.5 })).toMatchObject({ judged: 10_050, above: 0, below: 0 });
    expect(await ask(engine, GAPS, {}, whole)).toEqual([]);
    expect(oldCustomers(await one(TRUNCATION))).toBeNull();
    const end = await one(LAST_PERIOD);
    expect([shortDay(end), shortMonth(end)]).toEqual([null, null]);
  });

  test('has the headline numbers that can be counted by hand', async () => {
    // 10,050 = 3,650 + 3,350 + 3,050; at least two purchases: the 3,350 who came before the last 30 days.
    const headline: Record<string, number> = await one(headlineQuery());
    expect(headline).toMatchObject({ customers: 3_650, orders: 10_050, purchases: 10_050 });
    expect(headline['repurchase']).toBeCloseTo(3_350 / 3_650, 12);
    // The last purchase lies more than 90 days back for those whose third one was on day 273 or before: who came until day 213.
    expect(headline['churn']).toBeCloseTo(2_140 / 3_650, 12);
  });

  test('shows every day, every step of the amounts and every hour with orders', async () => {
    const sum = (rows: readonly { orders: number }[]) => rows.reduce((total, { orders }) => total + orders, 0);
    const calendar = await ask(engine, CALENDAR, {}, whole);
    expect([calendar.length, sum(calendar)]).toEqual([365, 10_050]);
    const amounts = await ask(engine, AMOUNTS, {}, whole);
    expect(sum(amounts)).toBe(10_050);
    expect(amounts.every(({ from_amount, to_amount }) => to_amount > from_amount)).toBe(true);
    const hours = await ask(engine, HOURS, {}, whole);
    expect([new Set(hours.map(({ hour }) => hour)).size, sum(hours)]).toEqual([10, 10_050]);
  });

  test.each<[string, Query, SqlParams]>([
    ['headline', headlineQuery(), {}],
    ['last day', lastDayQuery({ kind: 'merge', merges: new Map([[1, 2]]) }) as Query, {}],
    ['outliers', OUTLIERS as Query, { k: 3.5 }],
    ['outlier orders', OUTLIER_ORDERS as Query, { low: 1, high: 2, middle: 1.5 }],
    ['gaps', GAPS as Query, {}],
    ['truncation', TRUNCATION as Query, {}],
    ['last period', LAST_PERIOD as Query, {}],
    ['linked customers', LINKED_CUSTOMERS as Query, { ids: ['c1'] }],
    ['amounts', AMOUNTS as Query, {}],
    ['calendar', CALENDAR as Query, {}],
    ['hours', HOURS as Query, {}],
    ['subjects', SUBJECTS as Query, {}]
  ])('the query %s keeps its promise', async (_name, query, params) => {
    const { promised, given } = await promiseOf(engine, query, params);
    expect(given).toEqual(promised);
  });
});

describe('each issue is found with its count', () => {
  test('amounts far from the others, by the stated rule', async () => {
    await makeShop(
      engine,
      `${YEAR} union all by name select * from (values ('x1', 'c1', timestamp '2023-05-05 10:00', 5000.00), ('x2', 'c2', timestamp '2023-05-06 10:00', 0.01), ('x3', 'c3', timestamp '2023-05-06 10:00', 0.00)) as t(order_id, customer_id, order_time, amount)`
    );
    const limits: { low: number; high: number; above: number; below: number; median_amount: number } = await one(OUTLIERS, { k: 5 });
    expect(limits).toMatchObject({ above: 1, below: 1, judged: 10_052 });
    const shown = await ask(engine, OUTLIER_ORDERS, { low: limits.low, high: limits.high, middle: limits.median_amount }, whole);
    expect(shown).toEqual([
      { order_id: 'x1', customer_id: 'c1', day: day('2023-05-05'), amount: 5000 },
      { order_id: 'x2', customer_id: 'c2', day: day('2023-05-06'), amount: 0.01 }
    ]);
  });

  test('one price for most orders gives no rule', async () => {
    await makeShop(engine, `select * replace (cast(9.90 as decimal(18, 2)) as amount) from (${YEAR}) as year`);
    expect(await ask(engine, OUTLIERS, { k: 3.5 }, whole)).toEqual([]);
  });

  test('days without orders, but not the days on which the shop is always closed', async () => {
    await makeShop(
      engine,
      `select * from (${YEAR}) as year where isodow(order_time) <> 7 and not cast(order_time as date) between date '2023-08-07' and date '2023-08-10'`
    );
    const gaps = await ask(engine, GAPS, {}, whole);
    expect(gaps).toMatchObject([{ first_day: day('2023-08-06'), last_day: day('2023-08-10'), days: 5, usual_orders: 120 }]);
    expect(gaps[0]?.expected).toBeLessThan(1e-40);
  });

  test('quiet days of a small shop are chance', async () => {
    await makeShop(engine, `select * from (${YEAR}) as year where hash(order_id) % 15 = 0`);
    expect(await ask(engine, GAPS, {}, whole)).toEqual([]);
  });

  test('customers older than the export', async () => {
    await makeShop(engine, `select * from (${YEAR}) as year where order_time >= timestamp '2023-05-01'`);
    // 28 days at 30 orders by different people, where later 10 a day are new.
    expect(await one(TRUNCATION)).toMatchObject({ start_first_timers: 840, usual_first_timers: 280, start_level: 1, start_share: 1 });
    expect(oldCustomers(await one(TRUNCATION))).toEqual({
      how: 'start',
      from: day('2023-06-01'),
      excess: expect.closeTo(2 / 3, 2) as number
    });
  });

  test('customers older than the export, told by members who joined before it', async () => {
    await makeShop(engine, YEAR);
    await engine.execute('members', [
      "insert into all_members (customer, key, member_since) select customer, customer_id, case when customer <= 30 then date '2022-06-01' else date '2023-03-01' end from customer_profiles where customer <= 100"
    ]);
    expect(await one(TRUNCATION)).toMatchObject({ members_known: 100, members_older: 30 });
    expect(oldCustomers(await one(TRUNCATION))).toMatchObject({ how: 'members' });
  });

  test('a last day that breaks off, and a last month', async () => {
    await makeShop(engine, `select * from (${YEAR}) as year where order_time < timestamp '2023-12-31 09:30'`);
    const cut = await one(LAST_PERIOD);
    expect(cut).toMatchObject({ day_orders: 3, usual_day_orders: 30, days_before: 8 });
    expect(shortDay(cut)?.asOf).toEqual(day('2023-12-30'));
    expect(shortMonth(cut)).toBeNull();
    await makeShop(engine, `select * from (${YEAR}) as year where order_time < timestamp '2023-12-10'`);
    const early = await one(LAST_PERIOD, {}, day('2023-12-09'));
    expect(early).toMatchObject({ month_orders: 270, usual_month_orders: 915, days_covered: 9, days_in_month: 31 });
    expect([shortDay(early), shortMonth(early)]).toEqual([null, { asOf: day('2023-11-30') }]);
  });

  test('ids of one person, as groups of which the first buyer stays', () => {
    const link = (a: string, b: string) => ({ kind: 'phone' as const, ids: [a, b] as const, file: 'm.csv', shown: '138****0001' });
    const linked = ['b', 'a', 'c', 'd'].map((id, place) => ({
      customer_id: id,
      // Keys that tell who somebody is are shown in part, and may then look alike.
      shown_id: `${id[0]}**`,
      customer: place + 10,
      first_day: day('2023-01-01'),
      orders: 1,
      amount: 5
    }));
    const { merges, groups } = doublesOf({ links: [link('a', 'b'), link('a', 'c'), link('d', 'gone')], tooShared: 0 }, linked);
    expect([...merges].sort()).toEqual([
      [11, 10],
      [12, 10]
    ]);
    expect(groups.map(({ stays, others }) => [stays.customer_id, others.map(({ customer_id }) => customer_id)])).toEqual([
      ['b', ['a', 'c']]
    ]);
  });
});
