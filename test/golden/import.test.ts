import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildShop, openDraft } from '../../src/sources/import.ts';
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

describe.skipIf(!has)('the public files, from the raw file through the real import (../shared/data)', () => {
  test('CDNOW: every row is an order', async () => {
    const { draft, facts } = await shopOf('cdnow_sample_transactions.csv');
    console.log(JSON.stringify({ ...draft, sketch: 0, file: 0 }, null, 1).slice(0, 4000));
    expect(facts).toMatchObject({ orders: 6919, customers: 2357, purchases: 6696, firstDay: new Date('1997-01-01'), lastDay: new Date('1998-06-30') });
    expect(facts.amount).toBeCloseTo(244_091.94, 2);
    expect(facts.balance).toMatchObject({ inFile: 6919, used: 6919 });
    expect(await rows(engine, 'select count(*), sum(monetary) from customers')).toEqual([[2357, 244_091.94]]);
  });
});
