import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bind, literal, quoteName, type SqlValue } from '../../src/engine/sql.ts';
import { positionOf } from '../../src/engine/duckdb-errors.ts';
import { rows, startEngine } from './engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const text = fc.string({ unit: 'binary', maxLength: 60 }).map((value) => value.replaceAll('\0', ''));

test('any text comes back from the database as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (values) => {
      const sql = `select * from (values ${values.map((value, index) => `(${index}, ${literal(value)})`).join(', ')}) t(i, v) order by i`;
      expect((await rows(engine, sql)).map((row) => row[1])).toEqual(values);
    }),
    { numRuns: 40 }
  );
});

test('any name can be a column', async () => {
  await fc.assert(
    fc.asyncProperty(
      text.filter((name) => name !== ''),
      async (name) => {
        expect(await rows(engine, `select ${quoteName(name)} from (select 1 as ${quoteName(name)})`)).toEqual([[1]]);
      }
    ),
    { numRuns: 40 }
  );
});

test('numbers, days and moments keep their value', async () => {
  const values: SqlValue[] = [
    0,
    -0,
    1.5,
    -1e-7,
    1e300,
    9007199254740991,
    true,
    new Date('2024-02-29'),
    new Date('1969-12-31T23:59:59.123Z')
  ];
  const [row] = await rows(engine, `select ${values.map(literal).join(', ')}`);
  expect(row).toEqual(values.map((value) => (Object.is(value, -0) ? 0 : value)));
});

describe('bind', () => {
  test('leaves comments, texts and quoted names alone', () => {
    expect(bind(`select '$a', "$a", $a -- $a\n/* $a */`, { a: 1 })).toBe(`select '$a', "$a", 1 -- $a\n/* $a */`);
  });
  test('a value that looks like a parameter is not one', () => {
    expect(bind('select $a, $b', { a: '$b', b: "x' or 1=1 --" })).toBe("select '$b', 'x'' or 1=1 --'");
  });
  test('an empty list matches nothing', async () => {
    expect(await rows(engine, bind('select count(*) from range(3) t(i) where i in $list', { list: [] }))).toEqual([[0]]);
  });
  test.each([
    ['a missing value', 'select $a', {}],
    ['an unused value', 'select 1', { a: 1 }],
    ['an inherited name', 'select $constructor', {}],
    ['not a number', 'select $a', { a: NaN }],
    ['infinity', 'select $a', { a: Infinity }],
    ['a NUL', 'select $a', { a: 'a\0b' }],
    ['an invalid date', 'select $a', { a: new Date('x') }]
  ])('refuses %s', (_what, sql, params) => {
    expect(() => bind(sql, params as Record<string, SqlValue>)).toThrow(TypeError);
  });
});

test('the position of a mistake is found in long and in many lines', async () => {
  for (const sql of [`select ${'1 + '.repeat(80)}nope + ${'1 + '.repeat(80)}1`, `select 1,\n\n  2,\n nope`, 'select nope']) {
    await expect(engine.run('a', sql)).rejects.toMatchObject({ position: sql.indexOf('nope') });
  }
  expect(positionOf('no position here', 'select 1')).toBeUndefined();
});
