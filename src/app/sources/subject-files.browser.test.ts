import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Workbench } from '../../session/context.ts';
import type { Draft, FileMatch, ShopFacts } from '../../sources/source.ts';
import { renderOn, workbench } from '../../../test/browser/bench.ts';
import { draftOf, memberDraftOf } from '../../../test/browser/draft.ts';
import type { MatchState } from './draft-matches.svelte.ts';
import SampledAlike from './SampledAlike.svelte';
import SourcesPage from '../SourcesPage.svelte';
import CustomerMatch from './CustomerMatch.svelte';
import HardlyAnyFound from './HardlyAnyFound.svelte';
import { adviceOf } from './match-advice.ts';

async function show(more: Record<string, unknown> = {}) {
  const project = {
    facts: null,
    status: 'starting',
    drafts: [] as Draft[],
    sources: [] as Draft[],
    work: null,
    failures: [],
    revise: vi.fn(() => Promise.resolve()),
    takeOut: vi.fn(() => Promise.resolve()),
    origins: { known: new Map() },
    keeper: { recipes: [], removed: [] },
    engine: { sketch: () => Promise.reject(new Error('no engine in this test')) },
    ...more
  };
  await renderOn(workbench({ project: project as unknown as Workbench['project'] }), SourcesPage, {});
  return project;
}

const MATCH: FileMatch = {
  file: 'members.csv',
  draft: 'f2',
  subject: 'members',
  column: 0,
  header: 'member_id',
  keys: 4_100,
  matchedKeys: 3_912,
  ambiguousKeys: 12,
  rows: 4_300,
  matchedRows: 4_085,
  // Masked keys of several persons may look alike.
  unmatched: ['M0007', '13****', '13****'],
  others: [
    { column: 5, header: 'card', keys: 4_000, matchedKeys: 12 },
    { column: 1, header: 'mobile', keys: 4_100, matchedKeys: 3_900 }
  ]
};

const FACTS: ShopFacts = {
  name: 'x',
  files: ['ExportOrderList.csv', 'members.csv'],
  orders: 60_418,
  purchases: 60_000,
  customers: 18_406,
  firstDay: new Date('2023-11-01'),
  lastDay: new Date('2025-10-31'),
  amount: 1,
  currency: null,
  dimensions: {},
  balance: draftOf().balance,
  readings: [],
  matches: [MATCH]
};

beforeEach(async () => {
  history.replaceState(null, '', '#/sources?lang=en');
  await page.viewport(1200, 900);
});

describe('what a file is about', () => {
  test('stands in the heading, and only the roles of it are offered', async () => {
    await show({ drafts: [memberDraftOf()] });
    await expect.element(page.getByRole('heading', { name: 'These are members or customers' })).toBeVisible();
    await expect.element(page.getByLabelText('Column for: Phone')).toHaveValue('1');
    expect(page.getByLabelText('Column for: Order time').query()).toBeNull();
    await page.getByText('One more column, not used').click();
    const offered = [...(page.getByLabelText('Use card as').element() as HTMLSelectElement).options].map(({ text }) => text);
    expect(offered).toContain('Points');
    expect(offered).not.toContain('Order number');
  });

  test('can be changed by the user', async () => {
    const project = await show({ drafts: [memberDraftOf()] });
    await userEvent.selectOptions(page.getByLabelText('About'), 'Orders');
    await expect.poll(() => project.revise.mock.calls).toEqual([[expect.anything(), { kind: 'subject', subject: 'orders' }]]);
  });

  test('is asked plainly where the columns do not tell', async () => {
    const draft = memberDraftOf();
    const project = await show({ drafts: [memberDraftOf({ mapping: { ...draft.mapping, subjectConfidence: 'unsure' } })] });
    const asked = page.getByRole('region', { name: 'What is one row of this file?' });
    await expect.element(asked.getByRole('button', { name: /Members .* our guess/ })).toBeVisible();
    await asked.getByRole('button', { name: /Products/ }).click();
    await expect.poll(() => project.revise.mock.calls).toEqual([[expect.anything(), { kind: 'subject', subject: 'products' }]]);
  });

  test('says what is missing, and what to do', async () => {
    const draft = memberDraftOf();
    const roles = draft.mapping.roles.map(() => null);
    await show({ drafts: [draftOf(), memberDraftOf({ mapping: { ...draft.mapping, roles } })] });
    await page.getByRole('radio', { name: 'members.csv' }).click();
    await expect.element(page.getByText(/Members need a column that tells who they are/)).toBeVisible();
    await expect.element(page.getByText('needed, or another that is marked so').first()).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Analyse 2 files together' })).toBeDisabled();
    await expect.element(page.getByText('members.csv: Choose the columns that are needed first.')).toBeVisible();
  });

  test('a list of refunds is no order file, and has no identity gate', async () => {
    const refunds = draftOf({
      id: 'f3',
      customers: null,
      readings: [{ code: 'after-sales', level: 'info', params: { rows: 120 } }],
      identity: { candidates: [], chosen: null },
      mapping: { ...draftOf().mapping, family: null, roles: ['order_id', 'refund', 'refund_status', null, null, null, null] }
    });
    await show({ drafts: [refunds] });
    await expect.element(page.getByRole('heading', { name: 'These are refunds and returns' })).toBeVisible();
    expect(page.getByRole('heading', { name: 'No column tells who bought' }).query()).toBeNull();
    await expect.element(page.getByRole('button', { name: /^Analyse/ })).toBeDisabled();
    await expect.element(page.getByText('There are no orders yet, and refunds alone give no answers: add a file of orders.')).toBeVisible();
  });
});

test('members beside orders are analysed together, and their keys are kept out of sight unless asked for', async () => {
  const project = await show({ drafts: [memberDraftOf(), draftOf()] });
  await expect.element(page.getByRole('button', { name: 'Analyse 2 files together' })).toBeEnabled();
  expect(page.getByRole('heading', { name: 'Who is a customer' }).query()).toBeNull();
  await expect.element(page.getByText('mobile to find the customer')).toBeVisible();
  await page.getByLabelText('Keep phones and e-mails for outreach lists').click();
  await expect.poll(() => project.revise.mock.calls).toEqual([[expect.anything(), { kind: 'rule', reason: 'outreach', isOn: true }]]);
});

describe('how many of them are customers', () => {
  test('is told with its numbers, who is not found, and another column to choose', async () => {
    const onrole = vi.fn();
    await renderOn(workbench(), CustomerMatch, { draft: memberDraftOf(), match: MATCH, onrole });
    const region = page.getByRole('region', { name: 'How many of them are customers' });
    await expect.element(region.getByText('3,912 of 4,100 members are customers with orders (95.4%).')).toBeVisible();
    await expect
      .element(region.getByText(/By rows: 4,085 of 4,300 \(95.0%\)\. Compared by member_id and mobile\. 12 keys fit several/))
      .toBeVisible();
    await expect.element(region.getByText('M0007')).toBeVisible();
    await expect.element(region.getByRole('row', { name: /mobile 4,100 3,900 95.1% compared as well/ })).toBeVisible();
    await region.getByRole('button', { name: 'Compare by card' }).click();
    expect(onrole).toHaveBeenCalledWith(5, 'customer');
  });

  test('says what to do where few are found, and what is wanted where there are no orders', async () => {
    const onrole = vi.fn();
    const { unmount } = await renderOn(workbench(), CustomerMatch, {
      draft: memberDraftOf(),
      match: { ...MATCH, matchedKeys: 100 },
      onrole
    });
    await expect.element(page.getByText(/Few were found/)).toBeVisible();
    await unmount();
    await renderOn(workbench(), CustomerMatch, { draft: memberDraftOf(), match: 'no-orders' as MatchState, onrole });
    await expect.element(page.getByText(/Add a file of orders/)).toBeVisible();
  });
});

test('a file of which nobody is found says so beside the button, why, and takes the column that finds them at one click', async () => {
  const list = draftOf();
  const place = {
    ...{ file: 'ExportOrderList.csv', draft: list.id, column: 5, header: '联系手机', kind: 'phone' as const },
    ...{ looked: 180, found: 151, isWhole: false, isMasked: false }
  };
  const match: FileMatch = { ...MATCH, file: 'nps.csv', subject: 'feedback', keys: 500, matchedKeys: 0, kind: 'phone', elsewhere: [place] };
  const onplace = vi.fn();
  const shown = { drafts: [list, memberDraftOf()], sources: [], onplace };
  const { unmount } = await renderOn(workbench(), HardlyAnyFound, {
    ...shown,
    matchOf: (draft: Draft) => (draft.id === 'f2' ? match : null)
  });
  await expect.element(page.getByText('Nobody in nps.csv is found: none of 500 is a customer of these orders')).toBeVisible();
  await expect.element(page.getByText(/left out as personal, and it names them: 151 of the first 180 are in this file/)).toBeVisible();
  await page.getByRole('button', { name: 'Find them by 联系手机' }).click();
  expect(onplace).toHaveBeenCalledWith(list.id, 5, 'phone');
  await unmount();
  expect(adviceOf({ ...match, elsewhere: [{ ...place, found: 0, isMasked: true }] }, [list], [])).toMatchObject([{ kind: 'masked' }]);
  const few = { ...match, elsewhere: [] };
  const sampled = draftOf({ mapping: { ...list.mapping, answers: { sample: '10' } } });
  expect(adviceOf(few, [sampled], [])).toEqual([{ kind: 'sampled', of: 10 }]);
  expect(adviceOf(few, [], [list])).toEqual([{ kind: 'in-shop', file: 'ExportOrderList.csv', header: '联系手机', of: 'phone' }]);
  expect(adviceOf(few, [], [memberDraftOf()])).toEqual([{ kind: 'later', files: ['members.csv'] }]);
  expect(adviceOf({ ...few, matchedKeys: 450 }, [], [list])).toEqual([]);
});

test('the files of the shop say what they are about, what was used and found; the only orders stay while others rest on them', async () => {
  const members = memberDraftOf();
  const project = await show({ sources: [draftOf(), members], facts: FACTS });
  const files = page.getByRole('region', { name: 'Files in the shop' });
  await expect.element(files.getByRole('row', { name: /ExportOrderList.csv Orders 61,233 60,418 815 –/ })).toBeVisible();
  await expect.element(files.getByRole('row', { name: /members.csv Members or customers 4,310 4,300 10 95.4%/ })).toBeVisible();
  await expect.element(files.getByRole('button', { name: 'Remove ExportOrderList.csv' })).toBeDisabled();
  await files.getByRole('button', { name: 'Remove members.csv' }).click();
  expect(project.takeOut).toHaveBeenCalledWith([members.id]);
});

test('files beside a sample are said to be taken alike, and show what they bring to it', async () => {
  const whole = draftOf();
  const sampled = draftOf({ id: 'f9', file: new File([''], 'old.csv'), mapping: { ...whole.mapping, answers: { sample: '10' } } });
  const { unmount } = await renderOn(workbench(), SampledAlike, { drafts: [whole], sources: [sampled] });
  await expect.element(page.getByText(/sample of one in 10 customers, ExportOrderList.csv would bring all of theirs/)).toBeVisible();
  await unmount();
  const balance = {
    ...{ inFile: 61_233, used: 6_000, orders: 6_000, anonymous: 0 },
    setAside: [{ reason: 'not-sampled', rows: 55_233, switchable: false, isOn: true }]
  };
  const readings = [{ code: 'sampled', level: 'warn', params: { of: 10, rows: 55_233 } }] as const;
  await show({ sources: [whole], facts: { ...FACTS, matches: [], readings, balancePerFile: { f1: balance } } });
  const row = page.getByRole('row', { name: /ExportOrderList.csv Orders · 1 in 10 customers 61,233 6,000 55,233/ });
  await expect.element(row).toBeVisible();
});

test('a file that was removed can be put back, or thrown away after a question', async () => {
  const members = memberDraftOf();
  const keeper = { recipes: [], removed: [{ draft: members, place: 1 }], throwAway: vi.fn(() => Promise.resolve()) };
  const putBack = vi.fn(() => Promise.resolve(true));
  await show({ sources: [draftOf()], facts: FACTS, keeper, putBack });
  const removed = page.getByRole('region', { name: 'Removed files' });
  await expect.element(removed.getByText('Members or customers · 4,310 rows')).toBeVisible();
  await removed.getByRole('button', { name: 'Put members.csv back' }).click();
  expect(putBack).toHaveBeenCalledWith([members.id]);
  await removed.getByRole('button', { name: 'Throw members.csv away' }).click();
  await expect.element(removed.getByText('Delete the rows of members.csv from this browser for good?')).toBeVisible();
  expect(keeper.throwAway).not.toHaveBeenCalled();
  await removed.getByRole('button', { name: 'Delete for good' }).click();
  expect(keeper.throwAway).toHaveBeenCalledWith(members.id);
});

test('speaks Chinese and fits a phone', async () => {
  history.replaceState(null, '', '#/sources?lang=zh');
  await page.viewport(390, 844);
  const draft = memberDraftOf();
  await show({
    drafts: [memberDraftOf({ mapping: { ...draft.mapping, subjectConfidence: 'unsure' } })],
    sources: [draftOf()],
    facts: FACTS
  });
  await expect.element(page.getByRole('region', { name: '这个文件里，一行代表什么？' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: '开始分析 2 个文件' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
