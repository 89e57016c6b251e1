import path from 'node:path';
import type { SourceFile } from './tree.ts';

/** Imports go from right to left only; folders in one step do not know each other. */
const STEPS: readonly (readonly string[])[] = [
  ['engine', 'models', 'i18n'],
  ['charts'],
  ['sources'],
  ['session'],
  ['ui'],
  ['analyses'],
  ['questions', 'boards', 'reports'],
  ['app'],
  ['worker.ts', 'formats-worker.ts', 'app.css'],
  ['main.ts']
];

/** Folders of which each folder inside is a slice that knows no other slice. */
const SLICED = ['analyses', 'questions', 'boards', 'reports'];

/** What several slices stand on, between them and the layers: it knows no slice. */
const GROUND = ['scores', 'forecasts', 'signs'];

/** Packages that only some files may know, so that the rest can be read without them. */
const GUARDED: readonly { readonly name: RegExp; readonly allowed: RegExp }[] = [
  { name: /^apache-arrow/, allowed: /^src\/engine\/arrow\.ts$/ },
  { name: /^@duckdb\//, allowed: /^src\/(?:engine\/[^/]+\.ts|worker\.ts|main\.ts)$/ },
  { name: /^comlink$/, allowed: /^src\/(?:engine\/[^/]+\.ts|worker\.ts|formats-worker\.ts|main\.ts)$/ },
  { name: /^@observablehq\/plot$/, allowed: /^src\/(?:charts|ui|analyses)\// },
  { name: /^@codemirror\/|^@lezer\/|^sql-formatter/, allowed: /^src\/(?:ui|app)\// }
];

export interface Import {
  readonly specifier: string;
  /** From the project's root when it is relative, else null. */
  readonly target: string | null;
  readonly offset: number;
}

/** Every import of a module: static, dynamic, type-only, re-export, and `new URL('…', import.meta.url)`. */
export function importsOf(file: SourceFile): Import[] {
  const forms =
    /\b(?:import|export)\b[^'"`;=()]*?\bfrom\s*(['"])([^'"]+)\1|\bimport\s*\(?\s*(['"])([^'"]+)\3|new URL\(\s*(['"])([^'"]+)\5,\s*import\.meta\.url/g;
  return [...file.text.matchAll(forms)].map((match) => {
    const specifier = match[2] ?? match[4] ?? match[6] ?? '';
    const plain = specifier.replace(/\?.*$/, '');
    const target = plain.startsWith('.') ? path.posix.join(path.posix.dirname(file.path), plain) : null;
    return { specifier, target, offset: match.index };
  });
}

/** What is wrong with an import, in one sentence, or null. */
export function faultOfImport(file: SourceFile, { specifier, target }: Import): string | null {
  const isTest = /\.test\.ts$/.test(file.path);
  if (target === null) {
    const guard = isTest ? undefined : GUARDED.find(({ name, allowed }) => name.test(specifier) && !allowed.test(file.path));
    return guard ? `only ${guard.allowed.source} may import ${specifier}` : null;
  }
  if (isTest && target.startsWith('../')) return null; // public data beside the project
  if (!/\.[a-z]+(?:\?[\w&=]+)?$/.test(specifier)) return `${specifier} carries no extension`;
  if (!target.startsWith('src/')) return isTest && target.startsWith('test/') ? null : `${specifier} leads out of src`;
  if (!file.path.startsWith('src/')) return null;
  const [from, to] = [stepOf(file.path), stepOf(target)];
  const [folder, other] = [folderOf(file.path), folderOf(target)];
  if (from < 0 || to < 0) return `${from < 0 ? folder : other} has no place in the order of imports`;
  if (to > from) return `${folder} lies below ${other}`;
  if (to === from && folder !== other) return `${folder} and ${other} lie side by side`;
  const [slice, otherSlice] = [sliceOf(file.path), sliceOf(target)];
  if (slice && otherSlice && slice !== otherSlice && !GROUND.includes(otherSlice))
    return `the slice ${slice} may not know the slice ${otherSlice}`;
  if (slice && SLICED.includes(other) && /\/registry\.ts$/.test(target)) return `the slice ${slice} may not know the registry`;
  return null;
}

function folderOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function stepOf(file: string): number {
  return STEPS.findIndex((step) => step.includes(folderOf(file)));
}

/** The slice a file belongs to (`retention`), or null when it belongs to none. */
function sliceOf(file: string): string | null {
  const [, folder = '', slice = '', ...rest] = file.split('/');
  return SLICED.includes(folder) && rest.length > 0 ? slice : null;
}
