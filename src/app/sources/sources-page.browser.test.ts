import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EngineError } from '../../engine/contract.ts';
import type { Workbench } from '../../session/context.ts';
import type { Draft, ShopFacts } from '../../sources/source.ts';
import { renderOn, workbench } from '../../../test/browser/bench.ts';
import { draftOf } from '../../../test/browser/draft.ts';
import SourcesPage from '../SourcesPage.svelte';

function projectOf(more: Record<string, unknown> = {}) {
  return {
    facts: null,
    status: 'ready',
    drafts: [] as Draft[],
    sources: [] as Draft[],
    work: null,
    failures: [],
    notice: null,
    revision: 0,
    add: vi.fn(() => Promise.resolve()),
    revise: vi.fn(() => Promise.resolve()),
    remove: vi.fn(() => Promise.resolve()),
    takeOut: vi.fn(() => Promise.resolve()),
    origins: { known: new Map() },
    keeper: { recipes: [], removed: [] },
    analyse: vi.fn(() => Promise.resolve(true)),
    cancel: vi.fn(),
    engine: { sketch: () => Promise.reject(new Error('no engine in this test')) },
    ...more
  };
}

async function show(more: Record<string, unknown> = {}) {
  const project = projectOf(more);
  await renderOn(workbench({ project: project as unknown as Workbench['project'] }), SourcesPage, {});
  return project;
}

beforeEach(async () => {
  history.replaceState(null, '', '#/sources?lang=en');
  await page.viewport(1200, 900);
});

describe('a file to check', () => {
  test('says what was understood: the file, the export, each column with first values and a check', async () => {
    await show({ drafts: [draftOf()] });
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Check what we understood');
    await expect.element(page.getByText('ExportOrderList.csv · GB18030 · 61,233 rows · 7 columns · read in 0.9 s')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: /These are orders, recognised as a .*Tmall/ })).toBeVisible();
    await expect.element(page.getByLabelText('Column for: Customer')).toHaveValue('0');
    await expect.element(page.getByText('18,406 different')).toBeVisible();
    await expect.element(page.getByText('97 zero')).toBeVisible();
  });

  test('a column is corrected in one place', async () => {
    const project = await show({ drafts: [draftOf()] });
    await userEvent.selectOptions(page.getByLabelText('Column for: Channel'), '备注');
    await expect
      .poll(() => project.revise.mock.calls)
      .toEqual([[expect.objectContaining({ id: 'f1' }), { kind: 'role', column: 6, role: 'channel' }]]);
    await userEvent.selectOptions(page.getByLabelText('Column for: Status'), 'not in this file');
    await expect.poll(() => project.revise.mock.calls.at(-1)).toEqual([expect.anything(), { kind: 'role', column: 4, role: null }]);
  });

  test('every row is accounted for, and a rule can be switched', async () => {
    const project = await show({ drafts: [draftOf()] });
    const balance = page.getByRole('region', { name: 'Every row is accounted for' });
    await expect.element(balance.getByRole('row', { name: /In the file 61,233/ })).toBeVisible();
    await expect.element(balance.getByRole('row', { name: /Used in the analysis 60,418/ })).toBeVisible();
    await balance.getByRole('switch', { name: /not paid/i }).click();
    await expect.poll(() => project.revise.mock.calls.at(-1)).toEqual([expect.anything(), { kind: 'rule', reason: 'unpaid', isOn: false }]);
  });

  test('personal columns are named and left out, and never shown whole', async () => {
    await show({ drafts: [draftOf()] });
    const personal = page.getByRole('region', { name: 'Private by default' });
    await expect.element(personal.getByText('联系手机 left out')).toBeVisible();
    expect(document.body.textContent).not.toContain('18612345678');
  });

  test('the button says how many customers it will analyse, and leads to the overview', async () => {
    const project = await show({ drafts: [draftOf()] });
    await page.getByRole('button', { name: 'Analyse 18,406 customers' }).click();
    expect(project.analyse).toHaveBeenCalledOnce();
    await expect.poll(() => location.hash).toBe('#/overview?lang=en');
  });

  test('without a sound key it says so and offers orders', async () => {
    await show({ drafts: [draftOf({ customers: null, identity: { candidates: [], chosen: null } })] });
    await expect.element(page.getByRole('heading', { name: 'No column tells who bought' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Analyse 60,418 orders without customers' })).toBeEnabled();
  });
});

describe('questions', () => {
  const question = {
    id: 'date-order:1',
    kind: 'date-order',
    column: 1,
    values: [{ value: '01/02/2025', rows: 9 }],
    options: ['mdy', 'dmy'],
    answer: null
  } as const;

  test('are asked with both readings, and hold the analysis until answered', async () => {
    const project = await show({ drafts: [draftOf({ questions: [question] })] });
    await expect.element(page.getByText('Day first: 01/02/2025 is 1 Feb 2025')).toBeVisible();
    await expect.element(page.getByText('Month first: 01/02/2025 is 2 Jan 2025')).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Analyse/ })).toBeDisabled();
    await expect.element(page.getByText('Answer the questions above first.')).toBeVisible();
    await page.getByRole('radio', { name: 'Day first' }).click();
    await expect
      .poll(() => project.revise.mock.calls)
      .toEqual([[expect.anything(), { kind: 'answer', question: 'date-order:1', answer: 'dmy' }]]);
  });

  test('one answer does for all date columns of a file', async () => {
    const project = await show({ drafts: [draftOf({ questions: [question, { ...question, id: 'date-order:6', column: 6 }] })] });
    await page.getByRole('radio', { name: 'Month first' }).first().click();
    await expect
      .poll(() => project.revise.mock.calls.map(([, change]: unknown[]) => (change as { question: string }).question))
      .toEqual(['date-order:1', 'date-order:6']);
  });

  test('unknown statuses are answered together, each with its meaning', async () => {
    const values = [
      { value: '神秘', rows: 3 },
      { value: '未知', rows: 2 }
    ];
    const project = await show({
      drafts: [draftOf({ questions: [{ id: 'status', kind: 'status', column: 4, values, options: ['paid', 'cancelled'], answer: null }] })]
    });
    await userEvent.selectOptions(page.getByLabelText('What does “神秘” mean?'), 'paid');
    expect(project.revise).not.toHaveBeenCalled();
    await userEvent.selectOptions(page.getByLabelText('What does “未知” mean?'), 'cancelled');
    await expect
      .poll(() => project.revise.mock.calls.at(-1))
      .toEqual([expect.anything(), { kind: 'answer', question: 'status', answer: '{"神秘":"paid","未知":"cancelled"}' }]);
  });
});

test('the cut is shown with a preview, and the rows outside the table', async () => {
  const project = await show({ drafts: [draftOf()] });
  await expect.element(page.getByText('Rows in the file but not in the table: 1.')).toBeVisible();
  await userEvent.selectOptions(page.getByLabelText('Encoding'), 'BIG5');
  await expect.poll(() => project.revise.mock.calls.at(-1)).toEqual([expect.anything(), { kind: 'shape', shape: { encoding: 'big5' } }]);
});

test('long work shows its rows and can be cancelled', async () => {
  const project = await show({ work: { label: 'reading', file: 'a.csv', progress: { stage: 'read', rows: 12_000, share: 0.4 } } });
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(project.cancel).toHaveBeenCalledOnce();
});

test('a wrong file is named with what to do, and what was there stays', async () => {
  await show({
    drafts: [draftOf()],
    failures: [
      { file: 'book.xlsb', error: new EngineError({ fault: 'unreadable-file', message: 'kind:xlsb' }) },
      { file: 'big.zip', error: new EngineError({ fault: 'unreadable-file', message: 'unpacks-too-large', params: { limit: 1024 ** 3 } }) }
    ]
  });
  const alert = page.getByRole('alert').first();
  await expect.element(alert).toHaveTextContent('book.xlsb could not be used');
  await expect.element(alert).toHaveTextContent('save it as .xlsx');
  await expect.element(page.getByRole('alert').last()).toHaveTextContent('larger than 1 GB');
  await expect.element(page.getByRole('button', { name: /^Analyse/ })).toBeEnabled();
});

test('the files of the shop are listed and can be taken out', async () => {
  const draft = draftOf();
  const facts = {
    name: 'x',
    files: ['ExportOrderList.csv'],
    orders: 60_418,
    purchases: 60_000,
    customers: 18_406,
    firstDay: new Date('2023-11-01'),
    lastDay: new Date('2025-10-31'),
    amount: 1,
    currency: null,
    dimensions: {},
    balance: draft.balance,
    readings: []
  } satisfies ShopFacts;
  const project = await show({ sources: [draft], facts });
  await expect.element(page.getByRole('region', { name: 'Files in the shop' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove ExportOrderList.csv' }).click();
  expect(project.takeOut).toHaveBeenCalledWith([draft.id]);
});

test('speaks Chinese and fits a phone', async () => {
  history.replaceState(null, '', '#/sources?lang=zh');
  await page.viewport(390, 844);
  await show({ drafts: [draftOf()] });
  await expect.element(page.getByRole('button', { name: '开始分析 18,406 位客户' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

test('a file that memory does not suffice for offers ways on, each with what it costs', async () => {
  const failure = { file: 'orders.csv', error: new EngineError({ fault: 'out-of-memory', message: 'Out of Memory Error' }) };
  const takeLess = vi.fn(() => Promise.resolve());
  await show({ failures: [failure], takeLess });
  await expect.element(page.getByText(/too little memory/)).toBeVisible();
  await expect.element(page.getByText(/Lost are single orders/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Take 1 in 10 customers' })).toBeVisible();
  await page.getByRole('button', { name: 'One row per customer and day' }).click();
  expect(takeLess).toHaveBeenCalledExactlyOnceWith({ byDay: true });
});

test('what a file refuses is not offered for it again', async () => {
  const failure = { file: 'lines.csv', error: new EngineError({ fault: 'unreadable-file', message: 'gather-lines' }) };
  await show({ failures: [failure], takeLess: vi.fn(() => Promise.resolve()) });
  await expect.element(page.getByText(/these are order lines/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Leave out details' })).toBeVisible();
  expect(page.getByRole('button', { name: 'One row per customer and day' }).query()).toBeNull();
});
