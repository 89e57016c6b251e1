import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Query } from '../../engine/query.ts';
import type { Workbench } from '../../session/context.ts';
import type { ShopFacts } from '../../sources/source.ts';
import { answerOf, renderOn, workbench } from '../../../test/browser/bench.ts';
import { draftOf } from '../../../test/browser/draft.ts';
import QualityPage from '../QualityPage.svelte';

const draft = draftOf();
const facts: ShopFacts = {
  name: 'x',
  files: ['ExportOrderList.csv'],
  orders: 60_418,
  purchases: 60_000,
  customers: 18_406,
  firstDay: new Date('2024-01-30'),
  lastDay: new Date('2024-03-02'),
  amount: 1,
  currency: 'CNY',
  dimensions: {},
  balance: draft.balance,
  readings: []
};
const ANSWERS: Readonly<Record<string, unknown>> = {
  'quality/coverage': [
    { month: new Date('2024-01-01'), orders: 3, amount: 60, days: 2, days_without: 0 },
    { month: new Date('2024-02-01'), orders: 0, amount: 0, days: 29, days_without: 29 }
  ],
  'quality/completeness': [
    { field: 'customer', filled: 3, orders: 4, share: 0.75 },
    { field: 'channel', filled: 1, orders: 4, share: 0.25 },
    { field: 'region', filled: 0, orders: 4, share: 0 }
  ]
};

const GAP = { first_day: new Date('2024-02-01'), last_day: new Date('2024-02-29'), days: 29, usual_orders: 40, expected: 1e-9 };

async function show(more: Partial<ShopFacts> = {}, gaps: readonly unknown[] = []) {
  const project = { facts: { ...facts, ...more }, status: 'ready', revision: 1, drafts: [], sources: [draft] };
  const ask = ((query: Query) =>
    Promise.resolve(answerOf(query.name === 'quality/gaps' ? gaps : (ANSWERS[query.name] ?? [])))) as unknown as Workbench['ask'];
  await renderOn(workbench({ project: project as unknown as Workbench['project'], ask }), QualityPage, {});
}

beforeEach(async () => {
  history.replaceState(null, '', '#/quality?lang=en');
  await page.viewport(1200, 900);
});

test('the books balance on the page: in the files = used + set aside', async () => {
  await show();
  const sheet = page.getByRole('region', { name: 'Every row is accounted for' });
  await expect.element(sheet.getByRole('row', { name: /In the files 61,233/ })).toBeVisible();
  const counts = [...sheet.element().querySelectorAll('tbody tr')].map((row) =>
    Number(row.querySelector('td.number')?.textContent.replaceAll(',', ''))
  );
  expect(counts.slice(1, -1).reduce((sum, one) => sum + one, 0) + (counts.at(-1) ?? 0)).toBe(counts[0]);
  await expect.element(sheet.getByRole('button', { name: /Download the rows set aside: .*paid/ })).toBeVisible();
});

test('days without orders and missing customers are told with what they mean', async () => {
  await show({ balance: { ...draft.balance, anonymous: 6_042 } }, [GAP]);
  const meaning = page.getByRole('region', { name: 'What this means for the answers' });
  await expect.element(meaning).toHaveTextContent('10.0% of the order rows have no customer');
  await expect.element(meaning).toHaveTextContent('Chance does not explain 29 days without orders');
  await expect
    .element(page.getByRole('region', { name: 'Gaps in the calendar' }))
    .toHaveTextContent('29 days without orders that chance does not explain');
  await expect.element(page.getByText('29 days without any, in Feb 2024: check whether')).toBeVisible();
});

test('days without orders that chance explains are nowhere told to be missing', async () => {
  await show();
  const meaning = page.getByRole('region', { name: 'What this means for the answers' });
  await expect.element(meaning).toHaveTextContent('29 days without orders (93.5%), in no run longer than chance makes');
  await expect.element(page.getByText(/29 days without any, no more in a row than chance makes/)).toBeVisible();
  expect(document.body.textContent).not.toContain('check whether an export');
  expect(document.body.textContent).not.toContain('If a file is missing');
});

test('columns that no order has are left out', async () => {
  await show();
  const panel = page.getByRole('region', { name: 'How complete the orders are' });
  await panel.getByRole('tab', { name: 'Table' }).click();
  await expect.element(panel.getByRole('cell', { name: 'Channel' })).toBeVisible();
  expect(panel.element().textContent).not.toContain('Region');
});

test('without customers it says what does not hold', async () => {
  await show({ customers: null });
  await expect.element(page.getByText(/There are no customer numbers/)).toBeVisible();
});

test('speaks Chinese and fits a phone', async () => {
  history.replaceState(null, '', '#/quality?lang=zh');
  await page.viewport(390, 844);
  await show();
  await expect.element(page.getByRole('heading', { name: '每一行的去向' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
