import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Query } from '../../engine/query.ts';
import type { Workbench } from '../../session/context.ts';
import type { Repair } from '../../sources/repairs.ts';
import type { ShopFacts } from '../../sources/source.ts';
import { answerOf, renderOn, workbench } from '../../../test/browser/bench.ts';
import { draftOf } from '../../../test/browser/draft.ts';
import QualityPage from '../QualityPage.svelte';

const day = (text: string) => new Date(text);
const draft = draftOf();
const facts: ShopFacts = {
  name: 'x',
  files: ['ExportOrderList.csv'],
  orders: 1_000,
  purchases: 900,
  customers: 500,
  firstDay: day('2023-05-01'),
  lastDay: day('2024-03-02'),
  amount: 1,
  currency: 'CNY',
  dimensions: {},
  balance: draft.balance,
  readings: [],
  samePeople: { tooShared: 0, links: [{ kind: 'phone', ids: ['a1', 'b2'], file: 'members.csv', shown: '138****0001' }] }
};
const HEADLINE = { customers: 500, orders: 1_000, amount: 100_000, average: 100, purchases: 900, repurchase: 0.4, churn: 0.3 };
const LIMITS = { judged: 1_000, median_amount: 80, low: 2, high: 900, above: 3, below: 1, above_share: 0.2, most: 50_000 };
const END = {
  first_day: day('2023-05-01'),
  last_day: day('2024-03-02'),
  day_orders: 2,
  usual_day_orders: 30,
  days_before: 8,
  day_before: day('2024-03-01'),
  month_orders: 900,
  usual_month_orders: 900,
  months_before: 6,
  days_covered: 2,
  days_in_month: 31,
  month_before_end: day('2024-02-29')
};
const ANSWERS: Readonly<Record<string, unknown>> = {
  'quality/outliers': [LIMITS],
  'quality/outlier-orders': [{ order_id: 'o77', customer_id: 'c9', day: day('2024-01-05'), amount: 50_000 }],
  'quality/linked-customers': [
    { customer_id: 'b2', shown_id: 'b2', customer: 7, first_day: day('2023-06-01'), orders: 3, amount: 30 },
    { customer_id: 'a1', shown_id: 'a1', customer: 4, first_day: day('2023-08-01'), orders: 1, amount: 10 }
  ],
  'quality/gaps': [],
  'quality/truncation': [],
  'quality/last-period': [END],
  'quality/headline': [HEADLINE],
  'quality/headline-repaired': [{ ...HEADLINE, orders: 996, amount: 80_000, average: 80.32 }],
  'quality/last-day': [{ last_day: day('2024-03-02') }]
};

const asked: Repair[][] = [];
async function show(more: Partial<ShopFacts> = {}, repairs: readonly Repair[] = [], limits: Partial<typeof LIMITS> = {}) {
  const repair = (next: Repair[]) => {
    asked.push(next);
    return Promise.resolve(true);
  };
  const project = { facts: { ...facts, ...more }, status: 'ready', revision: 1, work: null, sources: [draft], keeper: { repairs }, repair };
  const ask = ((query: Query) =>
    Promise.resolve(
      answerOf(query.name === 'quality/outliers' ? [{ ...LIMITS, ...limits }] : (ANSWERS[query.name] ?? []))
    )) as unknown as Workbench['ask'];
  await renderOn(workbench({ project: project as unknown as Workbench['project'], ask }), QualityPage, {});
}

beforeEach(async () => {
  asked.length = 0;
  history.replaceState(null, '', '#/quality?lang=en');
  await page.viewport(1200, 900);
});

test('an issue shows its count, its examples and what a repair would change, before anything is applied', async () => {
  await show();
  const issue = page.getByRole('region', { name: 'Unusual amounts' });
  await expect.element(issue).toHaveTextContent('3 orders are above ¥900');
  await issue.getByText('Examples', { exact: true }).click();
  await expect.element(issue.getByRole('link', { name: 'c9' })).toHaveAttribute('href', '#/customers?lang=en&customer=c9');
  await issue.getByRole('radio', { name: /Set the orders aside/ }).click();
  const preview = issue.getByRole('region', { name: 'What would change' });
  await expect.element(preview.getByRole('row', { name: /Orders 1,000 996 -4/ })).toBeVisible();
  await expect.element(preview.getByRole('row', { name: /Amount ¥100,000 ¥80,000 -20.0%/ })).toBeVisible();
  expect(asked).toEqual([]);
  await issue.getByRole('button', { name: /^Apply/ }).click();
  expect(asked).toEqual([[{ kind: 'amounts', way: 'set-aside', k: 3.5, low: 2, high: 900, currency: 'CNY' }]]);
});

test('low amounts are spoken of as low, and one as one', async () => {
  await show({}, [], { above: 0, below: 1 });
  const issue = page.getByRole('region', { name: 'Unusual amounts' });
  await expect.element(issue).toHaveTextContent('1 order is below ¥2');
  await expect.element(issue).toHaveTextContent('Small amounts are often real');
  expect(issue.element().textContent).not.toMatch(/Large orders|0 orders|above/);
});

test('what was not looked at is told', async () => {
  await show({ samePeople: { ...(facts.samePeople ?? { tooShared: 0, links: [] }), leftOut: 1_234 } });
  const issue = page.getByRole('region', { name: 'Doubled customers' });
  await expect.element(issue).toHaveTextContent('1,234 more numbers and addresses stand under several ids and are not looked at');
});

test('ids that share a number are shown with the one that stays, and can be made one', async () => {
  await show();
  const issue = page.getByRole('region', { name: 'Doubled customers' });
  await issue.getByText('Examples', { exact: true }).click();
  await expect.element(issue.getByRole('row', { name: /b2 a1 138\*\*\*\*0001 4/ })).toBeVisible();
  await issue.getByRole('radio', { name: /Make them one/ }).click();
  await issue.getByRole('button', { name: /^Apply/ }).click();
  expect(asked).toEqual([[{ kind: 'merge' }]]);
});

test('a repair in force says what it did, and can be undone without touching the others', async () => {
  const amounts: Repair = { kind: 'amounts', way: 'winsorise', k: 3.5, low: 2, high: 900, currency: 'CNY' };
  const repairs: Repair[] = [{ kind: 'merge' }, amounts];
  await show(
    {
      repairs: [
        { repair: { kind: 'merge' }, high: 1, low: 0 },
        { repair: amounts, high: 3, low: 0 }
      ]
    },
    repairs
  );
  const issue = page.getByRole('region', { name: 'Unusual amounts' });
  await expect.element(issue).toHaveTextContent('3 amounts were lowered to ¥900');
  await issue.getByRole('button', { name: /^Undo/ }).click();
  expect(asked).toEqual([[{ kind: 'merge' }]]);
});

test('a last day that breaks off offers the day before, in the address, and the way back', async () => {
  await show();
  const issue = page.getByRole('region', { name: 'Completeness of the last period' });
  await issue.getByRole('radio', { name: /Look as of 1 Mar 2024/ }).click();
  await issue.getByRole('button', { name: /^Apply/ }).click();
  expect(location.hash).toContain('asof=2024-03-01');
  await issue.getByRole('button', { name: /^Undo/ }).click();
  expect(location.hash).not.toContain('asof');
});

test('what is fine is said, in Chinese on a phone too', async () => {
  history.replaceState(null, '', '#/quality?lang=zh');
  await page.viewport(390, 844);
  await show();
  await expect.element(page.getByRole('region', { name: '日历上的空缺' })).toHaveTextContent('没有哪段无订单的日子超出偶然');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
