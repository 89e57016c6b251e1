import path from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder, lineAt, readProjectFile, withoutComments, type SourceFile } from './tree.ts';

const SOURCES = filesUnder('src', ['.ts', '.js', '.svelte', '.sql', '.css']);
const CODE = SOURCES.filter((file) => /\.(?:ts|js|svelte)$/.test(file.path));
const ALL = [...SOURCES, ...filesUnder('test', ['.ts', '.mjs'])];

/** Every place in `files` where `pattern` is found, as `file:line text`. */
function places(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    [...file.text.matchAll(pattern)].map((match) => `${file.path}:${lineAt(file.text, match.index)} ${match[0]}`)
  );
}

test('files are named for one noun, in kebab-case, components in PascalCase', () => {
  const isGood = (file: string): boolean => {
    const name = path.posix.basename(file);
    // A component's test is named after it.
    if (/\.svelte$|^[A-Z].*\.browser\.test\.ts$/.test(name)) return /^[A-Z][A-Za-z0-9]*(?:\.svelte|\.browser\.test\.ts)$/.test(name);
    return /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:svelte|browser|test|spec|browser\.test))?\.[a-z]+$/.test(name);
  };
  expect(ALL.map((file) => file.path).filter((file) => !isGood(file))).toEqual([]);
});

test('there are no drawers for odds and ends, and no barrels', () => {
  const drawers = /(?:^|\/)(?:utils?|helpers?|common|shared|misc|types|index)(?:\.|\/)/;
  expect(ALL.map((file) => file.path).filter((file) => drawers.test(file))).toEqual([]);
});

test('no file of code is longer than 300 lines; lists of words, headers, cases and styles may be', () => {
  const lengths = ALL.filter((file) => !/(?:messages|words|families-[a-z]+|aliases)\.ts$|\.test\.ts$|\.css$/.test(file.path)).map(
    (file) => [file.path, file.text.split('\n').length - 1] as const
  );
  expect(lengths.filter(([, lines]) => lines > 300)).toEqual([]);
});

test('nothing is left for later, and no rule is switched off in place', () => {
  const words = ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'eslint-' + 'disable', '@ts-' + 'ignore', '@ts-' + 'nocheck'];
  expect(places(ALL, new RegExp(words.map((word) => `${word}\\b`).join('|'), 'g'))).toEqual([]);
});

test('no path of one machine is written down', () => {
  expect(places(ALL, /(?<![\w.])\/(?:work|root|home|Users)\/\w+/g)).toEqual([]);
});

test('the product names no host: nothing is fetched from elsewhere', () => {
  const code = CODE.map((file) => ({ ...file, text: withoutComments(file.text) }));
  // Names of XML's vocabularies, not addresses.
  const known = /https?:\/\/(?:www\.w3\.org|schemas\.openxmlformats\.org)\//;
  expect(places(code, /\b(?:https?|wss?):\/\/[\w.-]+[^\s'"`]*/g).filter((place) => !known.test(place))).toEqual([]);
});

test('the Arrow that decodes is the Arrow that DuckDB encodes with: one copy', () => {
  const lock = JSON.parse(readProjectFile('package-lock.json')) as { packages: Record<string, { version?: string }> };
  const copies = Object.entries(lock.packages).filter(([place]) => place.endsWith('node_modules/apache-arrow'));
  expect(copies.map(([place, { version }]) => [place, version])).toEqual([['node_modules/apache-arrow', '17.0.0']]);
  expect(lock.packages['node_modules/@duckdb/duckdb-wasm']?.version).toBe('1.32.0');
});

test('Chinese text has Chinese punctuation', () => {
  const worded = SOURCES.filter((file) => /(?:messages|words)\.ts$|\.svelte$/.test(file.path));
  expect(places(worded, /[\u4e00-\u9fff”」》][,;:?!](?=[\u4e00-\u9fff“「《$])[^'`\n]{0,12}/g)).toEqual([]);
});
