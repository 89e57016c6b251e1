import path from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder, withoutComments } from './tree.ts';

const FILES = new Map(filesUnder('src', ['.ts', '.svelte']).map((file) => [file.path, withoutComments(file.text)]));

/** What a module imports as values at once; types and what is fetched later are not among it. */
function importedAtOnce(text: string): string[] {
  const forms = /^\s*(?:import|export)\s+(?!type\b)(?:[^'"`;()]*?\bfrom\s*)?'([^'?]+)'/gm;
  return [...text.matchAll(forms)].map((match) => match[1] ?? '');
}

/** Every file and package that is fetched before the page is drawn. */
function firstLoad(): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const name of importedAtOnce(FILES.get(file) ?? ''))
      visit(name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name);
  };
  visit('src/main.ts');
  return found;
}

test('the page is shown before anything that works on rows is fetched', () => {
  const found = firstLoad();
  for (const needed of ['src/app/HomePage.svelte', 'src/session/project.svelte.ts', 'comlink']) expect(found, needed).toContain(needed);
  for (const late of ['src/sources/import.ts', 'src/session/pipeline.ts', 'src/engine/arrow.ts', 'src/app/projects/ProjectMenu.svelte'])
    expect(found, late).not.toContain(late);
  const heavy = /^(?:apache-arrow|bits-ui|valibot|fflate|@observablehq\/plot|@codemirror\/.*|sql-formatter|parquet-wasm)$/;
  expect([...found].filter((name) => heavy.test(name))).toEqual([]);
  // Of the analyses, their names alone: words, SQL, pages and what they give to others are fetched when they are wanted.
  const ofAnalyses = [...found].filter((name) => /^src\/(?:analyses|models|charts)\//.test(name));
  expect(
    ofAnalyses.filter(
      (name) => !/^src\/analyses\/(?:(\w+)\/\1|registry|audiences|\w+\/[\w-]+-names|churn\/rule|signs\/pace)\.ts$/.test(name)
    )
  ).toEqual([]);
});
