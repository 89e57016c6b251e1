import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../test/engine/engine.ts';
import { buildShop, openDraft } from './import.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const month = (number: number) =>
  new File(
    [
      `order_id,customer_id,order_time,amount\n${Array.from({ length: 400 }, (_, at) => `M${number}-${at},C${at % 200},2024-0${number}-01 10:00:00,5`).join('\n')}`
    ],
    `month-${number}.csv`
  );

test('a whole file beside a sample is taken alike, and its own books say what stayed outside', async () => {
  const sampled = await openDraft(engine, 'one', month(1), { lighter: { sample: 10 } });
  const whole = await openDraft(engine, 'two', month(2));
  expect([whole.balance.used, whole.readings.some(({ code }) => code === 'sampled')]).toEqual([400, false]);
  const facts = await buildShop(engine, [sampled, whole]);
  const books = ['one', 'two'].map((id) => facts.balancePerFile?.[id]);
  for (const one of books) {
    const outside = one?.setAside.find(({ reason }) => reason === 'not-sampled')?.rows ?? 0;
    expect(outside).toBeGreaterThan(200);
    expect([one?.inFile, (one?.used ?? 0) + outside]).toEqual([400, 400]);
  }
  // The same customers of both: each bought twice a month.
  expect(books[0]?.used).toBe(books[1]?.used);
  expect(facts.orders).toBe((books[0]?.used ?? 0) + (books[1]?.used ?? 0));
  expect(facts.customers).toBe(facts.orders / 4);
  expect(facts.balance).toMatchObject({ inFile: 800, used: facts.orders });
});
