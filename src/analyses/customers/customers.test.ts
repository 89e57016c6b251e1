import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defineQuery } from '../../engine/query.ts';
import type { SqlParams } from '../../engine/sql.ts';
import { csvLines } from '../../ui/csv.ts';
import { startEngine } from '../../../test/engine/engine.ts';
import { promiseOf } from '../../../test/engine/promises.ts';
import { formatFor } from '../../i18n/format.ts';
import { ask, makeShop } from '../../../test/engine/shop.ts';
import { DIMENSIONS } from '../../sources/canonical-tables.ts';
import type { Audience } from '../analysis.ts';
import { scoringOf, scoringParams } from '../scores/scoring.ts';
import { DEFAULT_PACE } from '../signs/pace.ts';
import { reasonParams } from '../signs/signs.ts';
import { exportColumns, exportRow } from './columns.ts';
import { memberFacts, timelineTable } from './timeline-table.ts';
import { listPageQuery, listSummaryQuery, NOT_AHEAD, SORTS, taken, type Ahead, type ListRow, type Sort } from './list-queries.ts';
import { boundsOf, type Narrowing } from './narrowing.ts';
import { customerMemberQuery, customerOrdersQuery, customerQuery, customerTimelineQuery } from './queries.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
const asOf = new Date('2024-03-31');
const scoring = scoringParams(scoringOf({ params: new URLSearchParams() as never, locale: 'en' }));

beforeAll(async () => {
  engine = await startEngine();
  // 60 customers; every fifth has no channel, many share a frequency.
  await makeShop(
    engine,
    `select 'id-' || lpad(cast(c as varchar), 3, '0') as customer_id, 'o' || c || '-' || k as order_id,
       timestamp '2024-01-01 08:00:00' + to_days(cast((c * 7 + k * 13) % 90 as integer)) as order_time,
       cast((c * 37 % 50) + k + 0.5 as decimal(18,2)) as amount,
       case when c % 5 = 0 then null when c % 2 = 0 then 'app' else 'web' end as channel
     from range(1, 61) customers(c), range(0, 4) orders(k) where k <= c % 4`
  );
});
afterAll(() => engine.stop());

const PLAIN = { locale: 'en', dimensions: [], hasReason: false, hasAhead: false, buys: 'b', chance: null } as const;

const page = (sort: Sort, is_descending: boolean, more: SqlParams = {}, audience: Audience | null = null): Promise<ListRow[]> =>
  ask(engine, listPageQuery(audience), { ...scoring, search: '', sort, is_descending, page_size: 1000, page_start: 0, ...more }, { asOf });

describe('the list', () => {
  test('knows how to sort by each of its columns', () => {
    const ids = exportColumns({ ...PLAIN, dimensions: DIMENSIONS, hasReason: true, hasAhead: true, chance: 'c' }).map(
      (column) => column.id
    );
    expect([...ids].sort()).toEqual([...SORTS].sort());
  });

  test.each([
    ['monetary', true],
    ['customer_id', false],
    ['last_day', false],
    ['last_day', true],
    ['usual_gap', true],
    ['m', true],
    ['first_channel', false],
    ['first_channel', true]
  ] as const)('by %s, descending %s: everybody once, in order, those without a value last', async (sort, isDescending) => {
    const rows = await page(sort, isDescending);
    expect(new Set(rows.map((row) => row.customer_id)).size).toBe(60);
    const values = rows.map((row) => row[sort]);
    const held = values.filter((value) => value !== null);
    expect(values.slice(0, held.length)).toEqual(held);
    const rising = [...held].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(held).toEqual(isDescending ? rising.reverse() : rising);
  });

  test('pages meet without a gap or a repeat, also among equal values', async () => {
    const whole = await page('frequency', true);
    const parts = [];
    for (let page_start = 0; page_start < 60; page_start += 7) parts.push(...(await page('frequency', true, { page_size: 7, page_start })));
    expect(parts).toEqual(whole);
  });

  test('searches ids as text, without wildcards', async () => {
    expect((await page('customer_id', false, { search: 'ID-01' })).map((row) => row.customer_id)).toEqual([
      'id-010',
      'id-011',
      'id-012',
      'id-013',
      'id-014',
      'id-015',
      'id-016',
      'id-017',
      'id-018',
      'id-019'
    ]);
    expect(await page('customer_id', false, { search: '%' })).toEqual([]);
    expect(await ask(engine, listSummaryQuery(null), { search: 'id-01' }, { asOf })).toMatchObject([{ customers: 10, share: 10 / 60 }]);
  });

  test('holds an audience with its own parameters, and its reasons', async () => {
    const query = defineQuery<{ least: number }>()({
      name: 'test/often',
      sql: "-- one row per customer\nwith often as (select customer, frequency from customers where frequency >= $least)\nselect customer, concat('bought ', frequency, ' times') as reason from often order by customer",
      columns: { customer: 'integer', reason: 'text' }
    });
    const audience: Audience = { id: 'test.often', query, params: () => Promise.resolve({ least: 4 }), title: () => '' };
    const rows = await page('monetary', true, { least: 4 }, audience);
    expect(rows.length).toBe(15);
    expect(rows.every((row) => row.frequency >= 4 && row.reason === `bought ${row.frequency} times`)).toBe(true);
    const all = await page('monetary', true);
    const [summary] = await ask(engine, listSummaryQuery(audience), { search: '', least: 4 }, { asOf });
    expect(summary?.customers).toBe(15);
    const sum = (of: readonly ListRow[]) => of.reduce((total, row) => total + row.monetary, 0);
    expect(summary?.revenue).toBeCloseTo(sum(rows), 6);
    expect(summary?.revenue_share).toBeCloseTo(sum(rows) / sum(all), 9);
  });

  const REASONED: Ahead = { ...NOT_AHEAD, reasons: 'page' };
  const NARROW: Narrowing = { chance: 'all', worth: 0, late: 0, sign: 'all' };
  const reasoned = async (ahead: Ahead, more: SqlParams = {}, narrowing = NARROW, audience: Audience | null = null) => {
    const query = listPageQuery(audience, ahead);
    const order = { search: '', sort: 'customer_id', is_descending: false, page_size: 1000, page_start: 0 };
    const all = { ...scoring, ...DEFAULT_PACE, ...boundsOf(narrowing), ...reasonParams('en'), ...order, ...more };
    const summary = listSummaryQuery(audience, ahead);
    const [sum] = await ask(engine, summary, taken(summary, all) as SqlParams, { asOf });
    return { rows: await ask(engine, query, taken(query, all) as SqlParams, { asOf }), count: sum?.customers };
  };

  test('gives everybody’s reasons and lateness, on a page as in the whole list', async () => {
    const { rows } = await reasoned(REASONED);
    expect(rows.filter(({ frequency }) => frequency === 1).every(({ reason }) => reason === 'bought only once')).toBe(true);
    for (const { lateness, reference_gap, usual_gap, recency } of rows) {
      expect(lateness).toBeCloseTo(recency / (reference_gap ?? NaN), 9);
      if (usual_gap !== null) expect(reference_gap).toBe(Math.max(usual_gap, 22.5));
    }
    const part = await reasoned(REASONED, { page_size: 9, page_start: 20 });
    expect(part.rows).toEqual(rows.slice(20, 29));
    const sorted = await reasoned({ ...REASONED, reasons: 'all' }, { sort: 'reason', is_descending: true });
    const by = (list: readonly ListRow[]) => new Map(list.map((row) => [row.customer_id, row.reason]));
    expect(by(sorted.rows)).toEqual(by(rows));
    const said = sorted.rows.map(({ reason }) => reason).filter((reason) => reason !== null);
    expect(said).toEqual([...said].sort().reverse());
  });

  test('is narrowed by lateness and by what was seen', async () => {
    const { rows } = await reasoned(REASONED);
    const late = await reasoned({ ...REASONED, isNarrowed: true }, {}, { ...NARROW, late: 1.5 });
    expect(late.rows).toEqual(rows.filter(({ lateness }) => (lateness ?? 0) >= 1.5));
    expect([late.count, late.rows.length > 0]).toEqual([late.rows.length, true]);
    const once = await reasoned({ ...REASONED, isNarrowed: true, isBySign: true }, {}, { ...NARROW, late: 1.5, sign: 'once' });
    expect(once.rows).toEqual(late.rows.filter(({ frequency }) => frequency === 1));
    expect([once.count, once.rows.length > 0]).toEqual([once.rows.length, true]);
  });

  test('of those who are flagged says why, also where nothing was seen, and the chance they were flagged by', async () => {
    const query = defineQuery()({
      name: 'test/flagged',
      sql: "-- one row per customer\nselect customer, 0.1 as chance, case when frequency = 3 then 'trend-' end as why from customers where frequency > 1 order by customer",
      columns: { customer: 'integer', chance: 'number', why: 'text?' }
    });
    const flagged: Audience = { id: 'test.flagged', query, params: () => Promise.resolve({}), title: () => '' };
    const { rows } = await reasoned(REASONED, {}, NARROW, flagged);
    expect(rows.every(({ chance, reason, recency }) => chance === 0.1 && (reason !== null || recency === 0))).toBe(true);
    expect(rows.filter(({ frequency }) => frequency === 3).every(({ reason }) => reason?.includes('buys less than before'))).toBe(true);
    expect(rows.some(({ reason }) => reason?.startsWith('days silent: '))).toBe(true);
  });

  test('is exported as it is read: ids as text, formulas disarmed, numbers whole', async () => {
    const [row] = await page('customer_id', false);
    const columns = exportColumns(PLAIN);
    expect(
      csvLines(columns, [exportRow({ ...(row as ListRow), customer_id: '0012', segment: 'lost', monetary: 1 / 3 }, columns, 'en')], true)
    ).toBe(
      'customer_id,segment,r,f,m,first_day,last_day,recency,frequency,orders,monetary,usual_gap\r\n"0012\t",Lost,1,2,4,2024-01-08,2024-01-21,70,2,2,0.3333333333333333,13\r\n'
    );
    const evil = exportRow({ ...(row as ListRow), customer_id: '=cmd()' }, columns, 'en');
    expect(csvLines(columns, [evil], false)).toMatch(/^'=cmd\(\),/);
  });
});

test('one customer and every order', async () => {
  const [one] = await ask(engine, customerQuery, { ...scoring, customer_id: 'id-003' }, { asOf });
  const orders = await ask(engine, customerOrdersQuery, { customer_id: 'id-003' }, { asOf });
  expect(orders.map((order) => order.order_id)).toEqual(['o3-3', 'o3-2', 'o3-1', 'o3-0']);
  expect(orders.map((order) => order.gap)).toEqual([13, 13, 13, null]);
  expect(one).toMatchObject({ customer_id: 'id-003', orders: 4, frequency: 4, usual_gap: 13 });
  expect(orders.reduce((sum, order) => sum + order.amount, 0)).toBeCloseTo(one?.monetary ?? NaN, 9);
  expect(await ask(engine, customerQuery, { ...scoring, customer_id: "' or 1=1 --" }, { asOf })).toEqual([]);
});

test.each([
  ['list', listPageQuery(null), { ...scoring, search: '', sort: 'm', is_descending: true, page_size: 1, page_start: 0 }],
  ['summary', listSummaryQuery(null), { search: '' }],
  ['customer', customerQuery, { ...scoring, customer_id: 'id-003' }],
  ['orders', customerOrdersQuery, { customer_id: 'id-003' }]
])('%s gives the columns it promises', async (_name, query, params) => {
  const { promised, given } = await promiseOf(engine, query as never, params, asOf);
  expect(given).toEqual(promised);
});

describe('what other files know of a customer', () => {
  beforeAll(async () => {
    await engine.execute('others', [
      `insert into all_members (customer, key, member_since, tier, points) values (1, 'm1', date '2023-05-01', 'gold', 7), (null, 'm9', null, 'gold', 1)`,
      `insert into all_events (customer, event_time, day, event, channel) values
         (1, timestamp '2024-01-05 10:00:00', date '2024-01-05', 'visit', 'app'), (1, timestamp '2024-04-01 10:00:00', date '2024-04-01', 'late', 'app'),
         (2, timestamp '2024-01-06 10:00:00', date '2024-01-06', 'visit', 'app'), (null, timestamp '2024-01-06 10:00:00', date '2024-01-06', 'visit', 'app')`,
      `insert into all_feedback (customer, day, kind, score, comment) values (1, date '2024-02-01', 'nps', 9, 'fine'), (1, null, 'comment', null, 'some day')`,
      `insert into all_feedback (customer, day, kind, type, opened, status) values (1, date '2024-01-05', 'ticket', 'delivery', timestamp '2024-01-05 12:00:00', 'closed')`,
      `insert into all_touches (customer, campaign, grp, sent, day, response) values (1, 'spring', 'treatment', timestamp '2024-03-31 09:00:00', date '2024-03-31', 'yes')`
    ]);
  });

  test('is in time order up to the as-of date, with what has no day at the end', async () => {
    const rows = await ask(engine, customerTimelineQuery, { customer_id: 'id-001' }, { asOf });
    expect(rows.map(({ kind, what, score, remark, outcome }) => [kind, what, score, remark, outcome])).toEqual([
      ['touch', 'spring', null, 'treatment', 'yes'],
      ['nps', null, 9, 'fine', null],
      ['ticket', 'delivery', null, null, 'closed'],
      ['event', 'visit', null, null, null],
      ['comment', null, null, 'some day', null]
    ]);
    const { columns, rows: shown } = timelineTable(rows, formatFor('zh', null));
    expect(columns.map(({ label }) => label)).toEqual(['日期', '类型', '内容', '评分', '说明', '状态或响应', '渠道']);
    expect(shown[0]?.[1]).toBe('营销触达');
    expect(await ask(engine, customerTimelineQuery, { customer_id: 'id-002' }, { asOf: new Date('2024-01-05') })).toEqual([]);
  });

  test('tells the member, and nothing of customers who are none', async () => {
    const [entry] = await ask(engine, customerMemberQuery, { customer_id: 'id-001' }, { asOf });
    expect(entry && memberFacts(entry, formatFor('en', null))).toEqual([expect.stringContaining('2023'), 'Tier **gold**', '**7** points']);
    expect(await ask(engine, customerMemberQuery, { customer_id: 'id-002' }, { asOf })).toEqual([]);
    expect(await ask(engine, customerMemberQuery, { customer_id: 'id-001' }, { asOf: new Date('2023-04-30') })).toEqual([]);
  });

  test.each([customerMemberQuery, customerTimelineQuery])('%o gives the columns it promises', async (query) => {
    const { promised, given } = await promiseOf(engine, query as never, { customer_id: 'id-001' }, asOf);
    expect(given).toEqual(promised);
  });
});
