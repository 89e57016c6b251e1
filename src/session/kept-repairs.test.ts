import { expect, test } from 'vitest';
import type { Repair } from '../sources/repairs.ts';
import { manifestText, readManifest, type Manifest } from './manifest.ts';
import { projectBlob, readProjectFile, recipeText } from './project-file.ts';

const REPAIRS: readonly Repair[] = [
  { kind: 'amounts', way: 'winsorise', k: 3.5, low: 2.5, high: 9800, currency: 'CNY' },
  { kind: 'merge' }
];
const KNOWN = { name: 'Shop', recipes: [], definitions: {}, repairs: REPAIRS };
const MANIFEST: Manifest = {
  ...KNOWN,
  state: 's1',
  savedAt: new Date('2024-05-06T07:08:09Z'),
  facts: null,
  catalogue: 'memory',
  absent: [],
  tables: [],
  sources: []
};

test('repairs are kept with the project and go out with its file, with data and without', async () => {
  expect(readManifest(manifestText(MANIFEST)).repairs).toEqual(REPAIRS);
  expect((await readProjectFile(new Blob([recipeText(KNOWN)]))).repairs).toEqual(REPAIRS);
  const whole = await readProjectFile(await projectBlob(MANIFEST, () => Promise.reject(new Error('there are no parts'))));
  expect(whole.data?.manifest.repairs).toEqual(REPAIRS);
});

test.each([
  ['a limit that is SQL', { kind: 'amounts', way: 'winsorise', k: 1, low: '1) or (1', high: 2, currency: null }],
  ['a limit without end', { kind: 'amounts', way: 'winsorise', k: 1, low: 1, high: null, currency: null }],
  ['another kind', { kind: 'drop' }]
])('%s is refused', async (_name, repair) => {
  const text = recipeText({ ...KNOWN, repairs: [repair as unknown as Repair] });
  await expect(readProjectFile(new Blob([text]))).rejects.toMatchObject({ reason: 'damaged' });
});
