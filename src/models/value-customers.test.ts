import { expect, test } from 'vitest';
import { simulatedCustomers } from '../../test/golden/simulated-customers.ts';
import { gammaDraw, uniformFrom } from './random.ts';
import { finish } from './long-work.ts';
import { customerValue } from './value-customers.ts';
import { Z95 } from './intervals.ts';

const TRUTH = { r: 0.8, alpha: 8, a: 0.9, b: 2.5 };
const [P, Q, GAMMA] = [6, 4, 15];
const WEEK = 7;

/** One shop of made-up customers: what is expected of all, and what then came. */
function shop(seed: number, discount = 0) {
  const made = simulatedCustomers(TRUTH, { customers: 600, window: 52, entry: 26, later: 52, seed, spend: [P, Q, GAMMA] });
  const days = (weeks: Float64Array) => weeks.map((count) => count * WEEK);
  const { report, rows } = finish(
    customerValue(
      {
        histories: { x: made.x, recency: days(made.recency), age: days(made.age), customers: made.x.map(() => 1) },
        spends: { x: made.x.filter((x) => x > 0), mean: made.spend.filter((mean) => mean > 0) }
      },
      { periods: 4, periodDays: 13 * WEEK, discount, timing: 'end' }
    )
  );
  const column = (name: string) => rows?.[name] ?? new Float64Array();
  const uniform = uniformFrom(9_000 + seed);
  let [value, came, chance] = [0, 0, 0];
  const steps = new Float64Array(7);
  made.x.forEach((x, at) => {
    const of = (name: string) => column(name)[at] as number;
    const mean = made.spend[at] as number;
    const price = (end = '') => (x > 0 ? of(`base${end}`) + of(`slope${end}`) * mean : of(`newcomer${end}`));
    value += of('bought') * price();
    chance += of(x > 0 ? 'chance' : 'chance_newcomer') * price() ** 2;
    for (let step = 0; step < 4; step++) steps[step] = (steps[step] as number) + of(`bought_${step + 1}`) * price();
    for (let step = 0; step < 3; step++) steps[4 + step] = (steps[4 + step] as number) + of('bought') * price(`_${step + 1}`);
    // The rate of a customer's money, given what was seen of it.
    const rate = gammaDraw(P * x + Q, uniform) / (GAMMA + x * mean);
    const later = made.later[at] as number;
    if (later > 0) came += gammaDraw(P * later, uniform) / rate;
  });
  const parameters = steps.reduce((sum, step) => sum + step * step, 0);
  return { report, value, came, parameters, reach: Z95 * Math.sqrt(parameters + chance) };
}

test('what customers really bring lies in the 95% interval of their value, which is never surer than that of purchases', () => {
  const runs = 100;
  let [hits, known] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const { report, value, came, parameters, reach } = shop(run);
    if (Math.abs(came - value) <= reach) hits++;
    if (Math.abs(came - value) <= Z95 * Math.sqrt(parameters)) known++;
    const purchases = report.purchases;
    if (!purchases) throw new Error('not fitted');
    expect(reach / value).toBeGreaterThan((purchases.high - purchases.value) / purchases.value);
  }
  expect(hits / runs).toBeGreaterThanOrEqual(0.9);
  expect(hits / runs).toBeLessThanOrEqual(0.99);
  // The error of the parameters alone is not enough.
  expect(known / runs).toBeLessThan(0.85);
});

test('the interval of discounted money is narrower by about what the money is', () => {
  const [plain, discounted] = [shop(1), shop(1, 0.03)];
  expect(discounted.value).toBeLessThan(plain.value);
  expect(discounted.reach / discounted.value / (plain.reach / plain.value)).toBeCloseTo(1, 1);
});
