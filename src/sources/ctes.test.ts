import { expect, test } from 'vitest';
import { takeCte } from './ctes.ts';

const SQL = `-- one row per a, and (b
with first as (
  select ')' as a, "odd)" -- a comment (here
  from orders
),
-- between two, a comment with a comma
second as (select a from first),
unread as (select 1 as b from second),
third as materialized (with inner_one as (select a from second) select a from inner_one)
select a from third join second using (a)
order by a`;

const words = (text: string | undefined) => text?.replace(/\s+/g, ' ');

test('a CTE is taken with those that it reads, and the statement reads a table in its place', () => {
  const taken = takeCte(SQL, 'second');
  expect(words(taken?.table)).toBe(`with first as ( select ')' as a, "odd)" -- a comment (here from orders ) select a from first`);
  expect(words(taken?.rest('kept_1'))).toBe(
    'with second as not materialized (select * from kept_1), third as materialized (with inner_one as (select a from second) select a from inner_one) select a from third join second using (a) order by a'
  );
});

test('what nothing reads any more is left out', () => {
  expect(words(takeCte('with a as (select 1 as x), b as (select x from a) select x from b', 'b')?.rest('kept'))).toBe(
    'with b as not materialized (select * from kept) select x from b'
  );
});

test('a CTE that begins with CTEs of its own keeps them', () => {
  expect(words(takeCte(SQL, 'third')?.table)).toContain('), second as (select a from first), inner_one as (select a from second) select a');
});

test('a CTE that begins with a comment keeps what it reads', () => {
  const sql = 'with a as (select 1 as x), b as (\n  -- one row\n  with c as (select x from a) select x from c) select x from b';
  expect(words(takeCte(sql, 'b')?.table)).toBe('with a as (select 1 as x), c as (select x from a) select x from c');
});

test('a name that is no CTE is not taken', () => {
  expect(takeCte(SQL, 'inner_one')).toBeNull();
  expect(takeCte('select 1', 'a')).toBeNull();
});
