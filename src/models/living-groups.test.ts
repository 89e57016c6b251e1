import { describe, expect, test } from 'vitest';
import { uniqueHistories } from './histories.ts';
import { livingGroups, overGroups } from './living-groups.ts';
import { predictorOf, type RepeatKind } from './repeat-model.ts';

/** Customers of every age in three years with 0 to 3 repeat purchases, and a few with more. */
const ages = Array.from({ length: 1096 }, (_, day) => day);
const rows = [0, 1, 2, 3].flatMap((x) => ages.map((age) => ({ x, age }))).concat([{ x: 40, age: 900 }]);
const histories = uniqueHistories(
  { x: rows.map(({ x }) => x), recency: rows.map(({ x, age }) => (x === 0 ? 0 : age / 2)), age: rows.map(({ age }) => age) },
  7
);
const living = livingGroups(histories);

/** The largest error, relative to the value, and how often the function was asked. */
function errorOf(value: (x: number, age: number) => number): { error: number; asked: number } {
  let asked = 0;
  const list = overGroups(living, (x, age) => {
    asked += 1;
    return value(x, age);
  });
  const errors = Array.from(list, (found, at) => {
    const exact = value(living.x[at] as number, living.age[at] as number);
    return found === exact ? 0 : Math.abs(found - exact) / Math.abs(exact);
  });
  return { error: Math.max(...errors), asked };
}

describe('functions of x and the age', () => {
  const logs: Readonly<Record<Exclude<RepeatKind, 'nbd'>, number[]>> = {
    'mbg-nbd': [0.6, 9, 0.9, 2.4].map(Math.log),
    'bg-nbd': [0.24, 1.4, 0.8, 2.4].map(Math.log),
    'pareto-nbd': [0.55, 10.6, 0.6, 11.7].map(Math.log)
  };
  for (const kind of ['mbg-nbd', 'bg-nbd', 'pareto-nbd'] as const)
    test(`of ${kind} are the same at every group to nine digits, for a tenth of the work`, () => {
      const predictor = predictorOf({ kind, logs: logs[kind] });
      for (const value of [
        (x: number, age: number) => predictor.expectedIfAlive(x, age, 52),
        (x: number, age: number) => predictor.buysIfAlive(x, age, 13),
        (x: number, age: number) => predictor.pairsIfAlive(x, age, 52)
      ]) {
        const { error, asked } = errorOf(value);
        expect(error).toBeLessThan(1e-9);
        expect(asked).toBeLessThan(living.x.length / 10);
      }
    });

  test('that are not smooth, or not positive, are computed at every group', () => {
    for (const value of [
      (_x: number, age: number) => (age < 80 ? 1 : 2),
      (_x: number, age: number) => age - 50,
      (_x: number, age: number) => (age < 3 ? Infinity : age)
    ])
      expect(errorOf(value).error).toBe(0);
  });
});
