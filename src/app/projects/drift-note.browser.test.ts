import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Workbench } from '../../session/context.ts';
import type { Recipe } from '../../session/manifest.ts';
import { headersKey } from '../../sources/header.ts';
import { EMPTY_PROJECT, renderOn, workbench } from '../../../test/browser/bench.ts';
import { draftOf } from '../../../test/browser/draft.ts';
import DriftNote from './DriftNote.svelte';

const draft = draftOf();

/** Shows what is said of a draft where the last file of its kind had `headers`. */
async function show(headers: readonly string[]) {
  const { mapping } = draft;
  const recipe: Recipe = { file: '上月.csv', headers: headersKey(headers), corrected: { shape: {}, table: null }, mapping };
  const project = { ...EMPTY_PROJECT, facts: null, keeper: { ...EMPTY_PROJECT.keeper, recipes: [recipe] } };
  return renderOn(workbench({ project: project as unknown as Workbench['project'] }), DriftNote, { draft });
}

beforeEach(() => history.replaceState(null, '', '#/sources?lang=en'));

test('names what is new, with what it was taken for, and what is gone; all else needs no look', async () => {
  await show([...draft.sketch.columns.filter((header) => header !== '订单状态' && header !== '备注'), '店铺名称']);
  const note = page.getByRole('note');
  await expect.element(note.getByText('Read as 上月.csv was, but for this')).toBeVisible();
  await expect.element(note.getByText('New: 订单状态 (Status) and 备注 (not used).')).toBeVisible();
  await expect.element(note.getByText('Gone: 店铺名称.')).toBeVisible();
  await expect.element(note.getByText(/there is nothing more to check/)).toBeVisible();
});

test('says nothing where the headers are those of the last file, or of no file before', async () => {
  for (const headers of [draft.sketch.columns, ['email', 'nps', 'comment']]) {
    const { unmount } = await show(headers);
    expect(page.getByRole('note').query()).toBeNull();
    await unmount();
  }
});
