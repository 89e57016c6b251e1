import { afterAll, beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { rows, startEngine } from '../../test/engine/engine.ts';
import { makeShop } from '../../test/engine/shop.ts';
import { definitions, standalone } from './scope.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** The definition of a purchase, spelled with windows that say what they sort by. */
const DEFINITION = `select customer, day, amount, orders,
  row_number() over (partition by customer order by day) as nth,
  date_diff('day', lag(day) over (partition by customer order by day), day) as gap,
  min(day) over (partition by customer) as first_day
from (select customer, day, sum(amount) as amount, count(*) as orders from orders where customer is not null group by customer, day) as days`;

test('purchases computed from neighbours are the purchases by definition, filtered or not', async () => {
  const order = fc.record({
    customer: fc.integer({ min: 0, max: 5 }),
    day: fc.integer({ min: 0, max: 40 }),
    second: fc.integer({ min: 0, max: 86_399 }),
    amount: fc.integer({ min: 0, max: 99 }),
    channel: fc.constantFrom('web', 'app', '')
  });
  await fc.assert(
    fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 60 }), async (orders) => {
      const values = orders.map(
        (one) =>
          `(${one.customer === 0 ? 'null' : `'c${one.customer}'`}, timestamp '1969-12-20 00:00:00' + to_days(${one.day}) + to_seconds(${one.second}), ${one.amount}::decimal(18,2), nullif('${one.channel}', ''))`
      );
      await makeShop(engine, `select * from (values ${values.join(', ')}) as t(customer_id, order_time, amount, channel)`);
      for (const filters of [{}, { channel: ['web', ''] }]) {
        const scope = { asOf: new Date('1970-01-20'), from: null, filters };
        const { orders: inScope } = definitions(scope);
        const expected = await rows(engine, `with orders as (${inScope}) ${DEFINITION} order by customer, day`);
        expect(
          await rows(
            engine,
            standalone('select customer, day, amount, orders, nth, gap, first_day from purchases order by customer, day', scope)
          )
        ).toEqual(expected);
      }
    }),
    { numRuns: 20 }
  );
});

test('customers are numbered by their ids, and their first values are those of their first order that has one', async () => {
  await makeShop(
    engine,
    `select * from (values ('b', timestamp '2024-01-02', 1, 'web'), ('b', timestamp '2024-01-01', 2, null), ('a', timestamp '2024-01-05', 3, 'app')) as t(customer_id, order_time, amount, channel)`
  );
  expect(await rows(engine, 'select customer, customer_id, first_channel, first_shop from customer_profiles order by customer')).toEqual([
    [1, 'a', 'app', null],
    [2, 'b', 'web', null]
  ]);
});
