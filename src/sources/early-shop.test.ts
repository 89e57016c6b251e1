import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, startEngine } from '../../test/engine/engine.ts';
import { buildShop, buildShopEarly, dropDraft, dropShop, openDraft, reviseDraft } from './import.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** Orders of several lines, refunds of their own, repeated rows, unpaid ones, nobody's orders, and values that are missing at first. */
const LINES = Array.from({ length: 900 }, (_, n) => {
  const customer = n % 29 === 0 ? '' : `buyer${(n * n) % 83}@example.com`;
  const day = new Date(Date.UTC(2024, 0, 1 + ((n * 37) % 300), n % 24)).toISOString().slice(0, 19).replace('T', ' ');
  const [channel, region] = [n % 7 === 0 ? '' : ['web', 'app', ' store '][n % 3], n % 4 === 0 ? '' : `r${n % 5}`];
  const row = (id: string, amount: string, status: string) => `${id},${customer},${day},${amount},${channel},${region},${status}`;
  return [
    row(`O${n}`, `${10 + (n % 90)}.50`, n % 13 === 0 ? 'cancelled' : 'completed'),
    ...(n % 11 === 0 ? [row(`O${n}`, '5.25', 'completed')] : []),
    ...(n % 17 === 0 ? [row(`O${n}-R`, `-${10 + (n % 90)}.50`, 'refund')] : []),
    ...(n % 19 === 0 ? [row(`O${n}`, `${10 + (n % 90)}.50`, n % 13 === 0 ? 'cancelled' : 'completed')] : [])
  ];
});
const FILE = new File([`order_id,email,order_time,amount,channel,region,status\n${LINES.flat().join('\n')}\n`], 'orders.csv');
const TABLES = {
  all_orders: 'customer nulls last, order_time, order_id nulls last, amount',
  all_purchases: 'customer, day',
  customer_profiles: 'customer',
  set_aside: 'file, data_row',
  customers: 'customer'
};
const contents = async () => {
  const all: Record<string, unknown> = {};
  for (const [table, order] of Object.entries(TABLES)) all[table] = await rows(engine, `select * from ${table} order by ${order}`);
  return all;
};
const leftovers = () =>
  rows(
    engine,
    `select table_name from duckdb_tables() where table_name like '%\\_e_\\_%' escape '\\' union all
     select view_name from duckdb_views() where view_name like '%\\_e_\\_%' escape '\\' or schema_name = 'late'`
  );

describe('a shop that answers before all of it is stored', () => {
  test('says the same, and holds the same rows, as one that was stored at once', async () => {
    const whole = await buildShop(engine, [await openDraft(engine, 'e1', FILE)]);
    const stored = await contents();
    const early = await buildShopEarly(engine, [await openDraft(engine, 'e2', FILE)]);
    expect(early.store).not.toBeNull();
    expect(early.facts).toEqual(whole);
    expect(early.facts.dimensions.channel?.map(({ value }) => value)).toContain('');
    expect(await contents()).toEqual(stored);
    await early.store?.();
    expect(await contents()).toEqual(stored);
    expect(await leftovers()).toEqual([]);
  });

  test('gives its place to the next one, stored or not, and leaves nothing behind', async () => {
    const first = await openDraft(engine, 'e3', FILE);
    await buildShopEarly(engine, [first]);
    const other = await reviseDraft(engine, await openDraft(engine, 'e4', FILE), { kind: 'rule', reason: 'refund-row', isOn: false });
    const next = await buildShopEarly(engine, [other]);
    await dropDraft(engine, first);
    const early = await contents();
    await next.store?.();
    expect(await contents()).toEqual(early);
    await dropShop(engine);
    expect(await leftovers()).toEqual([]);
  });

  test('is stored at once where several files make it', async () => {
    const files = [await openDraft(engine, 'e5', FILE), await openDraft(engine, 'e6', new File([FILE], 'again.csv'))];
    expect((await buildShopEarly(engine, files)).store).toBeNull();
  });
});
