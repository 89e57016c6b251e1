import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statementsOf } from './statements.ts';

const texts = (sql: string) => statementsOf(sql).map((statement) => statement.text);

test.each([
  ['select 1', ['select 1']],
  ['select 1;', ['select 1']],
  ['select 1;\n\nselect 2', ['select 1', 'select 2']],
  ["select ';' as a; select 2", ["select ';' as a", 'select 2']],
  ["select 'it''s; fine'", ["select 'it''s; fine'"]],
  ['select ";" from t -- one; two\n;select 2', ['select ";" from t -- one; two', 'select 2']],
  ['/* a; b */ select 1 / 2 - 1', ['/* a; b */ select 1 / 2 - 1']],
  ['-- only; a remark\n', []],
  [' ; ;; ', []],
  ["select 'not closed; here", ["select 'not closed; here"]]
])('cuts %j at its semicolons', (sql, expected) => {
  expect(texts(sql)).toEqual(expected);
});

test('each statement stands where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', ';', "'", '"', '-', '/', '*', '\n') }), (sql) => {
      for (const { text, from } of statementsOf(sql)) expect(sql.slice(from, from + text.length)).toBe(text);
    })
  );
});
