import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readProjectFile } from './tree.ts';

const HEADERS = readProjectFile('public/_headers');
const POLICY = /Content-Security-Policy: (.*)/.exec(HEADERS)?.[1] ?? '';

/** The policy's sources for one directive. */
function sources(directive: string): string[] {
  const part = POLICY.split(';')
    .map((one) => one.trim().split(/\s+/))
    .find(([name]) => name === directive);
  return part?.slice(1) ?? [];
}

/** The text of the `<style>` that a source file of Plot appends, for its constant class name. */
function styleOf(file: string, className: string, extra: string): string {
  const source = readProjectFile(`node_modules/@observablehq/plot/src/${file}`);
  const text = /(?:append|insert)\("style"(?:, "\*")?\)\.text\(\s*`([^`]*)`/.exec(source)?.[1];
  if (text === undefined) throw new Error(`${file} of Plot no longer makes its style as it did: read it and mend this test`);
  return text.replaceAll('${className}', className).replaceAll('${extraStyle}', extra);
}

/** The class name that Plot gives when the user gives none. */
function defaultClassName(): string {
  const name = /name === undefined\) return "([^"]+)"/.exec(readProjectFile('node_modules/@observablehq/plot/src/style.js'))?.[1];
  if (name === undefined) throw new Error('Plot no longer has a default class name');
  return name;
}

test("the policy's style hashes are those of Plot's own styles", () => {
  const legends = readProjectFile('node_modules/@observablehq/plot/src/legends/swatches.js');
  const extras = [...legends.matchAll(/extraStyle = `([^`]*)`/g)].map((match) => match[1] ?? '');
  const name = defaultClassName();
  const styles = [
    styleOf('plot.js', name, ''),
    styleOf('legends/ramp.js', name, ''),
    ...extras.map((extra) => styleOf('legends/swatches.js', name, extra.replaceAll('${className}', name)))
  ];
  const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  for (const hash of sources('style-src').filter((source) => source.startsWith("'sha256-"))) expect(hashes).toContain(hash);
  expect(sources('style-src')).toContain(hashes[0]);
});

test('the policy allows nothing from elsewhere and no inline code', () => {
  expect(sources('default-src')).toEqual(["'none'"]);
  expect(sources('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(sources('worker-src')).toEqual(['blob:']);
  expect(sources('connect-src')).toEqual(["'self'"]);
  expect(sources('base-uri')).toEqual(["'none'"]);
  expect(sources('form-action')).toEqual(["'none'"]);
  expect(sources('frame-ancestors')).toEqual(["'none'"]);
  expect(POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
});
