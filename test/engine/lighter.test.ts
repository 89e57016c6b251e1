import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Utf8, vectorFromArray } from 'apache-arrow';
import { buildShop, openDraft, reviseDraft, type ImportOptions } from '../../src/sources/import.ts';
import { leftOutOf, withoutLighter } from '../../src/sources/left-out.ts';
import type { Draft } from '../../src/sources/source.ts';
import { parquetFile } from './formats/parquet-file.ts';
import { rows, startEngine } from './engine.ts';

const HEADER = 'order_id,customer_id,order_time,pay_time,amount,refund,status,product,category,channel';
const STATUSES = ['paid', 'paid', 'paid', 'paid', 'cancelled', 'unpaid', 'paid'];
const CHANNELS = ['app', 'web', 'shop'];

/** Orders of 120 customers, several on a day, with everything in them that has to be decided about. */
function lines(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const customer = at % 41 === 0 ? '' : at % 37 === 0 ? 'guest' : `c${(at * 7) % 120}`;
    const day = `2024-${String(1 + Math.floor(((at * 13) % 180) / 28)).padStart(2, '0')}-${String(1 + ((at * 13) % 28)).padStart(2, '0')}`;
    const amount = at % 97 === 0 ? '' : at % 89 === 0 ? '0' : at % 83 === 0 ? `-${10 + ((at - 83) % 50)}.25` : `${10 + (at % 50)}.25`;
    const refund = at % 53 === 0 ? '5.00' : at % 59 === 0 ? '500.00' : at % 2 === 0 ? '0' : '';
    const ordered = at % 101 === 0 ? '' : `${day} ${String(at % 24).padStart(2, '0')}:10:00`;
    const paid = at % 11 === 0 || at % 101 === 0 ? '' : `${day} ${String(at % 24).padStart(2, '0')}:20:00`;
    const id = at % 67 === 0 && at > 0 ? `O${at - 1}` : `O${at}`;
    return [id, customer, ordered, paid, amount, refund, STATUSES[at % 7], `p${at % 9}`, `k${at % 4}`, CHANNELS[at % 3]].join(',');
  });
}
const fileOf = (all: readonly string[], header = HEADER) => new File([[header, ...all, ''].join('\n')], 'orders.csv');

let drafted = 0;
const id = () => `g${++drafted}`;

/** What no way of reading the file may change. */
const SAME = {
  customers: 'select customer_id, frequency, recency, monetary from customers order by customer_id',
  purchases: 'select customer, day, amount, nth, gap, first_day from purchases order by customer, day',
  months: 'select customer, month, cohort, amount from customer_months order by customer, month',
  first: 'select customer_id, first_channel, first_category from customer_profiles order by customer_id'
};

async function told(engine: Awaited<ReturnType<typeof startEngine>>) {
  const found: Record<string, unknown[][]> = {};
  for (const [name, sql] of Object.entries(SAME)) found[name] = await rows(engine, sql);
  return found;
}

describe('orders gathered by customer and day', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  const importOf = async (file: File, options: ImportOptions = {}) => {
    const draft = await openDraft(engine, id(), file, options);
    const facts = await buildShop(engine, [draft]);
    return { draft, facts, found: await told(engine) };
  };
  const byDay = (parts?: number): ImportOptions => ({ lighter: { byDay: true, parts } });
  const codes = ({ readings }: Draft) => readings.map(({ code }) => code);

  test.for([3])('give the same customers, purchases, cohorts and books, read in %i parts', async (parts) => {
    const file = fileOf(lines(3_000));
    const whole = await importOf(file);
    const gathered = await importOf(file, byDay(parts));
    expect(gathered.found).toEqual(whole.found);
    expect(gathered.draft.balance).toEqual(whole.draft.balance);
    expect(gathered.draft.customers).toBe(whole.draft.customers);
    expect(gathered.facts.customers).toBe(whole.facts.customers);
    expect(gathered.facts.amount).toBeCloseTo(whole.facts.amount, 6);
    expect(gathered.facts.balance).toEqual(whole.facts.balance);
    expect(gathered.draft.load.gathered?.into).toBeLessThan(3_000);
    expect(gathered.facts.orders).toBeLessThan(whole.facts.orders);
    expect(codes(gathered.draft)).toContain('gathered');
    expect(codes(gathered.draft)).toContain('columns-left-out');
    // Orders of a day keep the channels by which pages are narrowed.
    expect(gathered.facts.dimensions.channel?.map(({ value }) => value).sort()).toEqual(CHANNELS.toSorted());
  });

  test('are gathered by days as shops write them, without order numbers, and from Parquet', async () => {
    const loose = lines(1_500).map((line) => {
      const [, customer, time = '', , amount] = line.split(',');
      const [day = '', clock = ''] = time.split(' ');
      return [
        customer,
        day === '' ? '' : `${day.replaceAll('-0', '/').replaceAll('-', '/')} ${clock.slice(0, 5).replace(/^0/, '')}`,
        amount
      ].join(',');
    });
    const file = fileOf(loose, 'customer_id,order_time,amount');
    const whole = await importOf(file);
    const gathered = await importOf(file, byDay(2));
    expect(gathered.draft.load.gathered?.into).toBeLessThan(1_500);
    expect(gathered.found).toEqual(whole.found);
    expect(gathered.draft.balance).toEqual(whole.draft.balance);

    const table = lines(1_500).map((line) => line.split(','));
    const names = HEADER.split(',');
    const parquet = parquetFile(
      Object.fromEntries(
        names.map((name, at) => [
          name,
          vectorFromArray(
            table.map((row) => row[at] || null),
            new Utf8()
          )
        ])
      )
    );
    const typed = await importOf(parquet, byDay(2));
    const text = await importOf(fileOf(lines(1_500)));
    expect(typed.found).toEqual(text.found);
    expect(typed.draft.balance).toEqual(text.draft.balance);
  });

  test('can be revised, thinned to a sample, and taken whole again', async () => {
    const draft = await openDraft(engine, id(), fileOf(lines(2_000)), byDay());
    const ruled = await reviseDraft(engine, draft, { kind: 'rule', reason: 'cancelled', isOn: false });
    expect(ruled.balance.orders).toBeGreaterThan(draft.balance.orders);
    const sampled = await reviseDraft(engine, ruled, { kind: 'answer', question: 'sample', answer: '4' });
    expect(sampled.balance.inFile).toBe(2_000);
    const whole = await reviseDraft(engine, sampled, { kind: 'lighter', lighter: { fewColumns: true } });
    expect(whole.balance.inFile).toBe(2_000);
  });

  test.for([
    ['order lines', (all: string[]) => all.map((line, at) => line.replace(/^[^,]*/, `O${Math.floor(at / 3)}`)), HEADER, 'gather-lines'],
    ['amounts with words', (all: string[]) => all.map((line) => line.replace(/(\d+\.25),/, '$1元,')), HEADER, 'gather-amounts'],
    ['nobody', (all: string[]) => all, HEADER.replace('customer_id', 'note'), 'gather-key'],
    [
      'times that do not begin with a day',
      (all: string[]) => all.map((line) => line.replaceAll(/2024-(\d\d)-(\d\d)/g, 'Jan $2 2024')),
      HEADER,
      'gather-days'
    ]
  ] as const)('are refused by name for %s', async ([, change, header, reason]) => {
    const file = fileOf(change(lines(2_000)), header);
    await expect(openDraft(engine, id(), file, byDay())).rejects.toMatchObject({ fault: 'unreadable-file', message: reason });
    expect(
      await rows(
        engine,
        "select table_name from duckdb_tables() where table_name like '%\\_part' escape '\\' or table_name like '%judged%'"
      )
    ).toEqual([]);
  });
});

describe('a file without what customers are not counted by', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  test('has the same customers, names what it lacks, and is whole again next time', async () => {
    const file = fileOf(lines(1_000));
    const whole = await openDraft(engine, id(), file);
    const wholeFacts = await buildShop(engine, [whole]);
    const { customers, purchases } = await told(engine);
    const draft = await openDraft(engine, id(), file, { lighter: { fewColumns: true } });
    const facts = await buildShop(engine, [draft]);
    expect(await told(engine)).toMatchObject({ customers, purchases });
    expect(draft.balance).toEqual(whole.balance);
    expect(Object.keys(wholeFacts.dimensions)).toEqual(['channel', 'category']);
    expect(facts.dimensions).toEqual({});
    expect(leftOutOf(draft.mapping).map(({ header }) => header)).toEqual(['product', 'category', 'channel']);
    expect(facts.readings.find(({ code }) => code === 'columns-left-out')?.params).toEqual({ columns: 'product, category, channel' });
    expect(withoutLighter(draft.mapping, draft.sketch.columns).roles).toEqual(whole.mapping.roles);
    expect(withoutLighter(draft.mapping, draft.sketch.columns).answers).toEqual(whole.mapping.answers);
  });
});

describe('where memory does not suffice for every order', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  beforeAll(async () => {
    engine = await startEngine('56MB');
  });
  afterAll(() => engine.stop());

  test('the orders of a day as one row fit, with every customer and the whole of the money', async () => {
    const large = fileOf(
      Array.from(
        { length: 400_000 },
        (_, at) => `ORDER-NUMBER-OF-OUR-SHOP-${at},c${at % 500},2024-0${1 + ((at >> 9) % 9)}-11 10:00:00,${10 + (at % 90)}.00`
      ),
      'order_id,customer_id,order_time,amount'
    );
    await expect(openDraft(engine, id(), large)).rejects.toMatchObject({ fault: 'out-of-memory' });
    const draft = await openDraft(engine, id(), large, { lighter: { byDay: true, parts: 8 } });
    const facts = await buildShop(engine, [draft]);
    expect(facts.customers).toBe(500);
    expect(draft.balance).toMatchObject({ inFile: 400_000, used: 400_000, orders: 400_000 });
    expect(facts.amount).toBe(Array.from({ length: 400_000 }, (_, at) => 10 + (at % 90)).reduce((sum, one) => sum + one, 0));
  });
});
