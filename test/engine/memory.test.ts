import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Utf8, vectorFromArray } from 'apache-arrow';
import { buildShop, dropDraft, openDraft, reviseDraft } from '../../src/sources/import.ts';
import { SAMPLE_QUESTION } from '../../src/sources/mapping.ts';
import type { Draft } from '../../src/sources/source.ts';
import { parquetFile } from './formats/parquet-file.ts';
import { rows, startEngine } from './engine.ts';

const CUSTOMERS = 2_000;
/** Orders whose keys are written in the ways of one customer: plain, spaced, wrapped. */
function orders(from: number, to: number, name = 'orders.csv'): File {
  const key = (at: number) => [`cust-${at % CUSTOMERS}`, ` cust-${at % CUSTOMERS}`, `"=""cust-${at % CUSTOMERS}"""`][at % 3] ?? '';
  const lines = Array.from(
    { length: to - from },
    (_, at) => `O${from + at},${key(from + at)},2024-0${1 + (at % 9)}-11 10:00:00,${10 + (at % 90)}.00`
  );
  return new File([['order_id,customer_id,order_time,amount', ...lines, ''].join('\n')], name);
}

let drafted = 0;
const id = () => `m${++drafted}`;
const notSampled = ({ balance }: Draft) => balance.setAside.find(({ reason }) => reason === 'not-sampled')?.rows ?? 0;
const expectBooks = ({ balance }: Draft, inFile: number) => {
  expect(balance.inFile).toBe(inFile);
  expect(balance.used + balance.setAside.reduce((sum, one) => sum + one.rows, 0)).toBe(inFile);
};

describe('where memory does not suffice', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  beforeAll(async () => {
    engine = await startEngine('46MB');
  });
  afterAll(() => engine.stop());

  test('the file is refused as such, what was there stays and answers, and a sample of it goes in', async () => {
    const small = await openDraft(engine, id(), orders(0, 3_000, 'before.csv'));
    await buildShop(engine, [small]);
    const totals = 'select count(*)::integer, sum(amount)::integer from orders';
    const before = await rows(engine, totals);
    const large = orders(0, 400_000);
    await expect(openDraft(engine, id(), large)).rejects.toMatchObject({ fault: 'out-of-memory' });
    expect(await rows(engine, totals)).toEqual(before);
    expect(await rows(engine, "select table_name from duckdb_tables() where table_name like '%raw%' or table_name like 'staged%'")).toEqual(
      []
    );

    const draft = await openDraft(engine, id(), large, { lighter: { sample: 20 } });
    expectBooks(draft, 400_000);
    expect(draft.readings.map(({ code }) => code)).toContain('sampled');
    const facts = await buildShop(engine, [draft]);
    expect(facts.readings.find(({ code }) => code === 'sampled')?.params).toMatchObject({ of: 20 });
    expect(facts.customers).toBeGreaterThan(CUSTOMERS / 40);
    expect(facts.customers).toBeLessThan(CUSTOMERS / 10);
    // Those in the sample are there with all their orders, and nothing is scaled.
    expect(facts.orders).toBe((facts.customers ?? 0) * (400_000 / CUSTOMERS));
  });
});

describe('a sample of customers', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  const SHOP = 'select count(distinct customer)::integer, count(*)::integer, sum(amount)::integer from orders';

  test('is the same whether it is taken from the file, from its rows, or in steps, and can be undone', async () => {
    const file = orders(0, 20_000);
    const read = await openDraft(engine, id(), file, { lighter: { sample: 10 } });
    await buildShop(engine, [read]);
    const first = await rows(engine, SHOP);
    const whole = await openDraft(engine, id(), file);
    const change = (of: string) => ({ kind: 'answer', question: SAMPLE_QUESTION, answer: of }) as const;
    const halved = await reviseDraft(engine, whole, change('5'));
    expectBooks(halved, 20_000);
    const tenth = await reviseDraft(engine, halved, change('10'));
    expectBooks(tenth, 20_000);
    expect(notSampled(tenth)).toBe(notSampled(read));
    await buildShop(engine, [tenth], { keepsRows: true });
    expect(await rows(engine, SHOP)).toEqual(first);
    const again = await reviseDraft(engine, tenth, change('1'));
    expectBooks(again, 20_000);
    expect(notSampled(again)).toBe(0);
    await dropDraft(engine, again);
  });

  test('holds for every file of orders in the shop, and for Parquet as for text', async () => {
    const [one, two] = [
      await openDraft(engine, id(), orders(0, 10_000, 'a.csv')),
      await openDraft(engine, id(), orders(10_000, 20_000, 'b.csv'), { lighter: { sample: 10 } })
    ];
    await buildShop(engine, [one, two]);
    const mixed = await rows(engine, SHOP);
    const all = await openDraft(engine, id(), orders(0, 20_000), { lighter: { sample: 10 } });
    await buildShop(engine, [all]);
    expect((await rows(engine, SHOP)).map(([customers, count]) => [customers, count])).toEqual(
      mixed.map(([customers, count]) => [customers, count])
    );

    const text = (make: (at: number) => string) =>
      vectorFromArray(
        Array.from({ length: 5_000 }, (_, at) => make(at)),
        new Utf8()
      );
    const parquet = parquetFile({
      order_id: text((at) => `O${at}`),
      customer_id: text((at) => `cust-${at % CUSTOMERS}`),
      order_time: text((at) => `2024-0${1 + (at % 9)}-11`),
      amount: text(() => '5')
    });
    const draft = await openDraft(engine, id(), parquet, { lighter: { sample: 10 } });
    expectBooks(draft, 5_000);
    const facts = await buildShop(engine, [draft]);
    expect(facts.customers).toBe(mixed[0]?.[0]);
  });
});
