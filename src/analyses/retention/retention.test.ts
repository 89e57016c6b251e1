import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '../../../test/engine/engine.ts';
import { dayNumber, dayOf, randomOrders, shopOfOrders, visitsOf, type Visit } from '../../../test/engine/random-shop.ts';
import { promiseOf } from '../../../test/engine/promises.ts';
import { ask, makeShop } from '../../../test/engine/shop.ts';
import { averagesOf } from './finding.ts';
import {
  AVERAGE_CUSTOMERS,
  BRACKET_CUSTOMERS,
  BRACKETS,
  COHORT_CUSTOMERS,
  COHORTS,
  CURVE,
  GAP_CUSTOMERS,
  GAP_SUMMARY,
  GAPS,
  GRAINS,
  KINDS,
  LADDER,
  LADDER_CUSTOMERS,
  MONTH_CUSTOMERS,
  MONTHS,
  WAITING,
  WAITING_CUSTOMERS,
  WINDOW_CUSTOMERS,
  WINDOWS,
  type CohortGrain,
  type Kind
} from './queries.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** The period a day lies in, as a running number, worked out without SQL. */
function periodNumber(day: number, grain: CohortGrain): number {
  const date = dayOf(day);
  if (grain === 'day') return date.getTime() / 86_400_000;
  // 1970-01-05 was a Monday.
  if (grain === 'week') return Math.floor((date.getTime() / 86_400_000 - 4) / 7);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return grain === 'month' ? month : Math.floor(month / 3);
}

function hasComeBack(visits: readonly Visit[], age: number, kind: Kind, grain: CohortGrain): boolean {
  const first = periodNumber(visits[0]?.day ?? 0, grain);
  const ages = visits.map(({ day }) => periodNumber(day, grain) - first);
  if (kind === 'in-period') return ages.includes(age);
  if (kind === 'rolling') return ages.some((one) => one >= age);
  return ages.length > 1 && (ages[1] ?? 0) <= age;
}

const DAYS = 300;

describe.each([1, 2])('on random orders %i', (seed) => {
  const orders = randomOrders(seed, 80, DAYS);
  const until = DAYS - 1 - seed * 20;
  const asOf = dayOf(until);
  const customers = [...visitsOf(orders, until).values()];
  beforeAll(() => shopOfOrders(engine, orders));

  test.each(GRAINS.flatMap((grain) => KINDS.map((kind) => [grain, kind] as const)))(
    'cohorts by %s, %s, agree with a second computation',
    async (grain, kind) => {
      const cells = await ask(engine, COHORTS, { grain, kind, cohorts: 1000, periods: 1000 }, { asOf });
      const end = periodNumber(until, grain);
      expect(new Set(cells.map(({ cohort }) => cohort.getTime())).size).toBe(
        new Set(customers.map(([first]) => periodNumber(first?.day ?? 0, grain))).size
      );
      for (const cell of cells) {
        const number = periodNumber(dayNumber(cell.cohort), grain);
        const members = customers.filter(([first]) => periodNumber(first?.day ?? 0, grain) === number);
        expect(cell.size).toBe(members.length);
        expect(cell.customers, `+${cell.age}`).toBe(members.filter((visits) => hasComeBack(visits, cell.age, kind, grain)).length);
        const counts = (day: number) => {
          const age = periodNumber(day, grain) - number;
          return kind === 'in-period' ? age === cell.age : kind === 'rolling' ? age >= cell.age : age <= cell.age;
        };
        const visits = members.flat().filter(({ day }) => counts(day));
        expect(cell.orders).toBe(visits.reduce((sum, visit) => sum + visit.orders, 0));
        expect(cell.amount).toBeCloseTo(
          visits.reduce((sum, visit) => sum + visit.amount, 0),
          6
        );
        expect(cell.is_complete).toBe(periodNumber(until + 1, grain) > number + cell.age);
        expect(cell.age).toBeLessThanOrEqual(end - number);
      }
    }
  );

  test.each(KINDS)('the %s average weighs complete cells by their size', async (kind) => {
    const cells = await ask(engine, COHORTS, { grain: 'week', kind, cohorts: 1000, periods: 1000 }, { asOf });
    const curve = averagesOf(cells);
    expect(curve[0]?.size).toBe(
      customers.filter(([first]) => periodNumber(first?.day ?? 0, 'week') < periodNumber(until + 1, 'week')).length
    );
    for (const point of curve) {
      const complete = cells.filter((cell) => cell.age === point.age && cell.is_complete);
      const sum = (value: (cell: (typeof cells)[number]) => number) => complete.reduce((total, cell) => total + value(cell), 0);
      expect([point.cohorts, point.size, point.customers]).toEqual([
        complete.length,
        sum(({ size }) => size),
        sum((cell) => cell.customers)
      ]);
      expect(point.orders_each).toBeCloseTo(sum(({ orders }) => orders) / point.size, 9);
      expect(point.amount_each).toBeCloseTo(sum(({ amount }) => amount) / point.size, 6);
    }
    const split = await ask(engine, CURVE, { grain: 'week', kind, periods: 1000, by: 'channel', groups: 1 }, { asOf });
    expect(new Set(split.map(({ name }) => name)).size).toBe(2);
    for (const point of curve) {
      const parts = split.filter(({ age }) => age === point.age);
      expect(parts.reduce((sum, { customers: count }) => sum + count, 0)).toBe(point.customers);
      expect(parts.reduce((sum, { size }) => sum + size, 0)).toBe(point.size);
    }
  });

  test('cohort sizes sum to the customers; in-period never exceeds rolling or cumulative; rolling falls, cumulative grows', async () => {
    const [inPeriod = [], rolling = [], cumulative = []] = await Promise.all(
      KINDS.map((kind) => ask(engine, COHORTS, { grain: 'month', kind, cohorts: 1000, periods: 1000 }, { asOf }))
    );
    expect(inPeriod.filter(({ age }) => age === 0).reduce((sum, { size }) => sum + size, 0)).toBe(customers.length);
    inPeriod.forEach((cell, place) => {
      expect(cell.customers).toBeLessThanOrEqual(rolling[place]?.customers ?? -1);
      if (cell.age > 0) {
        expect(cell.customers).toBeLessThanOrEqual(cumulative[place]?.customers ?? -1);
        expect(rolling[place]?.customers).toBeLessThanOrEqual(rolling[place - 1]?.customers ?? -1);
        expect(cumulative[place]?.customers).toBeGreaterThanOrEqual(cumulative[place - 1]?.customers ?? 1e9);
      }
    });
  });

  test('months, windows, the ladder and gaps agree with a second computation', async () => {
    for (const row of await ask(engine, MONTHS, {}, { asOf })) {
      const number = periodNumber(dayNumber(row.month), 'month');
      const inMonth = (visits: readonly Visit[], one: number) => visits.filter(({ day }) => periodNumber(day, 'month') === one).length;
      const buyers = customers.filter((visits) => inMonth(visits, number) > 0);
      expect(row.buyers).toBe(buyers.length);
      expect(row.bought_twice).toBe(buyers.filter((visits) => inMonth(visits, number) > 1).length);
      const isLast = number === periodNumber(until, 'month');
      expect(row.bought_next_month).toBe(isLast ? null : buyers.filter((visits) => inMonth(visits, number + 1) > 0).length);
      expect(row.new_customers).toBe(buyers.filter(([first]) => periodNumber(first?.day ?? 0, 'month') === number).length);
      expect(row.is_complete).toBe(periodNumber(until + 1, 'month') > number);
    }
    for (const row of await ask(engine, WINDOWS, {}, { asOf })) {
      const eligible = customers.filter(([first]) => until - (first?.day ?? 0) >= row.days);
      expect(row.eligible).toBe(eligible.length);
      expect(row.repurchased).toBe(eligible.filter(([first, second]) => second && second.day - (first?.day ?? 0) <= row.days).length);
    }
    for (const row of await ask(engine, LADDER, { steps: 6 }, { asOf }))
      expect(row.reached).toBe(customers.filter(({ length }) => length >= row.step).length);
    const gaps = customers.flatMap((visits) => visits.slice(1).map(({ day }, place) => day - (visits[place]?.day ?? 0)));
    for (const row of await ask(engine, GAPS, { width: 5, spans: 6 }, { asOf })) {
      expect(row.gaps, `${row.from_days}`).toBe(gaps.filter((gap) => gap >= row.from_days && gap <= (row.to_days ?? Infinity)).length);
    }
  });

  test.each(KINDS)('a cell of the %s averages, and a point of the split curve, opens those it counts', async (kind) => {
    const everybody = { by: 'none', first: '', rest: 0 };
    for (const grain of ['week', 'month'] as const) {
      const curve = averagesOf(await ask(engine, COHORTS, { grain, kind, cohorts: 3, periods: 1000 }, { asOf }));
      for (const { age, customers: count, size } of curve.filter(({ age: at }) => at < 6 || at % 7 === 0)) {
        const opened = await ask(engine, AVERAGE_CUSTOMERS, { grain, kind, age, ...everybody }, { asOf });
        expect(opened, `${grain} +${age}`).toHaveLength(age === 0 ? size : count);
        expect(new Set(opened.map(({ customer }) => customer)).size).toBe(opened.length);
      }
    }
    const split = await ask(engine, CURVE, { grain: 'month', kind, periods: 5, by: 'channel', groups: 1 }, { asOf });
    expect(split.some(({ name }) => name === null)).toBe(true);
    const values = await ask(engine, CURVE, { grain: 'month', kind, periods: 5, by: 'channel', groups: 5 }, { asOf });
    // Orders without a channel are a group of their own.
    expect(values.some(({ name }) => name === '')).toBe(true);
    for (const { name, age, customers: count, size } of [...split, ...values]) {
      const group = { by: 'channel', first: name ?? '', rest: name === null ? 1 : 0 };
      const opened = await ask(engine, AVERAGE_CUSTOMERS, { grain: 'month', kind, age, ...group }, { asOf });
      expect(opened, `${name} +${age}`).toHaveLength(age === 0 ? size : count);
    }
  });

  test('a bar of the gaps, and a bracket of days, opens those it counts', async () => {
    const spans = await ask(engine, GAPS, { width: 3, spans: 8 }, { asOf });
    for (const { from_days, to_days, customers: count } of spans) {
      const longest = to_days ?? 1_000_000;
      const own = customers.filter((visits) =>
        visits.some(({ day }, place) => {
          const gap = day - (visits[place - 1]?.day ?? day);
          return gap >= from_days && gap <= longest;
        })
      );
      expect(count, `${from_days}`).toBe(own.length);
      expect(await ask(engine, GAP_CUSTOMERS, { shortest: from_days, longest }, { asOf })).toHaveLength(count);
    }
    for (const { from_days, to_days, retained } of await ask(engine, BRACKETS, {}, { asOf })) {
      const opened = await ask(engine, BRACKET_CUSTOMERS, { day_from: from_days, day_to: to_days }, { asOf });
      expect(opened, `${from_days}`).toHaveLength(retained);
    }
  });

  test('a cap keeps the latest cohorts and the first periods as they are', async () => {
    const all = await ask(engine, COHORTS, { grain: 'day', kind: 'rolling', cohorts: 1000, periods: 1000 }, { asOf });
    const few = await ask(engine, COHORTS, { grain: 'day', kind: 'rolling', cohorts: 30, periods: 7 }, { asOf });
    const latest = new Set([...new Set(all.map(({ cohort }) => dayNumber(cohort)))].sort((a, b) => b - a).slice(0, 30));
    expect(few).toEqual(all.filter(({ cohort, age }) => latest.has(dayNumber(cohort)) && age <= 7));
  });
});

test('a young cohort has no cell for a period that has not begun, and a true zero is 0', async () => {
  await makeShop(
    engine,
    "select 'o1' as order_id, 'a' as customer_id, timestamp '2024-01-31 10:00:00' as order_time, cast(5 as decimal(18, 2)) as amount"
  );
  const cells = await ask(
    engine,
    COHORTS,
    { grain: 'month', kind: 'in-period', cohorts: 24, periods: 24 },
    { asOf: new Date('2024-03-30') }
  );
  expect(cells.map(({ age, customers, is_complete }) => [age, customers, is_complete])).toEqual([
    [0, 1, true],
    [1, 0, true],
    [2, 0, false]
  ]);
});

test('an empty shop gives no rows, not an error', async () => {
  await makeShop(engine, 'select null as order_id, null as customer_id, null as order_time, null as amount where false');
  const scope = { asOf: new Date('2024-03-30') };
  for (const kind of KINDS) expect(await ask(engine, COHORTS, { grain: 'month', kind, cohorts: 24, periods: 24 }, scope)).toEqual([]);
  expect(await ask(engine, LADDER, { steps: 5 }, scope)).toEqual([]);
  expect(await ask(engine, MONTHS, {}, scope)).toEqual([]);
  expect((await ask(engine, WINDOWS, {}, scope)).every(({ eligible, share }) => eligible === 0 && share === null)).toBe(true);
});

test('every query gives the columns it promises', async () => {
  await shopOfOrders(engine, randomOrders(9, 20, 100));
  const day = new Date('2024-01-01');
  const promises = [
    promiseOf(engine, COHORTS, { grain: 'month', kind: 'rolling', cohorts: 24, periods: 24 }),
    promiseOf(engine, CURVE, { grain: 'month', kind: 'rolling', periods: 24, by: 'channel', groups: 5 }),
    promiseOf(engine, LADDER, { steps: 5 }),
    promiseOf(engine, GAPS, { width: 7, spans: 30 }),
    promiseOf(engine, GAP_SUMMARY, {}),
    promiseOf(engine, MONTHS, {}),
    promiseOf(engine, WINDOWS, {}),
    promiseOf(engine, BRACKETS, {}),
    promiseOf(engine, WAITING, { days: 90 }),
    promiseOf(engine, COHORT_CUSTOMERS, { grain: 'month', cohort: day, age: 1, kind: 'rolling' }),
    promiseOf(engine, AVERAGE_CUSTOMERS, { grain: 'month', age: 1, kind: 'rolling', by: 'none', first: '', rest: 0 }),
    promiseOf(engine, BRACKET_CUSTOMERS, { day_from: 1, day_to: 30 }),
    promiseOf(engine, GAP_CUSTOMERS, { shortest: 1, longest: 7 }),
    promiseOf(engine, LADDER_CUSTOMERS, { step: 1, at: 'reached' }),
    promiseOf(engine, WINDOW_CUSTOMERS, { days: 90, again: 'yes' }),
    promiseOf(engine, MONTH_CUSTOMERS, { month: day, group: 'buyers' }),
    promiseOf(engine, WAITING_CUSTOMERS, { days: 90 })
  ];
  for (const { promised, given } of await Promise.all(promises)) expect(given).toEqual(promised);
});

test('newcomers still waiting for their second order are those the list opens', async () => {
  const orders = randomOrders(10, 100, 300);
  await shopOfOrders(engine, orders);
  const scope = { asOf: dayOf(299) };
  const [row] = await ask(engine, WAITING, { days: 90 }, scope);
  const waiting = [...visitsOf(orders, 299).values()].filter(([first, second]) => !second && (first?.day ?? 0) > 299 - 90);
  expect(row?.waiting).toBe(waiting.length);
  expect(await ask(engine, WAITING_CUSTOMERS, { days: 90 }, scope)).toHaveLength(waiting.length);
  const [within] = (await ask(engine, WINDOWS, {}, scope)).filter(({ days }) => days === 90);
  expect([row?.observed, row?.returned]).toEqual([within?.eligible, within?.repurchased]);
});
