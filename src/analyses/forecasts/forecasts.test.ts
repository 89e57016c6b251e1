import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { golden } from '../../../test/golden/golden.ts';
import { shopOf } from '../../../test/golden/shops.ts';
import { startEngine } from '../../../test/engine/engine.ts';
import { makeShop } from '../../../test/engine/shop.ts';
import { defineQuery } from '../../engine/query.ts';
import type { Fitting } from '../../session/asking.ts';
import { Shop } from '../../session/shop.ts';
import type { Scope } from '../../sources/scope.ts';
import { HISTORIES } from './queries.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const fitting = (horizon: number): Fitting<'repeat-buying'> => ({
  task: 'repeat-buying',
  inputs: { histories: { query: HISTORIES, params: {} } },
  options: { horizon },
  step: { what: 'MBG/NBD', source: 'Batislam et al. 2007' }
});
const EACH = defineQuery<{ as_of: Date }>()({
  name: 'test/each',
  sql: `with histories as (
  select customer, cast(count(*) - 1 as double) as x, cast(days_between(min(day), max(day)) as double) as recency,
    cast(days_between(min(day), $as_of) as double) as age
  from purchases
  group by customer
)
select count(*) as customers, sum(expected) as expected, min(buys) as least, max(buys) as most, min(buys - buys_low) as below, min(buys_high - buys) as above
from histories
join forecasts on forecasts.x = histories.x and forecasts.recency = histories.recency and forecasts.age = histories.age
order by customers`,
  columns: { customers: 'integer', expected: 'number', least: 'number', most: 'number', below: 'number', above: 'number' }
});

describe('what a model says is read by SQL', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  const shopAt = (asOf: Date) => new Shop(engine, 1, (): Scope => ({ asOf, from: null, filters: {} }));
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  test('each customer finds its history among the rows, and together they expect what the report says', async () => {
    // 400 customers with between one and nine purchases, from a rule that anybody can follow.
    await makeShop(
      engine,
      `select 'C' || c.range as customer_id, timestamp '2024-01-01' + interval (c.range % 90 + n.range * (11 + c.range % 40)) day as order_time,
        cast(20 as decimal(18, 2)) as amount
       from range(400) as c, range(9) as n where n.range <= (c.range * 7919) % 9`
    );
    const shop = shopAt(day('2025-03-01'));
    const { value, evidence } = await shop.fit(fitting(90));
    if (!value.report.isFitted) throw new Error(value.report.reason);
    const { report, table } = value;
    expect(report.model.customers).toBe(400);
    expect(evidence).toMatchObject({ name: 'forecasts/histories', steps: [{ what: 'MBG/NBD', source: 'Batislam et al. 2007' }] });
    const [each] = (await shop.ask(EACH, {}, undefined, undefined, { forecasts: table })).value;
    expect(each?.customers).toBe(400);
    expect(each?.expected).toBeCloseTo(report.expected.value, 6);
    expect(each?.least).toBeGreaterThanOrEqual(0);
    expect(each?.most).toBeLessThanOrEqual(1);
    expect(Math.min(each?.below ?? -1, each?.above ?? -1)).toBeGreaterThanOrEqual(0);
    await shop.close();
    await expect(engine.run('gone', `select * from ${table}`)).rejects.toThrow(/does not exist/);
  });

  test('who asks the same waits for the same computation, and one who leaves does not take it from the other', async () => {
    const shop = shopAt(day('2025-03-01'));
    const leaving = new AbortController();
    const first = shop.fit(fitting(60), leaving.signal);
    const second = shop.fit(fitting(60));
    leaving.abort();
    await expect(first).rejects.toMatchObject({ fault: 'cancelled' });
    const { table } = (await second).value;
    expect((await shop.fit(fitting(60))).value.table).toBe(table);
    await shop.close();
  });

  test('a computation that nobody waits for is called off, and can be asked for again', async () => {
    const shop = shopAt(day('2025-03-01'));
    const leaving = new AbortController();
    const only = shop.fit(fitting(30), leaving.signal);
    leaving.abort();
    await expect(only).rejects.toMatchObject({ fault: 'cancelled' });
    expect((await shop.fit(fitting(30))).value.report.isFitted).toBe(true);
    await shop.close();
  });

  test('of a shop with too few who came back it says so, and gives no rows', async () => {
    await makeShop(
      engine,
      `select 'C' || range as customer_id, timestamp '2024-01-01' as order_time, cast(5 as decimal(18, 2)) as amount from range(50)`
    );
    const shop = shopAt(day('2024-06-01'));
    const { report } = (await shop.fit(fitting(90))).value;
    expect(report).toMatchObject({ isFitted: false, reason: 'few-repeaters', repeaters: 0 });
    await shop.close();
  });

  test.skipIf(!golden)('the CDNOW sample, from its raw file to the published likelihood', async () => {
    await shopOf(engine, 'cdnow_sample');
    const shop = shopAt(day('1997-09-30'));
    const { report } = (await shop.fit(fitting(39 * 7))).value;
    if (!report.isFitted) throw new Error(report.reason);
    expect(report.model).toMatchObject({ kind: 'mbg-nbd', customers: 2357, repeaters: 946, histories: 1016 });
    expect(report.model.logLikelihood).toBeCloseTo(-9582.1357, 3);
    expect(report.expected.value).toBeCloseTo(1576.7, 0);
    await shop.close();
  });
});
