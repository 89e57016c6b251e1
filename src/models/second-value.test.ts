import { describe, expect, test } from 'vitest';
import { kaplanMeier, type TimeCount } from './survival.ts';
import { returningWithin, secondValueAt } from './second-value.ts';
import { uniformFrom } from './random.ts';

const AMOUNTS = { count: 100, sum: 5000, squares: 100 * 2500 + 99 * 400 };

test('of 1000 new customers 100 buy again by day 30, for 50 each: 5 a customer, with the error of both', () => {
  const curve = kaplanMeier([
    { time: 30, events: 100, censored: 0 },
    { time: 90, events: 0, censored: 900 }
  ]);
  const found = secondValueAt(curve, 60, AMOUNTS);
  expect(found?.share.value).toBeCloseTo(0.1, 12);
  expect(found?.atRisk).toBe(900);
  expect(found?.money?.value).toBeCloseTo(5, 12);
  // √(0.9 · 0.1 / 1000) / 0.1 for the share, 20 / √100 / 50 for the mean.
  const error = Math.hypot(Math.sqrt(0.00009) / 0.1, 2 / 50);
  expect(Math.log((found?.money?.high ?? NaN) / 5) / 1.959963984540054).toBeCloseTo(error, 9);
  expect((found?.money?.low ?? NaN) * (found?.money?.high ?? NaN)).toBeCloseTo(25, 9);
  expect(secondValueAt(curve, 60, { count: 0, sum: 0, squares: 0 })?.money).toBeNull();
  expect(secondValueAt(curve, 91, AMOUNTS)).toBeNull();
  expect(secondValueAt(kaplanMeier([]), 30, AMOUNTS)).toBeNull();
});

test('who has waited is counted by what is left of the curve, and who waited longer than it reaches is left out', () => {
  const curve = kaplanMeier([
    { time: 10, events: 200, censored: 0 },
    { time: 20, events: 80, censored: 0 },
    { time: 100, events: 0, censored: 720 }
  ]);
  const waits = [
    { days: 5, customers: 10 },
    { days: 12, customers: 100 },
    { days: 95, customers: 7 }
  ];
  const found = returningWithin(curve, waits, 10);
  // By day 15 of those at day 5: 0.2; by day 22 of those at day 12: 80 of 800.
  expect(found?.value).toBeCloseTo(10 * 0.2 + 100 * 0.1, 9);
  expect([found?.waiting, found?.beyond]).toEqual([110, 7]);
  expect(found?.low).toBeLessThan(12);
  expect(found?.high).toBeGreaterThan(12);
  expect(returningWithin(curve, [{ days: 99, customers: 3 }], 30)).toBeNull();
});

describe('on simulated customers with a known chance', () => {
  /** Half never come back, the others after an exponential time of 40 days; watched for up to 120 days. */
  const run = (seed: number) => {
    const random = uniformFrom(seed);
    const counts: TimeCount[] = [];
    const waits: { days: number; customers: number }[] = [];
    let later = 0;
    const amounts = { count: 0, sum: 0, squares: 0 };
    for (let at = 0; at < 1500; at++) {
      const watched = Math.floor(random() * 120) + 1;
      const day = random() < 0.5 ? Infinity : Math.ceil(-40 * Math.log(1 - random()));
      const isBack = day <= watched;
      counts.push({ time: isBack ? day : watched, events: isBack ? 1 : 0, censored: isBack ? 0 : 1 });
      if (isBack) {
        const amount = 20 + 60 * random();
        amounts.count += 1;
        amounts.sum += amount;
        amounts.squares += amount * amount;
      } else {
        waits.push({ days: watched, customers: 1 });
        if (watched + 30 <= 110 && day <= watched + 30) later += 1;
      }
    }
    const near = waits.filter(({ days }) => days + 30 <= 110);
    return { value: secondValueAt(kaplanMeier(counts), 60, amounts), returning: returningWithin(kaplanMeier(counts), near, 30), later };
  };
  test('the interval of the money covers the truth in 93 to 97 of 100 runs, and that of who returns at least as often', () => {
    const truth = 0.5 * (1 - Math.exp(-60 / 40)) * 50;
    let [covered, returned] = [0, 0];
    const RUNS = 600;
    for (let seed = 1; seed <= RUNS; seed++) {
      const { value, returning, later } = run(seed);
      if (value?.money && value.money.low <= truth && truth <= value.money.high) covered += 1;
      if (returning && returning.low <= later && later <= returning.high) returned += 1;
    }
    expect(covered / RUNS).toBeGreaterThan(0.93);
    expect(covered / RUNS).toBeLessThan(0.97);
    expect(returned / RUNS).toBeGreaterThan(0.93);
  });
});
