import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../../test/engine/engine.ts';
import { makeShop } from '../../../test/engine/shop.ts';
import { CANONICAL } from '../../sources/canonical-tables.ts';
import { definitions, standalone, type Scope } from '../../sources/scope.ts';
import { readSchema } from './schema.ts';
import { ROW_LIMIT, runSql } from './run-sql.ts';

const scope: Scope = { asOf: new Date('2024-01-31'), from: null, filters: {} };

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
  await makeShop(
    engine,
    `select 'o' || i as order_id, 'c' || (i % 3) as customer_id, timestamp '2024-01-01' + to_days(cast(i * 5 as integer)) as order_time, 10 as amount from range(12) t(i)`
  );
});
afterAll(() => engine.stop());

const run = (sql: string) => runSql(engine, sql, scope, new AbortController().signal);

test('runs several statements and keeps their order', async () => {
  const results = await run("select 1 as a;\n\n-- next\nselect 'x;y' as b;");
  expect(results.map((result) => [result.table.columns[0]?.name, result.table.at(0, 0)])).toEqual([
    ['a', 1],
    ['b', 'x;y']
  ]);
});

test('shows at most the limit and says when there is more', async () => {
  const [more] = await run(`select * from range(${ROW_LIMIT + 5})`);
  expect([more?.table.rows, more?.isCut]).toEqual([ROW_LIMIT, true]);
  const [exact] = await run(`select * from range(${ROW_LIMIT})`);
  expect([exact?.table.rows, exact?.isCut]).toEqual([ROW_LIMIT, false]);
});

test('points at a mistake in the whole text, also in a later statement', async () => {
  const sql = 'select 1;\nselect nope from range(3)';
  await expect(run(sql)).rejects.toMatchObject({ fault: 'sql', position: sql.indexOf('nope') });
});

test('takes nothing but selects', async () => {
  for (const sql of ['create table t as select 1', 'drop table all_orders', "copy (select 1) to 'x.csv'", "attach 'x.db'", 'load json']) {
    await expect(run(sql), sql).rejects.toMatchObject({ name: 'EngineError' });
  }
  await expect(run('-- nothing')).rejects.toMatchObject({ fault: 'sql' });
});

test('stops when asked', async () => {
  const controller = new AbortController();
  const long = runSql(engine, 'select count(*) from range(3000000000) a(i) where hash(i) % 7 = 1', scope, controller.signal);
  setTimeout(() => controller.abort(), 100);
  await expect(long).rejects.toMatchObject({ fault: 'cancelled' });
});

test('reads the pages’ tables as of the chosen day', async () => {
  const [narrowed] = await run('select count(*) as n, cast(sum(orders) as integer) as orders from customers');
  expect([narrowed?.table.at(0, 0), narrowed?.table.at(0, 1)]).toEqual([3, 7]);
  await expect(run('-- who\nselect nope from customers')).rejects.toMatchObject({ position: '-- who\nselect '.length });
});

test('a panel’s SQL gives the same rows here', async () => {
  const sql = standalone('-- one row\nselect count(*) as n from customers where recency <= 10 order by n', scope);
  const [here] = await run(sql);
  const [there] = await run('select count(*) as n from customers where recency <= 10');
  expect(here?.table.at(0, 0)).toBe(there?.table.at(0, 0));
});

test('tells the tables and their columns in plain types', async () => {
  const views = definitions(scope);
  await engine.execute(
    'views',
    CANONICAL.map((name) => `create or replace view ${name} as ${views[name]}`)
  );
  const tables = await readSchema(engine);
  expect(tables.map((table) => table.name)).toEqual([
    'orders',
    'purchases',
    'customer_months',
    'customers',
    'rhythms',
    'members',
    'events',
    'feedback',
    'touches',
    'products',
    'all_orders',
    'all_purchases',
    'customer_profiles',
    'numbers'
  ]);
  expect(tables.find((table) => table.name === 'customers')?.columns.find((column) => column.name === 'recency')?.type).toBe('integer');
  expect(tables.find((table) => table.name === 'all_orders')?.columns.slice(0, 4)).toEqual([
    { name: 'customer', type: 'integer' },
    { name: 'order_id', type: 'text' },
    { name: 'order_time', type: 'timestamp' },
    { name: 'day', type: 'date' }
  ]);
});
