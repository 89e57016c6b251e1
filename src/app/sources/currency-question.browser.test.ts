import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Workbench } from '../../session/context.ts';
import type { Draft, Question } from '../../sources/source.ts';
import { renderOn, workbench } from '../../../test/browser/bench.ts';
import { draftOf } from '../../../test/browser/draft.ts';
import FilterPills from '../FilterPills.svelte';
import Questions from './Questions.svelte';

const question = (answer: string | null = null): Question => ({
  id: 'currency',
  kind: 'currency',
  column: 2,
  values: [
    { value: 'CNY', rows: 1200, amount: 100_000 },
    { value: 'USD', rows: 312, amount: 1000 },
    { value: 'EUR', rows: 40, amount: 500 }
  ],
  options: ['CNY', 'USD', 'EUR'],
  answer
});

async function show(draft: Draft, drafts: readonly Draft[] = [draft], sources: readonly Draft[] = []) {
  const onanswer = vi.fn();
  const revise = vi.fn(() => Promise.resolve());
  const project = { drafts, sources, facts: null, revise } as unknown as Workbench['project'];
  await renderOn(workbench({ project }), Questions, { draft, onanswer });
  return { onanswer, revise };
}
const mixed = (answer: string | null = null) => draftOf({ questions: [question(answer)] });

beforeEach(async () => {
  history.replaceState(null, '', '#/sources?lang=en');
  await page.viewport(1200, 900);
});

test('shows the currencies with their rows, and takes one of them', async () => {
  const { onanswer } = await show(mixed());
  await expect.element(page.getByText(/CNY · 1,200 rows · 100,000\.00, USD · 312 rows/)).toBeVisible();
  await page.getByRole('radio', { name: 'Use one' }).click();
  await page.getByRole('radio', { name: 'USD', exact: true }).click();
  expect(onanswer).toHaveBeenCalledWith('currency', 'USD');
});

test('takes a rate for each, by keyboard, with the total and without guessing', async () => {
  const { onanswer } = await show(mixed());
  await page.getByRole('radio', { name: 'Convert at rates I give' }).click();
  const usd = page.getByLabelText('What 1 USD is in CNY');
  await usd.fill('1,380');
  await expect.element(page.getByText('Is the comma for thousands or decimals? Write 1380 or 1.38.')).toBeVisible();
  await expect.element(usd).toHaveAttribute('aria-invalid', 'true');
  await userEvent.keyboard('{Enter}');
  expect(onanswer).not.toHaveBeenCalled();
  await usd.fill('７，１');
  await expect.element(page.getByText('107,100.00 CNY')).toBeVisible();
  await expect.element(page.getByText('No rate: EUR is set aside.')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(onanswer).toHaveBeenCalledWith('currency', 'CNY;USD=7.1');
});

test('without any rate it says what is missing', async () => {
  const { onanswer } = await show(mixed());
  await page.getByRole('radio', { name: 'Convert at rates I give' }).click();
  await page.getByRole('button', { name: 'Use these rates' }).click();
  await expect.element(page.getByText('Give at least one rate.')).toBeVisible();
  expect(onanswer).not.toHaveBeenCalled();
});

test('shows the rates in use, and can keep each currency by itself instead', async () => {
  const { onanswer } = await show(mixed('CNY;USD=7.1'));
  await expect.element(page.getByLabelText('What 1 USD is in CNY')).toHaveValue('7.1');
  await expect.element(page.getByText('These rates are in use.')).toBeVisible();
  await page.getByRole('radio', { name: 'Look at each by itself' }).click();
  expect(onanswer).toHaveBeenCalledWith('currency', 'split');
});

test('files of one currency each are asked about together, and answered together', async () => {
  const of = (id: string, value: string) => draftOf({ id, currencies: { values: [{ value, rows: 5, amount: 50 }], isSign: false } });
  const [cny, usd] = [of('f1', 'CNY'), of('f2', 'USD')];
  const { onanswer, revise } = await show(cny, [cny, usd]);
  await page.getByRole('radio', { name: 'Look at each by itself' }).click();
  expect(onanswer).toHaveBeenCalledWith('currency', 'split');
  expect(revise).toHaveBeenCalledWith(usd, { kind: 'answer', question: 'currency', answer: 'split' });
});

test('fits a narrow screen, in Chinese too', async () => {
  history.replaceState(null, '', '#/sources?lang=zh');
  await page.viewport(390, 800);
  await show(mixed('CNY;USD=7.1'));
  await expect.element(page.getByText('正在按这些汇率折算。')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

test('a shop that keeps several shows one: chosen in the filter bar, never none, never two', async () => {
  history.replaceState(null, '', '#/overview?lang=en');
  const facts = {
    lastDay: new Date('2024-01-31'),
    firstDay: new Date('2024-01-01'),
    dimensions: {},
    currency: 'CNY',
    currencies: [
      { value: 'CNY', orders: 8, amount: 80 },
      { value: 'USD', orders: 2, amount: 20 }
    ]
  };
  const project = { facts, drafts: [], sources: [] } as unknown as Workbench['project'];
  await renderOn(workbench({ project }), FilterPills, { facts: facts as never });
  const pill = page.getByRole('button', { name: /Currency CNY/ });
  await pill.click();
  const group = page.getByRole('radiogroup', { name: 'Currency' });
  await expect.element(group.getByRole('radio', { name: /CNY/ })).toBeChecked();
  await group.getByRole('radio', { name: /USD/ }).click();
  await expect.poll(() => location.hash).toContain('currency=USD');
  await expect.element(page.getByRole('button', { name: /Currency USD/ })).toBeVisible();
  await expect.element(group.getByRole('radio', { name: /CNY/ })).not.toBeChecked();
});
