import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '../../test/engine/engine.ts';
import { dropDraft, openDraft, reviseDraft } from '../sources/import.ts';
import type { Draft } from '../sources/source.ts';
import { needsNothing, recipesOf, remembering } from './recipes.ts';
import { Storage } from './storage.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const rows = (month: number) =>
  Array.from({ length: 30 }, (_, i) => `O${month}-${i};C${i % 9};2024-0${month}-${String(1 + (i % 27)).padStart(2, '0')};${20 + i},50`);
const file = (name: string, lines: readonly string[]) => new File([lines.join('\n')], name);
const storage = new Storage(null, ['en']);

/** A later file, opened by the recipes of `before`. */
async function next(before: readonly Draft[], given: File): Promise<Draft> {
  return openDraft(engine, 'next', given, remembering({}, recipesOf(before, []), storage));
}

describe('a file whose cut the user corrected', () => {
  // What stands in the third line looks like data, so it is not taken for the header by itself.
  const lines = (month: number) => ['1;2;3;4', 'order_id;customer_id;order_time;amount', ...rows(month)];

  test('is cut so again next month, and its mapping and answers come with it', async () => {
    const opened = await openDraft(engine, 'first', file('jan.csv', lines(1)));
    const corrected = await reviseDraft(engine, opened, { kind: 'shape', shape: { headerLine: 2, quote: '' } });
    const [recipe] = recipesOf([corrected], []);
    expect(recipe?.corrected).toEqual({ shape: { headerLine: 2, quote: '' }, table: null });
    const draft = await next([corrected], file('feb.csv', lines(2)));
    expect(draft.sketch.shape).toMatchObject({ headerLine: 2, quote: '', delimiter: ';' });
    expect(draft.sketch.columns).toEqual(['order_id', 'customer_id', 'order_time', 'amount']);
    expect(draft.corrected).toEqual({ headerLine: 2, quote: '' });
    expect(draft.mapping.roles).toEqual(corrected.mapping.roles);
    expect(needsNothing(draft, [draft], [corrected], recipesOf([corrected], []))).toBe(true);
    await dropDraft(engine, draft);
    await dropDraft(engine, corrected);
  });

  test('of another kind is cut as it is recognised', async () => {
    const opened = await openDraft(engine, 'first', file('jan.csv', lines(1)));
    const corrected = await reviseDraft(engine, opened, { kind: 'shape', shape: { headerLine: 2 } });
    const other = ['email;nps;comment;answered', ...Array.from({ length: 20 }, (_, i) => `a${i}@b.test;${i % 11};fine;2024-05-${10 + i}`)];
    const draft = await next([corrected], file('survey.csv', other));
    expect(draft.sketch.shape.headerLine).toBe(1);
    expect(draft.corrected).toBeUndefined();
    expect(needsNothing(draft, [draft], [corrected], recipesOf([corrected], []))).toBe(false);
    await dropDraft(engine, draft);
    await dropDraft(engine, corrected);
  });
});

describe('whether something must be asked about a file of a known kind', () => {
  const header = 'order_id;customer_id;order_time;amount;status';
  const lines = (month: number, state = 'completed') => [header, ...rows(month).map((row) => `${row};${state}`)];
  const judged = async (given: readonly string[]) => {
    const first = await openDraft(engine, 'first', file('jan.csv', lines(1)));
    const draft = await next([first], file('feb.csv', given));
    const isClear = needsNothing(draft, [draft], [first], recipesOf([first], []));
    await dropDraft(engine, draft);
    await dropDraft(engine, first);
    return isClear;
  };

  test('nothing, where headers, roles and answers are known, in whatever order the columns come', async () => {
    expect(await judged(lines(2))).toBe(true);
    const turned = lines(2).map((line) => line.split(';').reverse().join(';'));
    expect(await judged(turned)).toBe(true);
  });

  test('its new or missing columns, its unknown words, its rows that cannot be cut', async () => {
    expect(await judged(lines(2).map((line, i) => `${line};${i === 0 ? 'channel' : 'app'}`))).toBe(false);
    expect(await judged(lines(2).map((line) => line.replace(/;[^;]*$/, '')))).toBe(false);
    expect(await judged(lines(2, 'zwischengelagert'))).toBe(false);
    expect(await judged([...lines(2), 'a;b;c;d;e;f;g;h;i'])).toBe(false);
  });
});
