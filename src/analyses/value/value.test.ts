import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '../../../test/engine/engine.ts';
import { makeShop } from '../../../test/engine/shop.ts';
import { Shop } from '../../session/shop.ts';
import type { Scope } from '../../sources/scope.ts';
import { VALUE_OF_ALL } from '../forecasts/value-groups.ts';
import { askValues } from '../forecasts/customer-values.ts';
import type { Terms } from '../forecasts/terms.ts';
import { splitOf } from './checking.ts';
import { COHORTS, CONCENTRATION, CONCENTRATION_SUMMARY, MOST_VALUABLE, TIER_SIZES } from './queries.ts';
import { askWhatIf } from './what-if.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const TERMS: Terms = { model: 'mbg-nbd', months: 12, month: 'year', discount: 0.1, margin: 1, timing: 'end', outliers: 'kept' };

describe('customer value', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  const shopAt = (asOf: Date) => new Shop(engine, 1, (): Scope => ({ asOf, from: null, filters: {} }));
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  describe('a hand-made shop', () => {
    test('with too few who came back nothing is forecast, and what holds is still told', async () => {
      await makeShop(
        engine,
        `select * from (values
          ('a', 'A', timestamp '2024-01-01 10:00:00', 100.00, null, null),
          ('b', 'A', timestamp '2024-01-21 10:00:00', 50.00, 60.00, 10.00),
          ('c', 'B', timestamp '2024-01-05 10:00:00', 30.00, null, null),
          ('d', 'B', timestamp '2024-03-20 10:00:00', 20.00, null, null),
          ('e', 'C', timestamp '2024-02-01 10:00:00', 10.00, null, null)
        ) as t (order_id, customer_id, order_time, amount, gross, discount)`
      );
      const shop = shopAt(day('2024-03-31'));
      const all = (await askValues(shop, TERMS, VALUE_OF_ALL, { margin: 1 })).value;
      expect(all.report).toMatchObject({ fit: { isFitted: false, reason: 'few-repeaters', repeaters: 2 }, purchases: null, buyers: null });
      expect(all.rows[0]).toMatchObject({
        customers: 3,
        orders: 5,
        purchases: 5,
        monetary: 210,
        value: null,
        value_low: null,
        buyers: null
      });
      // A after 30 days: 100 + 50; B: 30; C: 10. Up to 60 days C is not yet watched (59 days).
      const cells = (await shop.ask(COHORTS, { grain: 'year', margin: 1, most_ages: 60 })).value;
      expect(
        cells.filter(({ cohort }) => cohort === null).map(({ months, customers, value_each }) => [months, customers, value_each])
      ).toEqual([
        [1, 3, 190 / 3],
        [2, 3, 190 / 3]
      ]);
      const curve = (await askValues(shop, TERMS, CONCENTRATION, { margin: 1 })).value.rows;
      expect(curve.at(34)).toMatchObject({ customers: 2, future_share: null });
      expect(curve.at(34)?.past_share).toBeCloseTo(200 / 210, 12);
      expect((await askWhatIf(shop, TERMS, { retention: 0.1, order: 0.1 })).value).toBeNull();
      // Goods cost 60 % of the price before discount: A keeps 150 − 0.6 · 160.
      const tiers = (await askValues(shop, TERMS, TIER_SIZES, { margin: 0.4, loyal: 2, coupon: 0.8, contacts: 12, cost: 1 })).value.rows;
      expect(tiers.find(({ tier }) => tier === 'core')).toMatchObject({ customers: 2, amount: 200, value: null, discount_year: 10 });
      expect(tiers.find(({ tier }) => tier === 'core')?.net).toBeCloseTo(150 - 0.6 * 160 + 0.4 * 50, 9);
      expect(tiers.find(({ tier }) => tier === 'chance')).toMatchObject({ customers: 1, reason: 'young', amount: 10 });
      await shop.close();
    });

    test('what a customer brings never falls because a cohort is no longer seen', async () => {
      // January's two bring 100 at once and 10 in the third 30 days; March's one brings 20 at once.
      await makeShop(
        engine,
        `select * from (values
          ('A', timestamp '2024-01-01 10:00:00', 100.00), ('A', timestamp '2024-03-05 10:00:00', 20.00),
          ('B', timestamp '2024-01-02 10:00:00', 100.00), ('C', timestamp '2024-03-01 10:00:00', 400.00)
        ) as t (customer_id, order_time, amount)`
      );
      const shop = shopAt(day('2024-04-01'));
      const rows = (await shop.ask(COHORTS, { grain: 'month', margin: 0.5, most_ages: 60 })).value;
      expect(
        rows.map(({ cohort, customers, months, value_each }) => [cohort?.getUTCMonth() ?? null, customers, months, value_each])
      ).toEqual([
        [0, 2, 1, 50],
        [0, 2, 2, 50],
        [0, 2, 3, 55],
        [2, 1, 1, 200],
        [null, 3, 1, 100],
        [null, 2, 2, 100],
        [null, 2, 3, 105]
      ]);
      await shop.close();
    });

    test('who ignored three messages and a year of shops is left alone; a response, or a purchase, keeps one in', async () => {
      await makeShop(
        engine,
        `select * from (values
          ('A', timestamp '2023-01-01 10:00:00', 100.00), ('B', timestamp '2023-01-02 10:00:00', 100.00), ('C', timestamp '2024-03-01 10:00:00', 100.00)
        ) as t (customer_id, order_time, amount)`
      );
      await engine.execute('touches', [
        `insert into all_touches (customer, day, cost, responded)
         select c, date '2024-01-01' + cast(n * 20 as integer), 0.5, c = 2 and n = 0 from (values (1), (2), (3)) as t(c), range(3) as r(n)`
      ]);
      const shop = shopAt(day('2024-03-31'));
      const rules = { margin: 1, loyal: 3, coupon: 0.8, contacts: 12, cost: 1 };
      const tiers = (await askValues(shop, TERMS, TIER_SIZES, rules)).value.rows;
      expect(tiers.find(({ tier }) => tier === 'casual')).toMatchObject({
        reason: 'deaf',
        customers: 1,
        messages: 3,
        message_cost: 1.5,
        contact_cost: 12
      });
      expect(tiers.find(({ tier }) => tier === 'chance')).toMatchObject({ customers: 2, messages: 6 });
      await shop.close();
    });

    test('with large amounts held, one wholesale customer no longer lifts what others are worth, and what came stays as it is', async () => {
      await makeShop(
        engine,
        `select 'C' || c.range as customer_id, timestamp '2024-01-01' + interval (c.range % 90 + n.range * (11 + c.range % 40)) day as order_time,
          cast(case when c.range = 7 then 50000 else 20 + (c.range * 31) % 17 end as decimal(18, 2)) as amount
         from range(400) as c, range(9) as n where n.range <= (c.range * 7919) % 9`
      );
      const shop = shopAt(day('2025-03-01'));
      const valueOf = async (terms: Terms) => {
        const answer = await askValues(shop, terms, MOST_VALUABLE, { margin: 1, most: 400 }, undefined);
        const whole = (await askValues(shop, terms, VALUE_OF_ALL, { margin: 1 })).value.rows[0];
        const others = answer.value.rows.filter(({ customer_id }) => customer_id !== 'C7');
        return {
          others: others.reduce((sum, { value }) => sum + (value ?? NaN), 0),
          own: answer.value.rows.find(({ customer_id }) => customer_id === 'C7')?.value ?? NaN,
          all: whole?.value ?? NaN,
          soFar: whole?.monetary,
          whatIf: (await askWhatIf(shop, terms, { retention: 0, order: 0 })).value?.now,
          steps: answer.evidence.steps.map(({ what }) => what)
        };
      };
      const [kept, held] = [await valueOf(TERMS), await valueOf({ ...TERMS, outliers: 'held' })];
      expect(held.own).toBeLessThan(kept.own / 100);
      expect(held.others).toBeLessThan(kept.others);
      expect(held.soFar).toBe(kept.soFar);
      for (const { own, others, all, whatIf } of [kept, held]) {
        expect(own + others).toBeCloseTo(all, 4);
        expect(whatIf).toBeCloseTo(all, 4);
      }
      expect(held.steps).toContain('MBG/NBD, Gamma-Gamma of means held at their 99th percentile');
      await shop.close();
    });

    test('the money to come is no surer than the purchases it comes with', async () => {
      await makeShop(
        engine,
        `select 'C' || c.range as customer_id, timestamp '2024-01-01' + interval (c.range % 90 + n.range * (11 + c.range % 40)) day as order_time,
          cast(20 + (c.range * 31) % 17 as decimal(18, 2)) as amount
         from range(400) as c, range(9) as n where n.range <= (c.range * 7919) % 9`
      );
      const shop = shopAt(day('2025-03-01'));
      const { rows, report } = (await askValues(shop, TERMS, VALUE_OF_ALL, { margin: 0.3 })).value;
      const relative = ({ value, low, high }: Record<'value' | 'low' | 'high', number | null | undefined>) =>
        ((high ?? NaN) - (low ?? NaN)) / 2 / (value ?? NaN);
      const [all] = rows;
      expect(relative({ value: all?.value, low: all?.value_low, high: all?.value_high })).toBeGreaterThan(
        relative(report.purchases ?? { value: null, low: null, high: null })
      );
      await shop.close();
    });

    test('orders of a single day leave no split and no forecast, and no number is not a number', async () => {
      await makeShop(
        engine,
        `select 'C' || range as customer_id, timestamp '2024-01-01' as order_time, cast(5 as decimal(18, 2)) as amount from range(50)`
      );
      const shop = shopAt(day('2024-01-01'));
      expect(splitOf({ firstDay: day('2024-01-01'), asOf: day('2024-01-01') }, null)).toBeNull();
      for (const query of [VALUE_OF_ALL, CONCENTRATION_SUMMARY, CONCENTRATION]) {
        const { rows } = (await askValues(shop, TERMS, query as never, { margin: 1 })).value;
        for (const row of rows)
          for (const value of Object.values(row as object)) if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      }
      await shop.close();
    });
  });
});
