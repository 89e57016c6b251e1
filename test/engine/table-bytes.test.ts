import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineService, KeptRows } from '../../src/engine/contract.ts';
import { rows, startEngine } from './engine.ts';

const started: { engine: EngineService & { stop(): Promise<void> } } = { engine: null! };
beforeAll(async () => {
  started.engine = await startEngine();
});
afterAll(() => started.engine.stop());

/** Takes `table` out of the engine in parts of `size` rows. */
async function dumped(
  table: string,
  size: number,
  isPacked = true
): Promise<{ columns: { name: string; type: string }[]; parts: KeptRows[] }> {
  const { columns, rows: count } = await started.engine.describe('look', table);
  const parts: KeptRows[] = [];
  for (let from = 0; from < count; from += size) {
    const to = Math.min(from + size, count);
    const bytes = await started.engine.dump('dump', { table, columns }, from, to, isPacked);
    parts.push({ rows: to - from, packed: new Blob([bytes as Uint8Array<ArrayBuffer>]) });
  }
  return { columns: [...columns], parts };
}

async function expectSame(table: string, other: string): Promise<void> {
  expect(await rows(started.engine, `select column_name, column_type from (describe ${other})`)).toEqual(
    await rows(started.engine, `select column_name, column_type from (describe ${table})`)
  );
  const missing = (a: string, b: string) =>
    rows(
      started.engine,
      `select count(*) as n from (select rowid as place, * from ${a} except all select rowid as place, * from ${b}) as left_over`
    );
  expect(await missing(table, other)).toEqual([[0]]);
  expect(await missing(other, table)).toEqual([[0]]);
}

const EVERY_TYPE = `select
  cast(range as integer) as customer, 'O' || range as order_id,
  timestamp '2024-02-29 23:59:59.123456' + range * interval 1 minute as order_time, date '1899-12-31' + cast(range as integer) as day,
  case when range % 3 = 0 then null else cast(range * 1.01 as decimal(18, 2)) end as amount,
  cast(9999999999999999.99 - range as decimal(18, 2)) as huge_amount, cast(0.000001 * range as decimal(38, 6)) as fine,
  cast(9007199254740993 + range as bigint) as wide, cast(range as bigint) as narrow, range / 7.0 as share, range % 2 = 0 as is_even,
  cast(case range % 3 when 0 then 'it''s, ("quoted")' when 1 then '母婴' end as enum('it''s, ("quoted")', '母婴', '')) as category,
  case range % 4 when 0 then null when 1 then '' when 2 then ' two
lines ' else '=cmd|" ''; drop table x; --' end as product, cast(null as varchar) as "a ""strange"" name", 1 as "select"
from range(2500)`;

test('a table comes back with its names, its types, its order and every value', async () => {
  await started.engine.execute('make', [`create table every_type as ${EVERY_TYPE}`]);
  const { columns, parts } = await dumped('every_type', 1000);
  expect(parts).toHaveLength(3);
  await started.engine.restore('back', { table: 'memory.main.came_back', columns }, parts);
  await expectSame('every_type', 'came_back');
});

test('rows that were not packed come back as well', async () => {
  const { columns, parts } = await dumped('every_type', 1000, false);
  await started.engine.restore('back', { table: 'plain_back', columns }, parts);
  await expectSame('every_type', 'plain_back');
});

test('a table without rows comes back without rows', async () => {
  await started.engine.execute('make', [`create table no_rows as ${EVERY_TYPE} limit 0`]);
  const { columns, parts } = await dumped('no_rows', 1000);
  await started.engine.restore('back', { table: 'none_back', columns }, parts);
  await expectSame('no_rows', 'none_back');
});

test('a table comes back into the compressed catalogue', async () => {
  const { columns, parts } = await dumped('every_type', 5000);
  await started.engine.restore('back', { table: 'packed.main.came_back_packed', columns }, parts);
  await expectSame('every_type', 'packed.main.came_back_packed');
});

test('damaged, cut and wrongly counted parts are refused, and no table is left behind', async () => {
  const { columns, parts } = await dumped('every_type', 5000);
  const [{ packed }] = parts as [KeptRows];
  const wrong: KeptRows[] = [
    { rows: 2499, packed },
    { rows: 2500, packed: packed.slice(0, packed.size - 400) },
    { rows: 2500, packed: new Blob(['no gzip at all']) },
    { rows: 2500, packed: new Blob([]) }
  ];
  for (const part of wrong) {
    await expect(started.engine.restore('back', { table: 'damaged', columns }, [part])).rejects.toThrow();
    await expect(started.engine.run('look', 'select * from damaged')).rejects.toThrow(/does not exist/);
  }
  await started.engine.restore('back', { table: 'still_works', columns }, parts);
  await expectSame('every_type', 'still_works');
});

test('a type from a strange file cannot carry a statement, and a name stays a name', async () => {
  const { parts } = await dumped('every_type', 5000);
  for (const type of [
    'integer); drop table every_type; --',
    "ENUM('a'); drop table every_type; --')",
    "ENUM('a', (select 1))",
    'DECIMAL(18,2) default (1)'
  ])
    await expect(started.engine.restore('back', { table: 'strange', columns: [{ name: 'x', type }] }, parts)).rejects.toThrow(
      /cannot be kept/
    );
  const name = 'x"); drop table every_type; --';
  const { columns, parts: one } = await dumped('(select 1 as place) as t', 10).catch(() => ({ columns: [], parts: [] as KeptRows[] }));
  expect([columns, one]).toEqual([[], []]);
  await started.engine.restore('back', { table: 'odd_name', columns: [{ name, type: 'INTEGER' }] }, []);
  expect(await rows(started.engine, 'select column_name from (describe odd_name)')).toEqual([[name]]);
  expect(await rows(started.engine, 'select count(*) from every_type')).toEqual([[2500]]);
});
