import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, startEngine } from '../../test/engine/engine.ts';
import { buildShop, openDraft } from './import.ts';
import { sampleShop } from './sample-shop.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

describe.each(['en', 'zh'] as const)('the sample shop (%s)', (locale) => {
  test('is the same file for the same seed and another for another', async () => {
    const [one, same, other] = await Promise.all(
      [1, 1, 2].map(async (seed) => (await Promise.all(sampleShop(locale, seed).map((file) => file.text()))).join(''))
    );
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });

  test('goes through the real import without a question, and its books balance', async () => {
    const [file] = sampleShop(locale);
    if (!file) throw new Error('no sample');
    const draft = await openDraft(engine, `sample-${locale}`, file);
    expect(draft.questions).toEqual([]);
    expect(draft.mapping.roles).toEqual([
      'order_id',
      'customer',
      'order_time',
      'pay_time',
      'status',
      'gross',
      'discount',
      'amount',
      'refund',
      'quantity',
      'category',
      'channel',
      'region',
      'tier',
      'shop'
    ]);
    const facts = await buildShop(engine, [draft]);
    expect(facts.lastDay).toEqual(new Date('2025-10-31'));
    expect(facts.firstDay.getTime()).toBeGreaterThanOrEqual(Date.UTC(2023, 10, 1));
    expect(facts.customers).toBeGreaterThan(4_500);
    expect(facts.customers).toBeLessThanOrEqual(5_000);
    expect(facts.orders).toBeGreaterThan(12_000);
    expect(Object.keys(facts.dimensions)).toEqual(['channel', 'category', 'region', 'tier', 'shop']);
    const reasons = facts.balance.setAside.filter((entry) => entry.rows > 0).map((entry) => entry.reason);
    expect(reasons).toEqual(['duplicate', 'cancelled', 'unpaid', 'refunded']);
    const [[repeaters = 0] = []] = (await rows(
      engine,
      'select avg(case when frequency > 1 then 1.0 else 0.0 end) from customers'
    )) as number[][];
    expect(repeaters).toBeGreaterThan(0.35);
    expect(repeaters).toBeLessThan(0.75);
  });
});
