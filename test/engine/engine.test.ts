import { afterAll, beforeAll, expect, test } from 'vitest';
import { decode } from '../../src/engine/arrow.ts';
import { rows, startEngine } from './engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

test('runs SQL with our vocabulary', async () => {
  expect(
    await rows(
      engine,
      "select month_of(date '2024-03-15') as m, days_between(date '2024-01-01', date '2024-03-01') as d, 1.25::decimal(9,2) as x, sum(i)::bigint s from range(10) t(i)"
    )
  ).toEqual([[new Date('2024-03-01'), 60, 1.25, 45]]);
});

test('names the position of a mistake', async () => {
  await expect(engine.run('a', 'select 1,\n  nope from range(3)')).rejects.toMatchObject({ fault: 'sql', position: 12 });
});

test('is locked down', async () => {
  for (const sql of [
    "select * from read_csv('http://127.0.0.1:1/x.csv')",
    "copy (select 1) to 'x.csv'",
    "attach 'x.db' as x",
    'load json',
    "set memory_limit='1GB'",
    "select * from glob('*')"
  ]) {
    await expect(engine.run('a', sql), sql).rejects.toMatchObject({ name: 'EngineError' });
  }
});

test('the read-only guard takes a select and nothing else', async () => {
  const ok = await engine.runReadOnly('a', 'with a as (select 1 as x) select * from a;', 10);
  expect(ok.bytes.length).toBeGreaterThan(0);
  for (const sql of ['create table t as select 1', 'select 1; select 2', 'select 1) t; drop table x; select * from (select 1', '']) {
    await expect(engine.runReadOnly('a', sql, 10), sql).rejects.toMatchObject({ name: 'EngineError' });
  }
});

test('cancels the running and the waiting job', async () => {
  const long = engine.run('long', 'select count(*) from range(3000000000) a(i) where hash(i) % 7 = 1');
  const waiting = engine.run('waiting', 'select 1');
  const outcome = Promise.allSettled([long, waiting]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await engine.cancel('waiting');
  await engine.cancel('long');
  for (const result of await outcome) expect(result).toMatchObject({ status: 'rejected', reason: { fault: 'cancelled' } });
  expect(await rows(engine, 'select 42')).toEqual([[42]]);
});

test('a select gives enums as their words, also beside columns of the same name and inside lists', async () => {
  const sql =
    "select cast(x as enum('b', 'a''s')) as x, upper(x) as x, [cast(x as enum('b', 'a''s'))] as \"l \"\" ;\" from (values ('b'), ('a''s'), (null)) as t(x)";
  const result = decode((await engine.runReadOnly('a', sql, 10)).bytes);
  expect([0, 1, 2].map((row) => [0, 1, 2].map((column) => result.at(row, column)))).toEqual([
    ['b', 'B', '[b]'],
    ["a's", "A'S", "['a\\'s']"],
    [null, null, '[NULL]']
  ]);
});

test('the read-only guard cannot be left by a second statement', async () => {
  await engine.execute('a', ['create table kept as select 1 as x']);
  await expect(engine.runReadOnly('a', 'select 1) t; commit; drop table kept; select * from (select 1', 10)).rejects.toMatchObject({
    name: 'EngineError'
  });
  expect(await rows(engine, 'select x from kept')).toEqual([[1]]);
});
