import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyNth, totalOver, uniqueHistories } from './histories.ts';

test('customers alike are counted together, and days become weeks', () => {
  const histories = uniqueHistories({ x: [1, 0, 1, 0], recency: [7, 0, 7, 0], age: [14, 14, 14, 21] }, 7);
  expect(histories).toMatchObject({ customers: 4, size: 3 });
  expect([...histories.of]).toEqual([0, 1, 0, 2]);
  expect([...histories.x]).toEqual([1, 0, 0]);
  expect([...histories.recency]).toEqual([1, 0, 0]);
  expect([...histories.age]).toEqual([2, 2, 3]);
  expect([...histories.weight]).toEqual([2, 1, 1]);
});

test('whatever the rows, each customer leads to its own history, and weights add up', () => {
  const row = fc.record({
    x: fc.nat(3),
    recency: fc.oneof(fc.nat(3), fc.constantFrom(0.5, 70_000)),
    more: fc.oneof(fc.nat(3), fc.constant(0.25)),
    weight: fc.nat(3)
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const table = {
        x: rows.map(({ x }) => x),
        recency: rows.map(({ x, recency }) => (x > 0 ? recency : 0)),
        age: rows.map(({ x, recency, more }) => (x > 0 ? recency : 0) + more),
        weight: rows.map(({ weight }) => weight)
      };
      const histories = uniqueHistories(table);
      rows.forEach((_, at) => {
        const place = histories.of[at] ?? -1;
        expect([histories.x[place], histories.recency[place], histories.age[place]]).toEqual([
          table.x[at],
          table.recency[at],
          table.age[at]
        ]);
        expect(histories.times[histories.ageAt[place] ?? -1]).toBe(table.age[at]);
        expect(histories.times[histories.recencyAt[place] ?? -1]).toBe(table.recency[at]);
      });
      const keys = Array.from(histories.x, (x, at) => `${x} ${histories.recency[at]} ${histories.age[at]}`);
      expect(new Set(keys).size).toBe(histories.size);
      expect(totalOver(histories, () => 1)).toBe(table.weight.reduce((sum, many) => sum + many, 0));
      expect(everyNth(histories, 1).customers).toBe(histories.customers);
    }),
    { seed: 5 }
  );
});

test.each([
  [{ x: [1.5], recency: [1], age: [2] }, '1.5'],
  [{ x: [1], recency: [3], age: [2] }, 'row 0'],
  [{ x: [0], recency: [1], age: [2] }, 'row 0'],
  [{ x: [1], recency: [-1], age: [2] }, '-1'],
  [{ x: [1], recency: [1], age: [NaN] }, 'NaN'],
  [{ x: [1, 1], recency: [1, 1], age: [2, Infinity] }, 'row 1']
])('refuses what is no history: %j', (rows, named) => expect(() => uniqueHistories(rows)).toThrow(named));
