import { SvelteURLSearchParams } from 'svelte/reactivity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { segmentSizesQuery } from '../../src/analyses/scores/segment-sizes.ts';
import { scoringOf, scoringParams } from '../../src/analyses/scores/scoring.ts';
import { bandsQuery, gridQuery } from '../../src/analyses/segments/queries.ts';
import type { EngineService } from '../../src/engine/contract.ts';
import { defineQuery, type Columns } from '../../src/engine/query.ts';
import type { Scope } from '../../src/sources/scope.ts';
import { Shop } from '../../src/session/shop.ts';
import { rows, startEngine } from './engine.ts';
import { makeShop } from './shop.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let scope: Scope;
let shop: Shop;
const whole: Scope = { asOf: new Date('2024-12-30'), from: null, filters: {} };

beforeAll(async () => {
  engine = await startEngine();
  await makeShop(
    engine,
    `select 'o' || i as order_id, 'c' || (hash(i) % 700) as customer_id,
       timestamp '2024-01-01' + to_hours(cast(hash(i * 7) % 8760 as integer)) as order_time,
       cast(hash(i * 13) % 10000 / 100.0 as decimal(18,2)) as amount,
       case when hash(i * 17) % 5 = 0 then null else ['app', 'web', 'store'][1 + cast(hash(i * 19) % 3 as integer)] end as channel
     from range(5000) t(i)`
  );
  shop = new Shop(engine, 1, () => scope);
});
afterAll(() => engine.stop());

const summary = defineQuery()({
  name: 'test/summary',
  sql: `-- one row in all
    with spent as (select customer, sum(amount) as amount from purchases group by customer)
    select
      (select count(*) from orders) as orders,
      (select cast(sum(amount) as double) from orders) as amount,
      (select count(*) from purchases) as purchases,
      (select cast(sum(gap) as integer) from purchases) as gaps,
      (select count(*) from customer_months) as months,
      (select count(*) from customers) as customers,
      (select cast(sum(frequency * 7 + orders * 3 + days_between(first_day, last_day)) as integer) from customers) as habits,
      (select cast(sum(usual_gap * gaps) as double) from rhythms) as rhythm,
      (select cast(sum(recency) as integer) from customers) as recency,
      (select cast(sum(amount) as double) from spent) as spent,
      $as_of as as_of`,
  columns: {
    orders: 'integer',
    amount: 'number',
    purchases: 'integer',
    gaps: 'integer',
    months: 'integer',
    customers: 'integer',
    habits: 'integer',
    rhythm: 'number',
    recency: 'integer',
    spent: 'number',
    as_of: 'date'
  }
});

const count = (table: string) =>
  defineQuery()({ name: `test/${table}`, sql: `select count(*) as customers from ${table}`, columns: { customers: 'integer' } });

const SCOPES: [string, Scope][] = [
  ['everything', whole],
  ['an earlier as-of date', { ...whole, asOf: new Date('2024-06-15') }],
  ['a range', { ...whole, from: new Date('2024-03-03') }],
  ['a filter', { ...whole, filters: { channel: ['app'] } }],
  ['a filter that takes orders without a value', { ...whole, filters: { channel: ['', "it's"] } }],
  ['all at once', { asOf: new Date('2024-09-01'), from: new Date('2024-02-02'), filters: { channel: ['app', 'web'] } }],
  ['nobody', { ...whole, filters: { channel: ['nowhere'] } }]
];

for (const [name, one] of SCOPES) {
  test(`the SQL that is shown gives the same numbers as the one that ran: ${name}`, async () => {
    scope = one;
    if (name === 'nobody') return void (await expect(shop.ask(summary, {})).rejects.toThrow(/against its promise/));
    const answer = await shop.ask(summary, {});
    expect([Object.values(answer.value[0] ?? {})]).toEqual(await rows(engine, answer.evidence.sql));
    expect(answer.value[0]).toMatchObject({ as_of: one.asOf });
  });
}

test('a scope holds exactly its orders, counted by hand', async () => {
  scope = { asOf: new Date('2024-09-01'), from: new Date('2024-02-02'), filters: { channel: ['app', 'web'] } };
  const [row] = (await shop.ask(summary, {})).value;
  const [[count, amount] = []] = await rows(
    engine,
    "select count(*), cast(sum(amount) as double) from all_orders where day between date '2024-02-02' and date '2024-09-01' and channel in ('app', 'web')"
  );
  expect([row?.orders, row?.amount]).toEqual([count, amount]);
});

const scored = [gridQuery, bandsQuery, segmentSizesQuery] as const;
for (const [name, address] of [
  ['the Western eleven', 'template=west11'],
  ['the Chinese eight against medians', 'template=cn8&split=median'],
  ['ranks of orders and means', 'template=r10&score=rank&frequency=orders&monetary=mean'],
  ['own thresholds', 'template=activity&score=own&split=own']
] as const) {
  test(`the SQL that is shown gives the same numbers as kept scores: ${name}`, async () => {
    const params = scoringParams(scoringOf({ params: new SvelteURLSearchParams(address), locale: 'en' }));
    for (const one of [whole, { ...whole, asOf: new Date('2024-06-15'), filters: { channel: ['app'] } }]) {
      scope = one;
      for (const answer of await Promise.all(scored.map((query) => shop.ask<typeof params, Columns>(query, params)))) {
        const shown = await rows(engine, answer.evidence.sql);
        expect(answer.value.length).toBeGreaterThan(1);
        expect(answer.value.map((row) => Object.values(row))).toEqual(shown);
      }
    }
  });
}

test('a table that nobody waits for any more is not made, and is made when it is asked for again', async () => {
  const own = new Shop(engine, 2, () => whole);
  const tables = () => rows(engine, "select table_name from information_schema.tables where table_name like 'scope_2_%'");
  const controller = new AbortController();
  const left = own.ask(summary, {}, controller.signal);
  const stays = own.ask(count('rhythms'), {});
  await new Promise((resolve) => setTimeout(resolve, 0));
  controller.abort();
  await expect(left).rejects.toMatchObject({ fault: 'cancelled' });
  expect((await stays).value[0]?.customers).toBeGreaterThan(600);
  // Of three tables, the first was under way and two were only for the question that was left.
  await expect.poll(tables).toHaveLength(1);
  expect((await own.ask(count('customers'), {})).value[0]?.customers).toBeGreaterThan(600);
  expect(await tables()).toHaveLength(2);
  await own.close();
  expect(await tables()).toEqual([]);
});

test('what cannot be made is told to whoever asks, and can be asked again', async () => {
  const broken: EngineService = {
    ...engine,
    execute: (job, statements) => engine.execute(job, job.startsWith('make-') ? ['select nothing'] : statements)
  };
  const own = new Shop(broken, 3, () => whole);
  for (let round = 0; round < 2; round++) await expect(own.ask(count('customers'), {})).rejects.toThrow(/nothing/);
  await own.close();
});

test('no more tables are kept than a few scopes need', async () => {
  for (let day = 1; day <= 28; day++) {
    scope = { ...whole, asOf: new Date(Date.UTC(2024, 7, day)) };
    await shop.ask(count('customers'), {});
  }
  const [[kept] = []] = await rows(engine, "select count(*) from information_schema.tables where table_name like 'scope_1_%'");
  expect(kept).toBeLessThanOrEqual(16);
});

test('the same question is answered from memory, a new as-of date is asked anew', async () => {
  scope = whole;
  const first = await shop.ask(summary, {});
  expect(await shop.ask(summary, {})).toBe(first);
  scope = { ...whole, asOf: new Date('2024-11-11') };
  expect((await shop.ask(summary, {})).value[0]?.orders).toBeLessThan(first.value[0]?.orders ?? 0);
});

test('an aborted question rejects and the next one is answered', async () => {
  scope = { ...whole, asOf: new Date('2024-10-10') };
  const controller = new AbortController();
  const asked = shop.ask(summary, {}, controller.signal);
  controller.abort();
  await expect(asked).rejects.toMatchObject({ fault: 'cancelled' });
  expect((await shop.ask(summary, {})).value).toHaveLength(1);
});

test('closing leaves no scope tables behind', async () => {
  await shop.close();
  expect(await rows(engine, "select table_name from information_schema.tables where table_name like 'scope_%'")).toEqual([]);
});
