import { expect, test } from 'vitest';
import { faultOfImport, importsOf } from './import-rules.ts';
import { filesUnder, lineAt, type SourceFile } from './tree.ts';

const FILES = filesUnder('src', ['.ts', '.svelte']);

test('imports go one way, carry their extension, and no slice knows another', () => {
  const faults = FILES.flatMap((file) =>
    importsOf(file).flatMap((one) => {
      const fault = faultOfImport(file, one);
      return fault === null ? [] : [`${file.path}:${lineAt(file.text, one.offset)} ${fault}`];
    })
  );
  expect(faults).toEqual([]);
});

test('every file of src has a place in the order of imports', () => {
  const count = FILES.reduce((sum, file) => sum + importsOf(file).length, 0);
  expect(count).toBeGreaterThan(FILES.length / 2); // the finder finds something
});

const fault = (path: string, text: string): (string | null)[] => {
  const file: SourceFile = { path, text };
  return importsOf(file).map((one) => faultOfImport(file, one));
};

test.each([
  ['src/engine/a.ts', "import { x } from '../sources/b.ts';", 'engine lies below sources'],
  ['src/ui/A.svelte', "<script>\n  import A from '../app/B.svelte';\n</script>", 'ui lies below app'],
  ['src/models/a.ts', "import { x } from '../engine/sql.ts';", 'models and engine lie side by side'],
  ['src/analyses/churn/a.ts', "import type { X } from '../retention/b.ts';", 'the slice churn may not know the slice retention'],
  ['src/analyses/churn/a.ts', "import { ANALYSES } from '../registry.ts';", 'the slice churn may not know the registry'],
  ['src/session/a.ts', "import { x } from './b';", './b carries no extension'],
  ['src/session/a.ts', "import { x } from '../../test/engine/shop.ts';", '../../test/engine/shop.ts leads out of src'],
  [
    'src/ui/Table.svelte',
    "<script>import { Table } from 'apache-arrow';</script>",
    'only ^src\\/engine\\/arrow\\.ts$ may import apache-arrow'
  ],
  [
    'src/sources/a.ts',
    "const load = () => import('comlink');",
    'only ^src\\/(?:engine\\/[^/]+\\.ts|worker\\.ts|formats-worker\\.ts|main\\.ts)$ may import comlink'
  ],
  ['src/sources/a.ts', "export { x } from '../ui/b.ts';", 'sources lies below ui']
])('%s: %s is refused', (path, text, message) => {
  expect(fault(path, text)).toEqual([message]);
});

test.each([
  ['src/sources/a.ts', "import { quoteName } from '../engine/sql.ts';"],
  ['src/analyses/churn/a.ts', "import rank from './rank.sql?raw';"],
  ['src/analyses/churn/a.ts', "import type { Analysis } from '../analysis.ts';"],
  ['src/analyses/registry.ts', "import { CHURN } from './churn/churn.ts';"],
  ['src/analyses/churn/churn.test.ts', "import { ask } from '../../../test/engine/shop.ts';"],
  ['src/main.ts', "import App from './app/App.svelte';\nimport './app.css';"]
])('%s: %s is fine', (path, text) => {
  expect(fault(path, text).filter((one) => one !== null)).toEqual([]);
});
