import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildShop, dropDraft, openDraft } from '../../src/sources/import.ts';
import type { Balance } from '../../src/sources/source.ts';
import { rows, startEngine } from '../engine/engine.ts';

const DATA = new URL('../../../shared/data/', import.meta.url);
const has = existsSync(DATA);

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

function file(name: string): File {
  return new File([readFileSync(new URL(name, DATA))], name);
}

async function shopOf(name: string) {
  const draft = await openDraft(engine, 'golden', file(name));
  const facts = await buildShop(engine, [draft]);
  return { draft, facts };
}

const said = (notes: readonly { code: string }[]) => notes.map((note) => note.code);
const aside = (balance: Balance) =>
  Object.fromEntries(balance.setAside.filter(({ rows }) => rows > 0).map(({ reason, rows }) => [reason, rows]));

describe.skipIf(!has)('the public files, from the raw file through the real import (../shared/data)', () => {
  test('CDNOW: every row is an order, identical ones too', async () => {
    const { facts } = await shopOf('cdnow_sample_transactions.csv');
    expect(facts).toMatchObject({
      orders: 6919,
      customers: 2357,
      purchases: 6696,
      firstDay: new Date('1997-01-01'),
      lastDay: new Date('1998-06-30')
    });
    expect(facts.amount).toBeCloseTo(244_091.94, 2);
    expect(facts.balance).toMatchObject({ inFile: 6919, used: 6919 });
    expect(said(facts.readings)).toEqual(['rows-are-orders', 'identical-rows-kept']);
    expect(await rows(engine, 'select count(*), sum(monetary) from customers')).toEqual([[2357, 244_091.94]]);
  });

  test('cn_orders: refunded orders are set aside', async () => {
    const { facts } = await shopOf('cn_orders_shujubuchuiniu.csv');
    expect(facts).toMatchObject({
      orders: 27_793,
      customers: 25_420,
      purchases: 27_392,
      amount: 3_511_305,
      firstDay: new Date('2019-01-01'),
      lastDay: new Date('2019-06-30')
    });
    expect(facts.balance).toMatchObject({ inFile: 28_833, used: 27_793 });
    expect(aside(facts.balance)).toEqual({ refunded: 1040 });
    expect(await rows(engine, 'select reason, count(*) from set_aside group by reason')).toEqual([['refunded', 1040]]);
  });

  test('rfm_data_orders: names are the customers', async () => {
    const { facts } = await shopOf('rfm_data_orders.csv');
    expect(facts).toMatchObject({ orders: 4906, customers: 995, purchases: 4895, amount: 464_158, lastDay: new Date('2006-12-30') });
  });

  test('lifetimes_example: visits without amounts, and the reading says so', async () => {
    const { facts } = await shopOf('lifetimes_example_transactions.csv');
    expect(facts).toMatchObject({ orders: 15_273, amount: 0 });
    expect(said(facts.readings)).toContain('amount-none');
  });

  test('tmall_order_report: nobody can be told apart, orders are counted all the same', async () => {
    const { draft, facts } = await shopOf('tmall_order_report.csv');
    expect(draft.identity.chosen).toBeNull();
    expect(draft.customers).toBeNull();
    expect(facts.customers).toBeNull();
    expect(said(facts.readings)).toEqual(expect.arrayContaining(['identity-refused', 'paid-is-net', 'clock-pay']));
    const { unpaid, refunded } = aside(facts.balance);
    expect(unpaid).toBe(28_010 - 24_087);
    expect(refunded).toBe(5132);
    expect(facts.orders).toBe(24_087 - 5132);
    expect(facts.amount).toBeCloseTo(1_902_487.15, 2);
    expect(await rows(engine, 'select count(*) from customer_profiles')).toEqual([[0]]);
  });

  test.each(['surv_lung.csv', 'surv_rossi.csv', 'surv_waltons_dataset.csv'])('%s: no orders, and the draft says so', async (name) => {
    const draft = await openDraft(engine, 'other', file(name));
    expect(said(draft.readings)).toEqual(['not-orders']);
    expect(draft.balance.used).toBe(0);
    expect(aside(draft.balance)).toEqual({ 'not-orders': draft.balance.inFile });
    await expect(buildShop(engine, [draft])).rejects.toThrow(RangeError);
    await dropDraft(engine, draft);
  });

  test('hillstrom_email_experiment: messages of a campaign to nobody known, by group and response, and no shop by themselves', async () => {
    const draft = await openDraft(engine, 'other', file('hillstrom_email_experiment.csv'));
    expect(draft.mapping.subject).toBe('touches');
    expect(draft.balance).toMatchObject({ inFile: 64_000, used: 64_000, orders: 0, anonymous: 64_000 });
    await expect(buildShop(engine, [draft])).rejects.toThrow(RangeError);
    await dropDraft(engine, draft);
  });
});
