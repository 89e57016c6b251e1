import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../../test/engine/engine.ts';
import { ask, makeShop } from '../../../test/engine/shop.ts';
import { COMPLETENESS, COVERAGE } from './queries.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
  await makeShop(
    engine,
    `select * from (values
      ('o1', 'a', timestamp '2024-01-30 10:00', 10, 'app'),
      ('o2', 'a', timestamp '2024-01-31 10:00', 20, null),
      ('o3', 'b', timestamp '2024-01-31 12:00', 30, null),
      ('o4', null, timestamp '2024-03-02 09:00', 40, null)
    ) as t(order_id, customer_id, order_time, amount, channel)`
  );
});
afterAll(() => engine.stop());

const asOf = new Date('2024-03-02');

test('a month without orders is shown, and only days between the first order and the last count', async () => {
  expect(await ask(engine, COVERAGE, {}, { asOf })).toEqual([
    { month: new Date('2024-01-01'), orders: 3, amount: 60, days: 2, days_without: 0 },
    { month: new Date('2024-02-01'), orders: 0, amount: 0, days: 29, days_without: 29 },
    { month: new Date('2024-03-01'), orders: 1, amount: 40, days: 2, days_without: 1 }
  ]);
});

test('all orders of the scope are counted once', async () => {
  const months = await ask(engine, COVERAGE, {}, { asOf: new Date('2024-02-10') });
  expect(months.reduce((sum, month) => sum + month.orders, 0)).toBe(3);
});

test('tells how many orders have a value in each column', async () => {
  const fields = new Map((await ask(engine, COMPLETENESS, {}, { asOf })).map((field) => [field.field, field]));
  expect(fields.get('customer')).toEqual({ field: 'customer', filled: 3, orders: 4, share: 0.75 });
  expect(fields.get('channel')?.share).toBe(0.25);
  expect(fields.get('region')?.filled).toBe(0);
  expect([...fields.values()].every(({ filled, orders }) => filled <= orders)).toBe(true);
});
