import { expect, test } from 'vitest';
import { formatFor } from '../../src/i18n/format.ts';
import { noteText } from '../../src/sources/messages.ts';
import { filesUnder } from './tree.ts';

/** The codes of remarks that the sources make, each with the file that makes it. */
function codesMade(): Map<string, string> {
  const made = new Map<string, string>();
  for (const { path, text } of filesUnder('src/sources', ['.ts'])) {
    if (/(?:messages|\.test)\.ts$/.test(path)) continue;
    const literal = /\bcode: '([a-z-]+)'/g;
    const said = /\b(?:say|note)\(([^;]*?),\s*'(?:good|info|warn|bad)'/g;
    for (const [, code = ''] of text.matchAll(literal)) made.set(code, path);
    // `say(isSure ? 'this' : 'that', 'info', …)`: what is compared with is not a code.
    for (const [, codes = ''] of text.matchAll(said)) {
      for (const [, code = ''] of codes.replace(/^[^?]*\?(?=\s*')/, '').matchAll(/(?<!== )'([a-z][a-z-]+)'/g)) made.set(code, path);
    }
  }
  return made;
}

test.each(['en', 'zh'] as const)('every remark about a file has words in %s', (locale) => {
  const format = formatFor(locale, 'CNY');
  const made = codesMade();
  expect(made.size).toBeGreaterThan(20);
  const silent = [...made].filter(([code]) => {
    try {
      return noteText({ code, level: 'info', params: {} }, locale, format) === '';
    } catch (error) {
      return /no words/.test(String(error));
    }
  });
  expect(silent).toEqual([]);
});
