import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '../../../test/engine/engine.ts';
import { dayNumber, dayOf, medianOf, randomOrders, shopOfOrders, visitsOf, type RandomOrder } from '../../../test/engine/random-shop.ts';
import { promiseOf } from '../../../test/engine/promises.ts';
import { ask, makeShop } from '../../../test/engine/shop.ts';
import { kaplanMeier } from '../../models/survival.ts';
import { scoringOf, scoringParams } from '../scores/scoring.ts';
import { reasonParams } from '../signs/signs.ts';
import {
  BACKTEST,
  BACKTEST_CUSTOMERS,
  CHURN_MONTHS,
  CONTACT_FIRST,
  MONTH_LOST,
  PAST_DUE,
  PAST_DUE_SUMMARY,
  REGULARS_PAST_DUE,
  REGULARS_PAST_DUE_SUMMARY,
  RULE_PAST,
  SECOND_CUSTOMERS,
  SECOND_PURCHASE
} from './queries.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

interface Rule {
  readonly rule: 'days' | 'gap';
  readonly days: number;
  readonly k: number;
  readonly floor: number;
}

/** One customer as known at the end of a day, worked out without SQL. */
interface Known {
  readonly id: string;
  readonly days: readonly number[];
  readonly recency: number;
  readonly limit: number;
  readonly isDue: boolean;
  readonly amountYear: number;
  readonly lateness: number;
}

function knownAt(orders: readonly RandomOrder[], until: number, { rule, days, k, floor }: Rule): Known[] {
  const visits = [...visitsOf(orders, until)];
  const gapsOf = (all: readonly number[]) => all.slice(1).map((day, place) => day - (all[place] ?? 0));
  const shopGap = medianOf(visits.flatMap(([, list]) => gapsOf(list.map(({ day }) => day))));
  return visits.map(([id, list]) => {
    const own = list.map(({ day }) => day);
    const usual = medianOf(gapsOf(own)) ?? shopGap;
    const limit = rule === 'days' ? days : Math.max(floor, k * (usual ?? 0));
    const recency = until - (own.at(-1) ?? 0);
    const amountYear = list.filter(({ day }) => day > until - 365).reduce((sum, visit) => sum + visit.amount, 0);
    return { id, days: own, recency, limit, isDue: recency > limit, amountYear, lateness: recency / Math.max(usual ?? limit, floor / k) };
  });
}

const TOLD = { ...scoringParams(scoringOf({ params: new URLSearchParams() as never, locale: 'en' })), ...reasonParams('en') };
const DAYS = 420;
const RULES: readonly Rule[] = [
  { rule: 'days', days: 90, k: 2, floor: 45 },
  { rule: 'gap', days: 90, k: 2, floor: 45 },
  { rule: 'gap', days: 90, k: 1.5, floor: 10 }
];

describe.each([3, 4])('on random orders %i', (seed) => {
  const orders = randomOrders(seed, 120, DAYS);
  const until = DAYS - 1 - seed;
  const asOf = dayOf(until);
  beforeAll(() => shopOfOrders(engine, orders));

  test.each(RULES)('who is past due, and their money: $rule, floor $floor', async (rule) => {
    const due = knownAt(orders, until, rule).filter(({ isDue }) => isDue);
    const [summary] = await ask(engine, PAST_DUE_SUMMARY, rule, { asOf });
    expect(summary?.past_due).toBe(due.length);
    expect(summary?.amount_year).toBeCloseTo(
      due.reduce((sum, one) => sum + one.amountYear, 0),
      6
    );
    expect(await ask(engine, PAST_DUE, { ...rule }, { asOf })).toHaveLength(due.length);
    const byAmount = due.map(({ amountYear }) => amountYear).sort((a, b) => b - a);
    const half = byAmount.reduce((sum, amount) => sum + amount, 0) / 2;
    let [sum, needed] = [0, 0];
    for (const amount of byAmount) {
      if (sum >= half - 1e-9) break;
      sum += amount;
      needed++;
    }
    expect(summary?.customers_of_half).toBe(needed);
  });

  test.each(RULES)('whom to contact first, by money × lateness: $rule, floor $floor', async (rule) => {
    const due = new Map(
      knownAt(orders, until, rule)
        .filter(({ isDue }) => isDue)
        .map((one) => [one.id, one])
    );
    const list = await ask(engine, CONTACT_FIRST, { ...rule, ...TOLD, most: 10_000 }, { asOf });
    expect(list).toHaveLength(due.size);
    let before = Infinity;
    for (const row of list) {
      const one = due.get(row.customer_id);
      expect([row.silent_days, row.purchases]).toEqual([one?.recency, one?.days.length]);
      expect(row.amount_year).toBeCloseTo(one?.amountYear ?? NaN, 6);
      expect(row.lateness).toBeCloseTo(one?.lateness ?? NaN, 9);
      // What is shown gives what is shown.
      expect(row.lateness).toBeCloseTo(row.silent_days / (row.reference_gap ?? NaN), 9);
      const worth = row.amount_year * (row.lateness ?? NaN);
      expect(worth).toBeLessThanOrEqual(before + 1e-6);
      before = worth;
      expect(row.segment).not.toBe('');
      expect(row.reason).not.toBe(null);
      expect(row.plain_place).toBe(1 + [...due.values()].filter(({ recency }) => recency > row.silent_days).length);
    }
  });

  test.each(RULES)('the churn of each month: $rule, floor $floor', async (rule) => {
    const limits = new Map(knownAt(orders, until, rule).map(({ id, limit }) => [id, limit]));
    const isActive = (id: string, days: readonly number[], at: number) => {
      const last = days.findLast((day) => day <= at);
      return last !== undefined && at - last <= (limits.get(id) ?? 0);
    };
    const customers = knownAt(orders, until, rule);
    for (const row of await ask(engine, CHURN_MONTHS, rule, { asOf })) {
      const start = dayNumber(row.month);
      const end = Math.min(until, dayNumber(new Date(Date.UTC(row.month.getUTCFullYear(), row.month.getUTCMonth() + 1, 0))));
      const active = customers.filter(({ id, days }) => isActive(id, days, start - 1));
      const lost = active.filter(({ id, days }) => !isActive(id, days, end) && !days.some((day) => day >= start && day <= end));
      expect([row.active, row.lost], row.month.toISOString().slice(0, 7)).toEqual([active.length, lost.length]);
      expect(row.is_complete).toBe(end < until || dayOf(until + 1).getUTCDate() === 1);
      expect(await ask(engine, MONTH_LOST, { ...rule, month: row.month }, { asOf })).toHaveLength(row.lost);
    }
  });

  test.each(RULES)('the backtest knows nothing of what came after its cut: $rule, floor $floor', async (rule) => {
    const shopGap = medianOf(
      [...visitsOf(orders, until).values()].flatMap((visits) => visits.slice(1).map(({ day }, place) => day - (visits[place]?.day ?? 0)))
    );
    const horizon = Math.ceil(rule.rule === 'days' ? rule.days : Math.max(rule.floor, rule.k * (shopGap ?? 0)));
    const cuts = await ask(engine, BACKTEST, { ...rule, cuts: 3 }, { asOf });
    expect(cuts.map(({ cut_day }) => dayNumber(cut_day))).toEqual([3, 2, 1].map((n) => until - n * horizon));
    for (const cut of cuts) {
      const at = dayNumber(cut.cut_day);
      const known = knownAt(orders, at, rule);
      const returned = new Set(orders.filter(({ day }) => day > at && day <= at + horizon).map(({ customer }) => customer));
      const warned = known.filter(({ isDue }) => isDue);
      const away = (list: readonly Known[]) => list.filter(({ id }) => !returned.has(id)).length;
      expect([cut.customers, cut.stayed_away, cut.warned, cut.warned_away]).toEqual([
        known.length,
        away(known),
        warned.length,
        away(warned)
      ]);
      // The baseline: the longest silent, ties shared alike.
      let [room, plain] = [warned.length, 0];
      for (const recency of [...new Set(known.map((one) => one.recency))].sort((a, b) => b - a)) {
        const tied = known.filter((one) => one.recency === recency);
        const taken = Math.min(room, tied.length);
        plain += (away(tied) * taken) / tied.length;
        room -= taken;
      }
      expect(cut.plain_away).toBeCloseTo(plain, 6);
      if (rule.rule === 'days') expect(cut.plain_away).toBeCloseTo(cut.warned_away, 6);
      for (const [group, count] of [
        ['warned', cut.warned],
        ['right', cut.warned_away],
        ['away', cut.stayed_away]
      ] as const) {
        const params = { ...rule, warned_on: cut.cut_day, until: cut.until_day, group };
        expect(await ask(engine, BACKTEST_CUSTOMERS, params, { asOf }), group).toHaveLength(count);
      }
      // The same people with their money then, in the order in which they would have been contacted.
      const past = await ask(engine, RULE_PAST, { ...rule, day: cut.cut_day, until: cut.until_day, every: 1 }, { asOf });
      const byHand = warned
        .map(({ id, amountYear, lateness }) => [amountYear, amountYear * lateness, returned.has(id) ? 0 : 1] as const)
        .sort((one, other) => other[1] - one[1]);
      expect(past).toHaveLength(byHand.length);
      past.forEach(({ at_stake }, place) => expect(at_stake).toBeCloseTo(byHand[place]?.[1] ?? Number.NaN, 6));
      expect(past.reduce((sum, { amount_year, away: isAway }) => sum + amount_year * isAway, 0)).toBeCloseTo(
        byHand.reduce((sum, [amount, , isAway]) => sum + amount * isAway, 0),
        6
      );
    }
  });

  test('the regulars of today are those the list opens', async () => {
    const params = { k: 2, floor: 30 };
    const [summary] = await ask(engine, REGULARS_PAST_DUE_SUMMARY, params, { asOf });
    expect(await ask(engine, REGULARS_PAST_DUE, params, { asOf })).toHaveLength(summary?.customers ?? -1);
    const due = new Set(
      knownAt(orders, until, { rule: 'gap', days: 0, ...params })
        .filter(({ isDue, days }) => isDue && days.length > 2)
        .map(({ amountYear }) => amountYear)
    );
    expect(summary?.customers).toBeLessThanOrEqual(due.size);
  });

  test('everybody is either back or still waiting for the second purchase', async () => {
    const counts = await ask(engine, SECOND_PURCHASE, {}, { asOf });
    const customers = [...visitsOf(orders, until).values()];
    expect(counts.reduce((sum, { again }) => sum + again, 0)).toBe(customers.filter(({ length }) => length > 1).length);
    expect(counts.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(customers.filter(({ length }) => length === 1).length);
  });

  test('a step of the curve to the second purchase opens those who had bought again by then', async () => {
    const counts = await ask(engine, SECOND_PURCHASE, {}, { asOf });
    const { steps } = kaplanMeier(counts.map(({ days, again, waiting }) => ({ time: days, events: again, censored: waiting })));
    const customers = [...visitsOf(orders, until).values()];
    for (const { time, eventsSoFar } of steps.filter((_, place) => place % 4 === 0)) {
      const back = customers.filter(([first, second]) => second && second.day - (first?.day ?? 0) <= time);
      expect(eventsSoFar, `day ${time}`).toBe(back.length);
      expect(await ask(engine, SECOND_CUSTOMERS, { by_day: time }, { asOf })).toHaveLength(back.length);
    }
  });
});

test('an empty shop, and one without any second purchase, give answers and no error', async () => {
  for (const select of [
    'select null as order_id, null as customer_id, null as order_time, null as amount where false',
    "select 'o' as order_id, 'a' as customer_id, timestamp '2024-01-01 00:00:00' as order_time, cast(1 as decimal(18, 2)) as amount"
  ]) {
    await makeShop(engine, select);
    const scope = { asOf: new Date('2024-12-31') };
    const isEmpty = select.includes('false');
    for (const rule of RULES) {
      const [summary] = await ask(engine, PAST_DUE_SUMMARY, rule, scope);
      expect(summary).toMatchObject({ past_due: isEmpty ? 0 : 1 });
      expect(await ask(engine, CONTACT_FIRST, { ...rule, ...TOLD, most: 5 }, scope)).toHaveLength(isEmpty ? 0 : 1);
      await ask(engine, CHURN_MONTHS, rule, scope);
      await ask(engine, BACKTEST, { ...rule, cuts: 3 }, scope);
    }
  }
});

test('every query gives the columns it promises', async () => {
  await shopOfOrders(engine, randomOrders(9, 20, 100));
  const rule = { rule: 'gap', days: 90, k: 2, floor: 45 };
  const promises = [
    promiseOf(engine, PAST_DUE_SUMMARY, rule),
    promiseOf(engine, PAST_DUE, rule),
    promiseOf(engine, CONTACT_FIRST, { ...rule, ...TOLD, most: 5 }),
    promiseOf(engine, CHURN_MONTHS, rule),
    promiseOf(engine, MONTH_LOST, { ...rule, month: new Date('2024-01-01') }),
    promiseOf(engine, BACKTEST, { ...rule, cuts: 3 }),
    promiseOf(engine, RULE_PAST, { ...rule, day: new Date('2024-02-01'), until: new Date('2024-03-01'), every: 1 }),
    promiseOf(engine, BACKTEST_CUSTOMERS, { ...rule, warned_on: new Date('2024-01-01'), until: new Date('2024-02-01'), group: 'right' }),
    promiseOf(engine, SECOND_CUSTOMERS, { by_day: 30 }),
    promiseOf(engine, SECOND_PURCHASE, {}),
    promiseOf(engine, REGULARS_PAST_DUE, { k: 2, floor: 45 }),
    promiseOf(engine, REGULARS_PAST_DUE_SUMMARY, { k: 2, floor: 45 })
  ];
  for (const { promised, given } of await Promise.all(promises)) expect(given).toEqual(promised);
});
