import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatsHere } from '../../../src/engine/formats/formats.ts';
import { kindOf } from '../../../src/engine/readers/file-kind.ts';
import { cutRecords } from '../../../src/engine/readers/records.ts';

const listener = { signal: new AbortController().signal, heard: () => undefined };

/** Converts a text as the kind its first bytes tell. */
async function converted(content: string, table: number | null = null) {
  const bytes = new TextEncoder().encode(content);
  const kind = kindOf(bytes.subarray(0, 4_096));
  if (kind !== 'json' && kind !== 'ndjson') throw new TypeError(`taken for ${kind}`);
  const made = await formatsHere.convert(new File([bytes], 'orders.json'), kind, table, listener);
  return { kind, tables: made.tables, table: made.table, text: await made.csv.text(), warnings: made.warnings };
}
const refusal = (content: string) =>
  converted(content).then(
    () => null,
    ({ message, params }: { message: string; params: unknown }) => [message, params]
  );

test('a list of records: objects inside become columns with readable names, columns may come late', async () => {
  const { text, warnings } = await converted(
    JSON.stringify([
      { id: 'O1', customer: { email: 'a@b.co', address: { city: '北京' } }, amount: 12.5, paid: true },
      { id: 'O2', customer: { email: null }, amount: 1e21, note: 'a "b",\nc' },
      { id: 'O3', customer: null, tags: ['vip', 'new'], amount: 0 }
    ])
  );
  expect(text).toBe(
    'id,customer.email,customer.address.city,amount,paid,note,tags\n' +
      'O1,a@b.co,北京,12.5,true,,\nO2,,,1000000000000000000000,,"a ""b"",\nc",\nO3,,,0,,,vip; new\n'
  );
  expect(warnings).toEqual([]);
});

test('an object that holds a list of records; lists inside records stay one cell, and that is told', async () => {
  const { text, tables, warnings } = await converted(
    '{"shop":"x","page":{"n":1},"data":{"orders":[{"id":1,"items":[{"sku":"a"},{"sku":"b"}]},{"id":2,"items":[]}]}}'
  );
  expect(tables).toEqual([{ name: 'data.orders', rows: 2 }]);
  expect(text).toBe('id,items\n1,"[{""sku"":""a""},{""sku"":""b""}]"\n2,\n');
  expect(warnings).toEqual([{ kind: 'list-as-text', line: 1, count: 1 }]);
  // Where they are the only table, the records of such a list are the rows.
  expect((await converted('{"id":1,"items":[{"sku":"a"},{"sku":"b"}]}')).text).toBe('sku\na\nb\n');
});

test('several lists are several tables, the largest of them proposed', async () => {
  const content = '{"orders":[{"id":1},{"id":2}],"customers":[{"c":1},{"c":2},{"c":3}]}';
  const { table, tables, text } = await converted(content);
  expect([table, tables]).toEqual([
    1,
    [
      { name: 'orders', rows: 2 },
      { name: 'customers', rows: 3 }
    ]
  ]);
  expect(text).toBe('c\n1\n2\n3\n');
  expect((await converted(content, 0)).text).toBe('id\n1\n2\n');
});

test('lists of lists, records one after the other, and a single record', async () => {
  expect((await converted('[["id","amount"],[1,2.5],["x",null]]')).text).toBe('id,amount\n1,2.5\nx,\n');
  expect((await converted('{\n "a": 1,\n "b": {"c": "x\\"y"}\n}\n{\n "a": 2\n}\n')).text).toBe('a,b.c\n1,"x""y"\n2,\n');
  expect((await converted('{"a":1}')).text).toBe('a\n1\n');
});

test('one record in each line', async () => {
  const { kind, text, warnings } = await converted('{"a":1,"b":{"c":2}}\r\n{"a":"x","__proto__":5,"constructor":{"x":1}}\n\n7\n{"b":3}');
  expect(kind).toBe('ndjson');
  expect(text).toBe('a,b.c,__proto__,constructor.x,b\n1,2,,,\nx,,5,1,\n,,,,3\n');
  expect(warnings).toEqual([
    { kind: 'mixed-types', line: 2, count: 2 },
    { kind: 'not-a-record', line: 3, count: 1 }
  ]);
});

test('ids of twenty digits keep them all, as numbers and in texts', async () => {
  const { text, warnings } = await converted('[{"id":19306810000000000001,"note":"x: 12345678901234567890"},{"id":-12345678901234567}]');
  expect(text).toBe('id,note\n19306810000000000001,x: 12345678901234567890\n-12345678901234567,\n');
  expect(warnings).toEqual([]);
});

test('what is no record is left out and told; what is broken or too deep is refused with its place', async () => {
  expect(await converted('[1,2,{"a":1},"x, {y}",{"a":2}]')).toMatchObject({
    text: 'a\n1\n2\n',
    warnings: [{ kind: 'not-a-record', line: 1, count: 3 }]
  });
  expect(await refusal('[]')).toEqual(['no-tables', {}]);
  expect(await refusal('[{"a":1},{"a":')).toEqual(['json-broken', { line: 2 }]);
  expect(await refusal('[{"a":1},{"a":1 2}]')).toEqual(['json-broken', { line: 2 }]);
  expect(await refusal('{"a":1}\n{"a":\n')).toEqual(['json-broken', { line: 2 }]);
  expect(await refusal('['.repeat(100_000))).toEqual(['json-too-deep', { depth: 64 }]);
  expect(await refusal(`{"b":1}\n${'{"a":'.repeat(90_000)}1${'}'.repeat(90_000)}`)).toEqual(['json-too-deep', { depth: 64 }]);
  expect(await refusal(`{"b":1}\n{"a":${'['.repeat(90_000)}${']'.repeat(90_000)}}`)).toEqual(['json-too-deep', { depth: 64 }]);
});

/** Both ways to write the same records, and what is read from each. */
async function readBack(records: readonly { readonly a: string; readonly b: string }[]) {
  const contents = [JSON.stringify(records), records.map((record) => JSON.stringify(record)).join('\n') + '\n'];
  return Promise.all(
    contents.map(async (content) => {
      const { text } = await converted(content);
      return cutRecords(text, { delimiter: ',', quote: '"' }).map((record) => record.cells);
    })
  );
}

test('whatever the texts of records are, they arrive as they were', async () => {
  const value = fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', '\n', 'é', '订', 'a', ' ', ':') });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 20 }), async (pairs) => {
      const records = [{ a: 'x', b: 'y' }, ...pairs.map(([a, b]) => ({ a: `a${a}`, b: `b${b}` }))];
      const wanted = [['a', 'b'], ...records.map(({ a, b }) => [a, b])];
      expect(await readBack(records)).toEqual([wanted, wanted]);
    })
  );
});

test.each([20, 21, 22, 30, 33, 34, 35, 36])(
  'a record over the edge between two pieces, %i bytes before it, arrives whole',
  async (before) => {
    const records = [
      { a: 'x'.repeat(2 * 1024 * 1024 - before), b: '' },
      { a: '"\\"订', b: '}' },
      { a: '订单', b: '\\' }
    ];
    const [whole, lines] = await readBack(records);
    expect(whole?.slice(2)).toEqual([
      ['"\\"订', '}'],
      ['订单', '\\']
    ]);
    expect(lines?.slice(2)).toEqual(whole?.slice(2));
  }
);
