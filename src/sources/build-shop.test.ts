import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, startEngine } from '../../test/engine/engine.ts';
import { buildFrom } from './build-shop.ts';
import { buildShop, dropDraft, openDraft, reviseDraft } from './import.ts';
import { asOpen } from './open-draft.ts';
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
const orders = () =>
  rows(
    engine,
    'select order_id, customer_id, cast(day as varchar), amount, orders.lines from all_orders as orders left join customer_profiles using (customer) order by order_id, day, amount'
  );

describe('the shop', () => {
  const first = `order_id,customer_id,order_time,amount,channel
    1,a,2024-01-01,10.00,web
    2,a,2024-01-02,11.00,web
    3,b,2024-01-03,12.00,app`;

  test('of two files that overlap, the later one counts for an order id', async () => {
    const one = await open(first, 'one.csv');
    const two = await open(
      `order_id,customer_id,order_time,amount,status
      3,b,2024-01-03,12.00,cancelled
      2,a,2024-01-02,99.00,completed
      4,c,2024-01-04,13.00,completed`,
      'two.csv'
    );
    const facts = await buildShop(engine, [one, two]);
    expect(aside(facts.balance)).toEqual({ overlap: 2, cancelled: 1 });
    expect(facts.balance).toMatchObject({ inFile: 6, used: 3, orders: 3 });
    expect((await orders()).map((row) => [row[0], row[3]])).toEqual([
      ['1', 10],
      ['2', 99],
      ['4', 13]
    ]);
    expect(await rows(engine, 'select reason, file, data_row from set_aside order by file, data_row')).toEqual([
      ['overlap', 'one.csv', 2],
      ['overlap', 'one.csv', 3],
      ['cancelled', 'two.csv', 1]
    ]);
    const third = await open(first.replace(/^ *(\d)/gm, 'z$1'), 'three.csv');
    const grown = await buildShop(engine, [one, two, third]);
    expect(grown).toMatchObject({ orders: 6, customers: 3, files: ['one.csv', 'two.csv', 'three.csv'] });
  });

  test('shows of keys that tell who somebody is a part only, unless they are kept for outreach', async () => {
    const emails = Array.from(
      { length: 30 },
      (_, place) => `${place},member${place % 20}@example.com,2024-01-${String((place % 28) + 1).padStart(2, '0')},10.00`
    );
    const text = `order_id,email,order_time,amount\n${emails.join('\n')}`;
    const people = () => rows(engine, 'select customer_id, orders from customers order by customer limit 2');
    expect(await buildShop(engine, [await open(text)])).toMatchObject({ customers: 20, orders: 30 });
    expect(await people()).toEqual([
      ['me***@example.com', 2],
      ['me***@example.com', 1]
    ]);
    const kept = await reviseDraft(engine, await open(text), { kind: 'rule', reason: 'outreach', isOn: true });
    expect(await buildShop(engine, [kept])).toMatchObject({ customers: 20, orders: 30 });
    expect(await people()).toEqual([
      ['member0@example.com', 2],
      ['member10@example.com', 1]
    ]);
  });

  test('is the same in compressed storage, and takes the place of one in plain memory', async () => {
    await buildShop(engine, [await open(first)]);
    const plain = await orders();
    const draft = await open(first);
    await buildFrom(engine, [asOpen(draft)], 'packed', { packedAbove: 1 });
    await dropDraft(engine, draft);
    expect(await rows(engine, "select distinct database_name from duckdb_tables() where table_name = 'order_rows'")).toEqual([['packed']]);
    expect(await orders()).toEqual(plain);
    expect(await rows(engine, 'select customer_id, frequency, monetary from customers order by customer_id')).toEqual([
      ['a', 2, 21],
      ['b', 1, 12]
    ]);
    await buildShop(engine, [await open(first)]);
    expect(await rows(engine, "select database_name from duckdb_tables() where table_name = 'order_rows'")).toEqual([['memory']]);
  });

  test('hand-written SQL finds the tables of the analyses', async () => {
    await buildShop(engine, [await open(first)]);
    expect(await rows(engine, 'select customer_id, recency, frequency, monetary from customers order by customer_id')).toEqual([
      ['a', 1, 2, 21],
      ['b', 0, 1, 12]
    ]);
    expect(await rows(engine, 'select count(*) from customer_months')).toEqual([[2]]);
  });

  test('stays as it was when the next one fails or is cancelled', async () => {
    await buildShop(engine, [await open(first)]);
    const empty = await open(first.replaceAll('2024', 'x'));
    await expect(buildShop(engine, [empty])).rejects.toThrow(RangeError);
    await dropDraft(engine, empty);
    const next = await open(first.replaceAll('10.00', '77.00'));
    const stop = new AbortController();
    stop.abort();
    await expect(buildShop(engine, [next], { signal: stop.signal })).rejects.toMatchObject({ fault: 'cancelled' });
    expect((await orders()).map((row) => row[3])).toEqual([10, 11, 12]);
    expect(await buildShop(engine, [next])).toMatchObject({ amount: 100 });
  });

  test('leaves nothing but itself in the engine', async () => {
    await buildShop(engine, [await open(first)]);
    const names = await rows(
      engine,
      'select table_name from duckdb_tables() union all select view_name from duckdb_views() where not internal order by 1'
    );
    expect(names.flat()).toEqual([
      'all_events',
      'all_feedback',
      'all_members',
      'all_orders',
      'all_products',
      'all_purchases',
      'all_touches',
      'customer_months',
      'customer_profiles',
      'customers',
      'events',
      'feedback',
      'members',
      'numbers',
      'order_rows',
      'orders',
      'products',
      'purchases',
      'rhythms',
      'set_aside',
      'touches'
    ]);
  });
});
