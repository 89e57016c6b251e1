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
    const drafts = [];
    for (const [place, file] of sampleShop(locale).entries()) drafts.push(await openDraft(engine, `sample-${locale}-${place}`, file));
    for (const { questions } of drafts) expect(questions).toEqual([]);
    expect(drafts.map(({ mapping }) => mapping.subject)).toEqual(['orders', 'members', 'feedback', 'feedback', 'touches']);
    for (const { mapping } of drafts.slice(1)) expect(mapping.roles).not.toContain(null);
    expect(drafts[0]?.mapping.roles).toEqual([
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
    const facts = await buildShop(engine, drafts);
    expect(facts.lastDay).toEqual(new Date('2025-10-31'));
    expect(facts.firstDay.getTime()).toBeGreaterThanOrEqual(Date.UTC(2023, 10, 1));
    expect(facts.customers).toBeGreaterThan(4_500);
    expect(facts.customers).toBeLessThanOrEqual(5_000);
    expect(facts.orders).toBeGreaterThan(12_000);
    for (const { balance } of drafts.slice(1)) expect(balance.used).toBe(balance.inFile);
    const found = facts.matches?.map(({ matchedKeys, keys }) => matchedKeys / keys) ?? [];
    expect(found).toHaveLength(4);
    // Some members have never bought; of the others, those whose only order was not paid.
    expect(found[0]).toBeGreaterThan(0.85);
    expect(found[0]).toBeLessThan(0.95);
    for (const share of found.slice(1)) expect(share).toBeGreaterThan(0.97);
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
