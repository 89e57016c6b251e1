import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, startEngine, table } from '../../test/engine/engine.ts';
import { againSelect, measureGrain } from './grain.ts';
import { buildShop, openDraft, reviseDraft, type DraftChange } from './import.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let opened = 0;
/** What became of a file: its orders, its rows set aside, and the rest of its books; rows of customers named p… left out. */
async function becomes(lines: readonly string[], change?: DraftChange) {
  let draft = await openDraft(engine, `s${++opened}`, new File([lines.join('\n')], 'file.csv'));
  if (change) draft = await reviseDraft(engine, draft, change);
  const facts = await buildShop(engine, [draft]);
  const header = (lines[0] ?? '').split(',');
  const padding = `coalesce(customer_id, '') not like 'p%'`;
  return {
    aside: await rows(
      engine,
      `select reason, ${header.map((name) => `"${name}"`).join(', ')} from set_aside where ${padding} order by data_row`
    ),
    orders: await rows(
      engine,
      `select order_id, customer_id, cast(order_time as varchar), amount, refund, lines, quantity, product, channel
from all_orders left join customer_profiles using (customer) where ${padding} order by order_id, order_time, amount`
    ),
    used:
      facts.balance.used -
      Number((await rows(engine, `select count(*) from all_orders join customer_profiles using (customer) where not ${padding}`))[0]?.[0]),
    left: await rows(engine, `select table_name from information_schema.tables where table_name like '%s${opened}_%'`)
  };
}

const HEADER = 'order_id,customer_id,order_time,amount,status,product,channel';
const ordinary = (header: string) =>
  Array.from({ length: 60 }, (_, index) => {
    const cells: Record<string, string> = {
      order_id: `P${1000 + index}`,
      'line id': `PL${1000 + index}`,
      customer_id: `p${index % 7}`,
      order_time: `2023-0${1 + (index % 9)}-1${index % 10} 10:00:00`,
      amount: `${10 + index}.00`,
      status: 'completed',
      product: 'tea',
      channel: 'web',
      currency: 'USD'
    };
    return header
      .split(',')
      .map((name) => cells[name] ?? '')
      .join(',');
  });

describe('what becomes of a row does not depend on how many ordinary orders stand beside it', () => {
  test.each<[string, string, readonly string[], DraftChange?]>([
    [
      'refund rows named after orders that nothing else is the matter with',
      HEADER,
      [
        'O1,a,2024-01-01 10:00:00,10.00,completed,tea,web',
        'O2,b,2024-01-02 10:00:00,20.00,completed,tea,app',
        'O1-R,a,2024-01-05 10:00:00,-4.00,refund,tea,web',
        'O2_REFUND2,b,2024-01-05 10:00:00,-20.00,refund,tea,app'
      ]
    ],
    [
      'refund rows that only the amount or the customer tells',
      HEADER,
      [
        'O1,a,2024-01-01 10:00:00,10.00,completed,tea,web',
        'O2,a,2024-01-02 10:00:00,20.00,completed,tea,web',
        'X1,a,2024-01-03 10:00:00,-20.00,refund,tea,web',
        'O3,b,2024-01-04 10:00:00,40.00,completed,tea,app',
        'O4,b,2024-01-05 10:00:00,50.00,completed,tea,app',
        'X2,b,2024-01-06 10:00:00,-60.00,refund,tea,app'
      ]
    ],
    [
      'orders that all stand on several rows',
      HEADER,
      Array.from(
        { length: 24 },
        (_, index) => `O${Math.floor(index / 2)},c${index % 3},2024-01-02 10:00:00,${10 + index}.00,completed,jam ${index},web`
      )
    ],
    [
      'rows that all stand there twice',
      HEADER,
      Array.from({ length: 24 }, (_, index) => `O${index % 12},c${index % 4},2024-01-02 10:00:00,${10 + (index % 12)}.00,completed,tea,web`)
    ],
    [
      'rows that nothing is used of',
      HEADER,
      [
        'O1,a,2024-01-01 10:00:00,10.00,cancelled,tea,web',
        'O2,a,soon,20.00,completed,tea,web',
        'O3,b,,20.00,completed,tea,web',
        'O4,b,2024-01-01 10:00:00,0.00,completed,tea,web',
        'O5,b,2024-01-01 10:00:00,-3.00,completed,tea,web',
        'O6,,2024-01-01 10:00:00,8.00,completed,tea,web'
      ]
    ],
    [
      'amounts in another currency',
      'order_id,customer_id,order_time,amount,currency',
      [
        'O1,a,2024-01-01 10:00:00,10.00,USD',
        'O2,a,2024-01-01 10:00:00,10.00,EUR',
        'O2,a,2024-01-02 10:00:00,-10.00,EUR',
        'O3,b,2024-01-03 10:00:00,-10.00,EUR',
        'O1-R,a,2024-01-04 10:00:00,-3.00,USD'
      ]
    ],
    [
      'identical rows without an order id, where they are to be duplicates',
      'customer_id,order_time,amount,product',
      ['a,2024-01-01 10:00:00,10.00,tea', 'a,2024-01-01 10:00:00,10.00,tea', 'b,2024-01-01 10:00:00,10.00,tea'],
      { kind: 'rule', reason: 'duplicate', isOn: true }
    ],
    [
      'ids in wrappings',
      HEADER,
      [
        '"=""O1""",a,2024-01-01 10:00:00,10.00,completed,tea,web',
        '"=""O1""",a,2024-01-01 10:00:00,10.00,completed,tea,web',
        '"=""O2""",b,2024-01-02 10:00:00,20.00,refunded,tea,web'
      ]
    ]
  ])('%s', async (_, header, lines, change) => {
    // The last ordinary orders keep a file usable that has no others, and its currency the same.
    const padding = ordinary(header);
    const alone = await becomes([header, ...padding.slice(-3), ...lines], change);
    const beside = await becomes([header, ...padding.slice(0, 30), ...lines, ...padding.slice(30)], change);
    expect(beside).toEqual(alone);
    expect(alone.left).toEqual([]);
    expect(alone.aside.length + alone.used).toBe(lines.length);
  });
});

test('a row whose order id only has the hash of a repeated one changes nothing', async () => {
  const cells = (
    more: string
  ) => `select row, order_id, line_id, paid, gross, is_refund, 'a' as customer, cast(null as timestamp) as order_time, 0 as discount, 0 as refund, 1 as quantity,
  'paid' as meaning, product, null as sku, null as channel, null as category, null as region, null as tier, null as shop
from (values (0, 'A', null, 5, null, false, 'tea'), (1, 'A', null, 6, null, false, 'jam')${more}) as cells(row, order_id, line_id, paid, gross, is_refund, product)`;
  const grainOf = async (more: string) => {
    await engine.execute('grain', [`create or replace table again_test as ${againSelect(cells(more), false)}`]);
    const {
      rows: all,
      ids,
      ...grain
    } = await measureGrain((sql) => table(engine, sql), 'again_test', {
      hasLineId: false,
      isCounted: false,
      isPerLine: false
    });
    return { ...grain, repeated: all - ids };
  };
  expect(await grainOf(`, (2, 'Z', null, 9, null, false, 'tea')`)).toEqual(await grainOf(''));
});
