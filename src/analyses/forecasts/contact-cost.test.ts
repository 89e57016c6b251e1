import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../../test/engine/engine.ts';
import { makeShop } from '../../../test/engine/shop.ts';
import { formatFor } from '../../i18n/format.ts';
import { Shop } from '../../session/shop.ts';
import type { Scope } from '../../sources/scope.ts';
import { askContactCost, contactCostText } from './contact-cost.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

test('what a contact cost so far is the mean of the messages whose cost is told', async () => {
  await makeShop(engine, `select 'A' as customer_id, timestamp '2024-01-01 10:00:00' as order_time, cast(10 as decimal(18, 2)) as amount`);
  const asked = () => {
    const shop = new Shop(engine, 1, (): Scope => ({ asOf: new Date('2024-03-31T00:00:00Z'), from: null, filters: {} }));
    return askContactCost(shop).finally(() => shop.close());
  };
  expect(await asked()).toEqual({ messages: 0, cost: null });
  await engine.execute('touches', [
    `insert into all_touches (customer, day, cost, responded) values
      (1, date '2024-01-02', 0.5, false), (1, date '2024-01-03', 0.3, true), (1, date '2024-01-04', null, true),
      (1, date '2024-01-05', 0, false)`
  ]);
  const usual = await asked();
  expect(usual.messages).toBe(2);
  expect(usual.cost).toBeCloseTo(0.4, 9);
  expect(contactCostText(usual, formatFor('en', 'CNY'))).toContain('**¥0.40**: the mean of the 2 messages');
  expect(contactCostText({ messages: 0, cost: null }, formatFor('zh', 'CNY'))).toBeNull();
});
