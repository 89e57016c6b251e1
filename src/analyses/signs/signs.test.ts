import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '../../../test/engine/engine.ts';
import { ask, makeShop } from '../../../test/engine/shop.ts';
import { defineQuery } from '../../engine/query.ts';
import { withTables } from '../../sources/scope.ts';
import { DEFAULT_PACE } from './pace.ts';
import { DELAYS, REASONS, reasonParams, SEEN } from './signs.ts';

/** Of each customer how late, and why, where a model says `$why`. */
const ALL = defineQuery<{ k: number; floor: number; why: string | null; is_flagged: boolean } & Record<`say_${string}`, string>>()({
  name: 'test/signs',
  sql: withTables(
    `-- one row per customer
select customers.customer_id as id, delays.usual_gap, delays.reference_gap, delays.lateness, reasons.reason
from customers
join delays on delays.customer = customers.customer
join reasons on reasons.customer = customers.customer
order by id`,
    [
      ...DELAYS,
      ['chosen', 'select customer, last_day, frequency, cast($why as varchar) as why, $is_flagged as is_flagged from customers'],
      SEEN,
      REASONS
    ]
  ),
  columns: { id: 'text', usual_gap: 'number?', reference_gap: 'number?', lateness: 'number?', reason: 'text?' }
});

const asOf = new Date('2024-06-30');
let engine: Awaited<ReturnType<typeof startEngine>>;
const order = (id: string, day: string, amount = 10, channel = 'web', refund = 0, discount = 0) =>
  `select '${id}${day}' as order_id, '${id}' as customer_id, timestamp '${day} 10:00:00' as order_time, cast(${amount} as decimal(18, 2)) as amount, '${channel}' as channel, cast(${refund} as decimal(18, 2)) as refund, cast(${discount} as decimal(18, 2)) as discount`;

beforeAll(async () => {
  engine = await startEngine();
  await makeShop(
    engine,
    [
      ...['2024-01-01', '2024-01-11', '2024-01-21', '2024-01-31'].map((day, at) => order('falling', day, 40 - 10 * at)),
      order('refunded', '2024-01-01', 40, 'web', 0, 5),
      order('refunded', '2024-01-21', 50, 'web', 9, 5),
      order('moved', '2024-03-02'),
      order('moved', '2024-06-30', 50, 'live'),
      order('switched', '2024-03-02'),
      order('switched', '2024-04-01', 50, 'live'),
      order('once', '2024-03-02'),
      ...['complained', 'closed', 'settled', 'later', 'scored', 'forgiven'].flatMap((id) => [
        order(id, '2023-05-01'),
        order(id, '2023-05-31')
      ]),
      order('calm', '2024-02-21'),
      order('calm', '2024-06-10'),
      order('quick', '2024-06-08'),
      order('quick', '2024-06-10')
    ].join(' union all ')
  );
  const feedback = (id: string, kind: string, day: string, more: string) =>
    `insert into all_feedback (customer, day, kind, opened, resolved, resolved_hours, score, status)
     select customer, date '${day}', '${kind}', timestamp '${day} 09:00:00', ${more} from customer_profiles where customer_id = '${id}'`;
  await engine.execute('feedback', [
    // A complaint that nobody closed stays open, however old it is.
    feedback('complained', 'ticket', '2023-06-01', "null, null, null, 'open'"),
    feedback('closed', 'ticket', '2024-06-01', 'null, 24, null, null'),
    feedback('settled', 'ticket', '2024-06-01', "null, null, null, 'Closed'"),
    feedback('later', 'ticket', '2024-06-29', 'null, 72, null, null'),
    feedback('scored', 'nps', '2024-06-01', 'null, null, 3, null'),
    feedback('forgiven', 'nps', '2023-06-01', 'null, null, 3, null')
  ]);
});
afterAll(() => engine.stop());

const told = async (why: string | null = null, is_flagged = true, locale: 'en' | 'zh' = 'en') =>
  Object.fromEntries(
    (await ask(engine, ALL, { ...DEFAULT_PACE, why, is_flagged, ...reasonParams(locale) }, { asOf })).map((row) => [row.id, row])
  );

test('lateness is silence ÷ reference gap: the own usual gap, the shop’s for a single purchase, and never below floor ÷ k', async () => {
  const rows = await told();
  expect(rows['refunded']).toMatchObject({ usual_gap: 20, reference_gap: 22.5, lateness: 161 / 22.5 });
  expect(rows['calm']).toMatchObject({ usual_gap: 110, reference_gap: 110, lateness: 20 / 110 });
  expect(rows['quick']).toMatchObject({ usual_gap: 2, reference_gap: 22.5, lateness: 20 / 22.5 });
  expect(rows['once']).toMatchObject({ usual_gap: null, reference_gap: 30, lateness: 4 });
});

test('where nobody bought twice, nobody is late', async () => {
  const alone = await startEngine();
  await makeShop(alone, order('once', '2024-01-01'));
  const [row] = await ask(alone, ALL, { ...DEFAULT_PACE, why: null, is_flagged: true, ...reasonParams('en') }, { asOf });
  expect(row).toMatchObject({ usual_gap: null, reference_gap: null, lateness: null, reason: 'bought only once' });
  await alone.stop();
});

describe('what is said', () => {
  test('is what was seen, in the words of either language', async () => {
    const reasons = async (locale: 'en' | 'zh') =>
      Object.fromEntries(Object.entries(await told(null, true, locale)).map(([id, { reason }]) => [id, reason]));
    expect(await reasons('en')).toEqual({
      falling: 'basket fell three times in a row',
      refunded: 'refund on the last purchase; buys only with a discount',
      moved: null,
      switched: 'went from web to live on the last purchase',
      once: 'bought only once',
      complained: 'an open complaint',
      closed: 'late by 13.2 ×',
      settled: 'late by 13.2 ×',
      later: 'an open complaint',
      scored: 'gave a bad score lately',
      forgiven: 'late by 13.2 ×',
      calm: 'days silent: 20',
      quick: 'days silent: 20'
    });
    expect(await reasons('zh')).toMatchObject({
      refunded: '最近一次退款；只用优惠购买',
      switched: '最近一次从web换到live',
      closed: '超期 13.2 倍',
      calm: '已沉默 20 天'
    });
  });

  test('of somebody who is not flagged, not late and shows nothing: nothing', async () => {
    const rows = await told(null, false);
    expect([rows['calm']?.reason, rows['closed']?.reason]).toEqual([null, 'late by 13.2 ×']);
  });

  test.each([
    ['trend-', 'calm', 'buys less than before'],
    ['trend-', 'switched', 'went from web to live on the last purchase; buys less than before'],
    ['times-', 'once', 'bought only once'],
    ['times-', 'calm', 'fewer purchases than average'],
    ['refund+', 'refunded', 'refund on the last purchase; buys only with a discount'],
    ['refund+', 'calm', 'more refunds than average'],
    ['complaint+', 'complained', 'an open complaint'],
    ['unhappy+', 'scored', 'gave a bad score lately'],
    ['unhappy+', 'calm', 'complaints or bad scores in the last year'],
    ['discount-', 'calm', 'days silent: 20']
  ])('and what a model counts against, %s of %s, once', async (why, id, reason) => {
    expect((await told(why))[id]?.reason).toBe(reason);
  });
});
