import { describe, expect, test } from 'vitest';
import { readManifest } from './manifest.ts';
import { readProjectFile } from './project-file.ts';

/** As version 1 wrote them, by hand. */
const MAPPING_1 = {
  family: null,
  roles: ['order_id', 'customer', 'order_time', 'amount'],
  personal: [null, null, null, null],
  confidence: ['exact', 'exact', 'exact', 'exact'],
  answers: { 'date-order:2': 'dmy' },
  rules: { duplicate: false }
};
const SHAPE_1 = {
  sheet: 0,
  encoding: 'gb18030',
  delimiter: ';',
  quote: '"',
  headerLine: 3,
  hasDescriptionRow: false,
  trimsOutsideRows: true
};
const RECIPE_1 = {
  file: 'jan.csv',
  headers: ['no', 'who', 'when', 'paid'].join('\u001f'),
  shape: SHAPE_1,
  mapping: MAPPING_1
};
const RECIPE_FILE_1 = { format: 'regulars recipe', version: 1, name: 'Shop', recipes: [RECIPE_1] };
const MANIFEST_1 = {
  format: 'regulars project',
  version: 1,
  name: 'Shop',
  savedAt: { $date: 1_700_000_000_000 },
  facts: null,
  catalogue: 'memory',
  absent: ['gross'],
  tables: [{ name: 'order_rows', columns: [{ name: 'customer', type: 'INTEGER' }], parts: [{ file: 'a-1.rows', rows: 3, bytes: 5 }] }],
  sources: [],
  recipes: [RECIPE_1]
};
const UP_TO_DATE = { file: RECIPE_1.file, headers: RECIPE_1.headers, mapping: MAPPING_1, corrected: { shape: {}, table: null } };
const read = (value: unknown) => readManifest(JSON.stringify(value));

describe('what version 1 wrote is read', () => {
  test('a manifest: its tables and mappings as they were, what was recognised left to recognition', () => {
    expect(read(MANIFEST_1)).toEqual({
      name: 'Shop',
      savedAt: new Date(1_700_000_000_000),
      state: 'saved-1700000000000',
      facts: null,
      catalogue: 'memory',
      absent: ['gross'],
      tables: MANIFEST_1.tables,
      sources: [],
      recipes: [UP_TO_DATE],
      definitions: {},
      repairs: []
    });
  });

  test('two manifests of one moment are the same state, so that two tabs agree on it', () => {
    expect(read(MANIFEST_1).state).toBe(read({ ...MANIFEST_1, name: 'Renamed' }).state);
    expect(read(MANIFEST_1).state).not.toBe(read({ ...MANIFEST_1, savedAt: { $date: 1 } }).state);
  });

  test('a recipe file, with the repairs it may have', async () => {
    const repairs = [{ kind: 'cap-amounts', above: 100 }];
    const file = (value: unknown) => new Blob([JSON.stringify(value)]);
    const known = { name: 'Shop', recipes: [UP_TO_DATE], definitions: {}, data: null };
    expect(await readProjectFile(file(RECIPE_FILE_1))).toEqual({ ...known, repairs: [] });
    const withRepairs = await readProjectFile(file({ ...RECIPE_FILE_1, repairs })).catch((error: unknown) => error);
    // Whatever it is, it is checked as any other field.
    expect(withRepairs).toMatchObject({ name: 'UnreadableProject', reason: 'damaged' });
  });
});

describe('what is wrong is told by its field, in whatever version', () => {
  const field = (value: unknown) => {
    try {
      read(value);
      return null;
    } catch (error) {
      return (error as { field: unknown }).field;
    }
  };

  test.each([
    ['a recipe whose mapping is gone', { ...MANIFEST_1, recipes: [{ ...RECIPE_1, mapping: undefined }] }, 'recipes.0.mapping', 'undefined'],
    ['recipes that are no list', { ...MANIFEST_1, recipes: 'x' }, 'recipes', '"x"'],
    [
      'a rule that is no switch',
      { ...MANIFEST_1, recipes: [{ ...RECIPE_1, mapping: { ...MAPPING_1, rules: { duplicate: 'no' } } }] },
      'recipes.0.mapping.rules.duplicate',
      '"no"'
    ],
    [
      'rows that are not counted',
      { ...MANIFEST_1, tables: [{ ...MANIFEST_1.tables[0], parts: [{ file: 'a.rows', rows: -1, bytes: 5 }] }] },
      'tables.0.parts.0.rows',
      '-1'
    ],
    ['a name that is missing', { ...MANIFEST_1, name: 7 }, 'name', '7'],
    ['a day that is none', { ...MANIFEST_1, savedAt: 'yesterday' }, 'savedAt', '"yesterday"']
  ])('%s', (_what, value, place, found) => {
    expect(field(value)).toMatchObject({ place, found });
  });

  test('a newer version is refused by its number', () => {
    expect(() => read({ ...MANIFEST_1, version: 3 })).toThrow(/version 3; this page reads up to 2/);
    for (const version of [0, 1.5, '1', null])
      expect(() => read({ ...MANIFEST_1, version }), String(version)).toThrow(/not a regulars project/);
  });
});
