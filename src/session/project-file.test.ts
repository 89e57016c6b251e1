import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { guessMapping } from '../sources/guess-mapping.ts';
import { headersKey } from '../sources/header.ts';
import { manifestText, readManifest, type Manifest, type Recipe } from './manifest.ts';
import { projectBlob, readProjectFile, recipeText } from './project-file.ts';

const COLUMNS = ['order_id', 'customer_id', 'order_time', 'amount', 'phone'];
const CORRECTED = { shape: { headerLine: 3, sheet: 1 }, table: '2024-05' };
const RECIPE: Recipe = { file: 'orders.csv', headers: headersKey(COLUMNS), corrected: CORRECTED, mapping: guessMapping(COLUMNS, []) };
const MANIFEST: Manifest = {
  name: 'Shop',
  savedAt: new Date('2024-05-06T07:08:09Z'),
  facts: null,
  catalogue: 'memory',
  absent: ['gross'],
  tables: [{ name: 'order_rows', columns: [{ name: 'customer', type: 'INTEGER' }], parts: [{ file: 'aaaa-1.rows', rows: 3, bytes: 5 }] }],
  sources: [],
  recipes: [RECIPE],
  repairs: [],
  definitions: { template: 'cn8', days: '60' },
  state: 'aaaa-bbbb'
};
const KNOWN = { name: 'Shop', recipes: [RECIPE], repairs: [], definitions: { template: 'cn8' } };
const part = () => Promise.resolve(new Blob(['abcde']));

describe('a project file', () => {
  test('without data is JSON, and comes back as it was', async () => {
    const text = recipeText(KNOWN);
    expect(JSON.parse(text)).toMatchObject({ format: 'regulars recipe', version: 2, name: 'Shop' });
    expect(await readProjectFile(new Blob([text]))).toEqual({ ...KNOWN, data: null });
  });

  test('with data carries every part, and comes back as it was', async () => {
    const read = await readProjectFile(await projectBlob(MANIFEST, part));
    expect(read.data?.manifest).toEqual(MANIFEST);
    expect(await read.data?.parts.get('aaaa-1.rows')?.text()).toBe('abcde');
  });

  test('any name and any answer stay text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 200 }), fc.dictionary(fc.string(), fc.string()), async (name, answers) => {
        const recipe = { ...RECIPE, mapping: { ...RECIPE.mapping, answers } };
        const read = await readProjectFile(new Blob([recipeText({ ...KNOWN, name, recipes: [recipe] })]));
        expect(read.name).toBe(name);
        const kept = Object.entries(read.recipes[0]?.mapping.answers ?? {});
        expect(kept).toEqual(Object.entries(answers).filter(([key]) => key !== '__proto__'));
      }),
      { numRuns: 60 }
    );
  });
});

describe('what is not a project file is refused with a reason', () => {
  const json = (value: unknown) => new Blob([JSON.stringify(value)]);
  const whole = JSON.parse(recipeText(KNOWN)) as Record<string, unknown>;
  const zipped = (files: Record<string, Uint8Array>, level: 0 | 9 = 0) => new Blob([zipSync(files, { level }) as Uint8Array<ArrayBuffer>]);
  const recipe = strToU8(recipeText(KNOWN));

  test.each([
    ['an empty file', new Blob([]), 'foreign'],
    ['an order file', new Blob(['order_id,amount\n1,2\n']), 'foreign'],
    ['other JSON', json({ hello: 1 }), 'foreign'],
    ['a newer version', json({ ...whole, version: 3 }), 'newer'],
    ['a name that is missing', json({ ...whole, name: '' }), 'damaged'],
    ['recipes of another form', json({ ...whole, recipes: [{ ...RECIPE, mapping: 'drop table orders' }] }), 'damaged'],
    ['a zip of something else', zipped({ 'a.txt': strToU8('x') }), 'foreign'],
    ['a zip that inflates', zipped({ 'recipe.json': recipe, 'bomb.rows': new Uint8Array(5_000_000) }, 9), 'foreign'],
    ['a path out of the archive', zipped({ 'recipe.json': recipe, '../evil.rows': recipe }), 'foreign'],
    ['a part that is missing', zipped({ 'recipe.json': recipe, 'manifest.json': strToU8(manifestText(MANIFEST)) }), 'damaged']
  ])('%s', async (_name, file, reason) => {
    await expect(readProjectFile(file)).rejects.toMatchObject({ name: 'UnreadableProject', reason });
  });

  test('a file that was cut anywhere', async () => {
    const file = await projectBlob(MANIFEST, part);
    for (const size of [10, 200, Math.floor(file.size / 2)])
      await expect(readProjectFile(file.slice(0, size))).rejects.toMatchObject({ name: 'UnreadableProject' });
  });
});

describe('a manifest', () => {
  test('comes back as it was, dates too', () => {
    expect(readManifest(manifestText(MANIFEST))).toEqual(MANIFEST);
  });

  test('names files of our own making only', () => {
    for (const file of ['../../x.rows', 'a/b.rows', 'x.json', 'x:y.rows', '']) {
      const parts = [{ file, rows: 1, bytes: 1 }];
      const text = manifestText({ ...MANIFEST, tables: [{ name: 'order_rows', columns: [], parts }] });
      expect(() => readManifest(text), file).toThrow(/parts/);
    }
  });

  test('takes a role that this program does not know as none', () => {
    const mapping = { ...RECIPE.mapping, roles: ['customer', 'tomorrow', null] } as unknown as Recipe['mapping'];
    const read = readManifest(manifestText({ ...MANIFEST, recipes: [{ ...RECIPE, mapping }] }));
    expect(read.recipes[0]?.mapping.roles).toEqual(['customer', null, null]);
  });

  test('that is half written is refused', () => {
    const text = manifestText(MANIFEST);
    for (const length of [0, 1, 30, text.length - 1]) expect(() => readManifest(text.slice(0, length))).toThrow();
  });
});
