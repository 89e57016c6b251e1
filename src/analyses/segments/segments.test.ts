import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Query } from '../../engine/query.ts';
import { formatFor } from '../../i18n/format.ts';
import { rows, startEngine } from '../../../test/engine/engine.ts';
import { promiseOf } from '../../../test/engine/promises.ts';
import { ask, makeShop } from '../../../test/engine/shop.ts';
import { segmentSizesQuery } from '../scores/segment-sizes.ts';
import { worrySegment } from '../scores/segment-lines.ts';
import { SCORES, scoringOf, scoringParams, SPLITS, TEMPLATES } from '../scores/scoring.ts';
import { evenFinding } from './finding.ts';
import {
  bandAudienceQuery,
  bandsQuery,
  cellAudienceQuery,
  gridQuery,
  movedAudienceQuery,
  movementQuery,
  portraitQuery,
  segmentAudienceQuery
} from './queries.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const asOf = new Date('2024-01-31');
const scoring = (query: string) => scoringParams(scoringOf({ params: new URLSearchParams(query) as never, locale: 'en' }));

// Five customers; a buys twice on one day, d once long ago, e lately.
const SMALL = `
  select * from (values
    ('a', timestamp '2024-01-01 10:00:00', 10.00, 'app', 'tea'), ('a', timestamp '2024-01-01 18:00:00', 5.50, 'web', 'tea'),
    ('a', timestamp '2024-01-21 09:00:00', 20.25, 'web', 'tea'), ('b', timestamp '2023-12-31 00:00:00', 100.00, 'app', 'pot'),
    ('b', timestamp '2024-01-11 00:00:00', 50.00, 'app', 'pot'), ('c', timestamp '2024-01-15 12:00:00', 9.99, 'web', 'tea'),
    ('d', timestamp '2023-06-01 12:00:00', 300.00, 'app', 'pot'), ('e', timestamp '2024-01-31 23:59:59', 1.00, null, null)
  ) orders(customer_id, order_time, amount, channel, category)`;

describe('on five customers', () => {
  beforeAll(() => makeShop(engine, SMALL));

  test('own thresholds: a value on a mark has passed it', async () => {
    const bands = await ask(engine, bandsQuery, scoring('score=own&r=10,16,20,60&f=2,3,4,5&m=10,36,150,300'), { asOf });
    expect(bands.map(({ measure, score, customers, lowest, highest, mark }) => [measure, score, customers, lowest, highest, mark])).toEqual(
      [
        ['recency', 5, 1, 0, 0, null],
        ['recency', 4, 1, 10, 10, 10],
        ['recency', 3, 1, 16, 16, 16],
        ['recency', 2, 1, 20, 20, 20],
        ['recency', 1, 1, 244, 244, 60],
        ['frequency', 2, 2, 2, 2, 2],
        ['frequency', 1, 3, 1, 1, null],
        ['monetary', 5, 1, 300, 300, 300],
        ['monetary', 4, 1, 150, 150, 150],
        ['monetary', 2, 1, 35.75, 35.75, 10],
        ['monetary', 1, 2, 1, 9.99, null]
      ]
    );
  });

  test('quintiles: values that are equal have equal scores, and a value on a mark has not passed it', async () => {
    const bands = await ask(engine, bandsQuery, scoring('score=quantile'), { asOf });
    expect(bands.filter(({ measure }) => measure === 'frequency').map(({ score, customers, mark }) => [score, customers, mark])).toEqual([
      [4, 2, 1.4],
      [1, 3, null]
    ]);
  });

  test('ranks: ties share their average rank', async () => {
    const bands = await ask(engine, bandsQuery, scoring('score=rank'), { asOf });
    // Three with one purchase share rank 2 of 5, two with two purchases rank 4.5.
    expect(bands.filter(({ measure }) => measure === 'frequency').map(({ score, customers }) => [score, customers])).toEqual([
      [5, 2],
      [2, 3]
    ]);
  });

  test('frequency counts purchase days or orders, monetary is the sum or the mean per purchase', async () => {
    const held = async (query: string) =>
      (await ask(engine, bandsQuery, scoring(`score=own&f=2,3,4,5&m=1,2,3,4&${query}`), { asOf })).map(({ measure, highest }) => [
        measure,
        highest
      ]);
    expect(await held('frequency=orders&monetary=mean')).toContainEqual(['frequency', 3]);
    expect(await held('frequency=purchases&monetary=mean')).toContainEqual(['monetary', 300]);
    const portrait = await ask(
      engine,
      portraitQuery,
      { ...scoring('template=activity&split=own&cut=30,1,1000&monetary=mean'), segment: 'active-low' },
      { asOf }
    );
    expect(portrait).toMatchObject([
      {
        customers: 4,
        recency: 13,
        monetary: (9.99 + 17.875) / 2,
        usual_gap: 15.5,
        repeaters: 2,
        channel: 'app',
        channel_share: 2 / 3,
        category: 'tea'
      }
    ]);
  });

  test('high is strictly better than the split, and an empty segment is a row with 0', async () => {
    const sizes = await ask(engine, segmentSizesQuery, scoring('template=cn8&split=own&cut=16,1,100'), { asOf });
    expect(sizes.map(({ segment, customers, revenue }) => [segment, customers, revenue])).toEqual([
      ['111', 0, 0],
      ['101', 0, 0],
      ['011', 1, 150],
      ['001', 1, 300],
      ['110', 1, 35.75],
      ['100', 1, 1],
      ['010', 0, 0],
      ['000', 1, 9.99]
    ]);
  });

  test('movement scores the earlier day anew and knows who was not a customer yet', async () => {
    const params = { ...scoring('template=activity&split=own&cut=30,1,120'), compare: new Date('2024-01-11') };
    const moved = await ask(engine, movementQuery, params, { asOf });
    expect(
      moved.map(({ segment_then, segment_now, customers, customers_then }) => [segment_then, segment_now, customers, customers_then])
    ).toEqual([
      ['none', 'active-low', 2, 2],
      ['active-high', 'active-high', 1, 1],
      ['active-low', 'active-low', 1, 1],
      ['quiet-high', 'quiet-high', 1, 1]
    ]);
    const who = await ask(engine, movedAudienceQuery, { ...params, segment: 'active-low', segment_then: 'none' }, { asOf });
    expect(who).toEqual([{ customer: 3 }, { customer: 5 }]);
  });

  test.each<[string, Query, Record<string, unknown>]>([
    ['sizes', segmentSizesQuery, {}],
    ['grid', gridQuery, {}],
    ['scores', bandsQuery, {}],
    ['movement', movementQuery, { compare: asOf }],
    ['portrait', portraitQuery, { segment: 'lost' }],
    ['segment', segmentAudienceQuery, { segment: 'lost' }],
    ['cell', cellAudienceQuery, { cell_r: 1, cell_f: 1 }],
    ['score', bandAudienceQuery, { measure: 'monetary', band: 5 }],
    ['moved', movedAudienceQuery, { segment: 'lost', segment_then: 'none', compare: asOf }]
  ])('%s gives the columns it promises', async (_name, query, more) => {
    const { promised, given } = await promiseOf(engine, query, { ...scoring(''), ...more } as never, asOf);
    expect(given).toEqual(promised);
  });
});

test('nobody gives no rows rather than zeros', async () => {
  await makeShop(engine, SMALL);
  const before = new Date('2020-01-01');
  expect(await ask(engine, segmentSizesQuery, scoring(''), { asOf: before })).toEqual([]);
  expect(await ask(engine, gridQuery, scoring(''), { asOf: before })).toEqual([]);
});

describe('everybody bought on the same day', () => {
  beforeAll(() =>
    makeShop(
      engine,
      `select 'c' || range as customer_id, timestamp '2024-01-31 12:00:00' as order_time, 1.0 + range as amount from range(9)`
    )
  );

  test.each(['split=mean', 'split=value-mean', 'split=median', 'score=rank&split=mean'])('%s: nobody has gone quiet', async (choices) => {
    for (const template of ['cn8', 'activity']) {
      const sizes = await ask(engine, segmentSizesQuery, scoring(`template=${template}&${choices}`), { asOf });
      expect(worrySegment(sizes)).toBeNull();
      expect(sizes.filter(({ customers }) => customers > 0).map(({ segment }) => segment)).toEqual(
        template === 'cn8' ? ['101', '100'] : ['active-high', 'active-low']
      );
    }
  });

  test('own thresholds tell all the same', async () => {
    const sizes = await ask(engine, segmentSizesQuery, scoring('template=activity&score=own&r=7,14,30,90'), {
      asOf: new Date('2024-12-31')
    });
    expect(sizes.filter(({ customers }) => customers > 0).map(({ segment }) => segment)).toEqual(['quiet-low']);
  });

  test('what is the same for everybody is said to part nobody', async () => {
    const bands = await ask(engine, bandsQuery, scoring(''), { asOf });
    expect(evenFinding(bands, formatFor('en', null))).toBe(
      'Recency (days) and Frequency are the same for everybody and part nobody: what a segment’s name says of them says nothing here.'
    );
    expect(evenFinding(bands, formatFor('zh', null))).toContain('全体客户都相同');
    expect(evenFinding([], formatFor('en', null))).toBeNull();
  });
});

const order = fc.record({
  customer: fc.integer({ min: 1, max: 40 }),
  day: fc.integer({ min: 0, max: 300 }),
  cents: fc.integer({ min: 0, max: 20_000 })
});

test('whatever the orders and the choices: everybody is in exactly one segment and one cell, and the books balance', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(order, { minLength: 1, maxLength: 120 }),
      fc.constantFrom(...TEMPLATES),
      fc.constantFrom(...SCORES),
      fc.constantFrom(...SPLITS),
      fc.constantFrom('sum', 'mean'),
      async (orders, template, score, split, monetary) => {
        const values = orders.map(
          ({ customer, day, cents }) => `('c${customer}', date '2023-04-01' + ${day} + time '12:00:00', ${cents / 100})`
        );
        await makeShop(engine, `select * from (values ${values.join(', ')}) orders(customer_id, order_time, amount)`);
        const params = scoring(`template=${template}&score=${score}&split=${split}&monetary=${monetary}`);
        const sizes = await ask(engine, segmentSizesQuery, params, { asOf });
        const grid = await ask(engine, gridQuery, params, { asOf });
        const bands = await ask(engine, bandsQuery, params, { asOf });
        const customers = new Set(orders.map((one) => one.customer)).size;
        const cents = orders.reduce((sum, one) => sum + one.cents, 0);
        const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        for (const parts of [sizes, grid]) {
          expect(sum(parts.map((part) => part.customers))).toBe(customers);
          expect(Math.round(100 * sum(parts.map((part) => part.revenue)))).toBe(cents);
          expect(sum(parts.map((part) => part.share))).toBeCloseTo(1, 9);
          if (cents > 0) expect(sum(parts.map((part) => part.revenue_share ?? NaN))).toBeCloseTo(1, 9);
          for (const part of parts) expect(part.share_low <= part.share && part.share <= part.share_high).toBe(true);
        }
        // A better score never has worse values.
        for (const measure of ['recency', 'frequency', 'monetary']) {
          const best = bands.filter((band) => band.measure === measure);
          expect(sum(best.map((band) => band.customers))).toBe(customers);
          for (const [at, band] of best.entries()) {
            const worse = best[at + 1];
            if (worse) expect(measure === 'recency' ? band.highest < worse.lowest : band.lowest > worse.highest).toBe(true);
          }
        }
        const biggest = sizes.reduce((a, b) => (b.customers > a.customers ? b : a));
        const who = await ask(engine, segmentAudienceQuery, { ...params, segment: biggest.segment }, { asOf });
        expect(new Set(who.map((row) => row.customer)).size).toBe(biggest.customers);
        for (const { r, f, customers: count } of grid.filter((cell) => cell.r === cell.f)) {
          expect(await ask(engine, cellAudienceQuery, { ...params, cell_r: r, cell_f: f }, { asOf })).toHaveLength(count);
        }
        for (const { measure, score: band, customers: count } of bands) {
          const opened = await ask(engine, bandAudienceQuery, { ...params, measure, band }, { asOf });
          expect(opened, `${measure} ${band}`).toHaveLength(count);
        }
      }
    ),
    { numRuns: 8 }
  );
});

test('the address gives the scoring, and what it cannot mean falls back to the usual', () => {
  const of = (query: string, locale: 'en' | 'zh' = 'en') => scoringOf({ params: new URLSearchParams(query) as never, locale });
  expect(of('')).toMatchObject({ template: 'west11', score: 'quantile', split: 'mean', frequency: 'purchases', monetary: 'sum' });
  expect(of('', 'zh').template).toBe('cn8');
  expect(of('template=west11', 'zh').template).toBe('west11');
  expect(of('template=r10')).toMatchObject({ score: 'rrfm', frequency: 'orders' });
  expect(of('score=own&r=7,14,30,90').r).toEqual([7, 14, 30, 90]);
  expect(of('score=own&r=7,14,14,90').r).toEqual([30, 60, 90, 120]);
  expect(of('score=own&m=1,2,x,4').m).toEqual([50, 100, 150, 200]);
  expect(of('split=own&cut=60,2,99.5').cut).toEqual([60, 2, 99.5]);
  expect(of('template=nonsense&score=1').template).toBe('west11');
});

test('the interval of the SQL is the interval of the models', async () => {
  const { wilson } = await import('../../models/intervals.ts');
  for (const [part, whole] of [
    [0, 5],
    [5, 5],
    [1, 3],
    [687, 2357]
  ] as const) {
    const [[low, high] = []] = await rows(engine, `select wilson_low(${part}, ${whole}), wilson_high(${part}, ${whole})`);
    expect(low).toBeCloseTo(wilson(part, whole)?.low ?? NaN, 12);
    expect(high).toBeCloseTo(wilson(part, whole)?.high ?? NaN, 12);
  }
  expect(await rows(engine, 'select wilson_low(0, 0), wilson_high(0, 0)')).toEqual([[null, null]]);
});
