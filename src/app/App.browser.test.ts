import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Analysis } from '../analyses/analysis.ts';
import type { Workbench } from '../session/context.ts';
import type { ShopFacts } from '../sources/source.ts';
import { EMPTY_PROJECT, workbench } from '../../test/browser/bench.ts';
import { draftOf } from '../../test/browser/draft.ts';
import App from './App.svelte';

const FACTS: ShopFacts = {
  name: 'orders.csv',
  files: ['orders.csv', 'more.csv'],
  orders: 61233,
  purchases: 60000,
  customers: 18406,
  firstDay: new Date('2023-11-01T00:00:00Z'),
  lastDay: new Date('2025-10-31T00:00:00Z'),
  amount: 1,
  currency: 'CNY',
  dimensions: {
    channel: [
      { value: 'Tmall', orders: 30211 },
      { value: 'Live', orders: 20000 }
    ]
  },
  balance: { inFile: 1, setAside: [], used: 1, orders: 1, anonymous: 0 },
  readings: []
};

const analysis = (id: string, group: Analysis['group'], en: string, zh: string): Analysis => ({
  id,
  group,
  name: { en, zh },
  about: { en: `about ${id}`, zh: `关于 ${id}` },
  load: () => import('../ui/Skeleton.svelte') as ReturnType<Analysis['load']>,
  contributions: () => Promise.resolve({ audiences: [] }),
  isAboutCustomers: true
});
const ANALYSES = [
  analysis('overview', 'top', 'Overview', '总览'),
  analysis('segments', 'understand', 'Segments', '客户分层'),
  analysis('customers', 'act', 'Customers', '客户名单'),
  // A table without its rows breaks while it is first drawn.
  {
    ...analysis('broken', 'explore', 'Broken', '坏页'),
    load: () => import('../ui/DataTable.svelte') as unknown as ReturnType<Analysis['load']>
  }
];

async function open(hash: string, facts: ShopFacts | null = FACTS) {
  history.replaceState(null, '', hash);
  const idle = { ...EMPTY_PROJECT, facts, engine: { requests: () => Promise.resolve([]) } };
  const bench = workbench({ project: idle as unknown as Workbench['project'] });
  await render(App, { props: { workbench: bench, analyses: ANALYSES } });
  return bench;
}

beforeEach(() => page.viewport(1200, 800));

describe('the frame', () => {
  test('has the pages as links in their groups and marks the one that is open', async () => {
    await open('#/segments');
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await expect.element(pages.getByRole('link', { name: 'Segments' })).toHaveAttribute('aria-current', 'page');
    await expect.element(pages.getByRole('list', { name: 'Understand' })).toBeVisible();
    await expect.element(pages.getByRole('link', { name: 'Customers' })).toHaveAttribute('href', '#/customers');
    expect(document.title).toBe('Segments · Regulars');
  });

  test('speaks the language of the address and changes it with one click', async () => {
    await open('#/segments?lang=zh');
    expect(document.documentElement.lang).toBe('zh-CN');
    await page.getByRole('button', { name: /^语言/ }).click();
    await expect.element(page.getByRole('link', { name: 'Segments' })).toBeVisible();
    expect(location.hash).toBe('#/segments?lang=en');
  });

  test('shows the first visit when there are no files, on every page about them', async () => {
    for (const hash of ['#/overview', '#/sources']) {
      await open(hash, null);
      await expect.element(page.getByLabelText('Add files').first()).toBeInTheDocument();
      await expect.element(page.getByRole('button', { name: 'Try with sample data' }).first()).toBeVisible();
    }
  });

  test('says so when the files do not tell customers apart', async () => {
    await open('#/segments', { ...FACTS, customers: null });
    await expect.element(page.getByText('These files do not say who bought')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'See why in Sources' })).toHaveAttribute('href', '#/sources');
  });

  test('says so when a page breaks while it is first drawn, and the other pages go on', async () => {
    await open('#/broken');
    await expect.element(page.getByText('This page stopped')).toBeVisible();
    await page.getByRole('link', { name: 'Segments' }).click();
    await expect.element(page.getByText('This page stopped')).not.toBeInTheDocument();
  });

  test('has a friendly word for an address that leads nowhere', async () => {
    await open('#/nowhere');
    await expect.element(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  });

  test('jumps with Ctrl-K to a page by its name in either language', async () => {
    await open('#/overview');
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(page.getByRole('combobox')).toHaveFocus();
    await userEvent.keyboard('分层');
    await expect.element(page.getByRole('option', { name: /Segments/ })).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => location.hash).toBe('#/segments');
  });

  test('puts the focus on the heading of the page that comes, and not on that of the first', async () => {
    await open('#/overview');
    const heading = (name: string) => page.getByRole('heading', { level: 1, name });
    await expect.element(page.getByRole('link', { name: 'Segments' })).toBeVisible();
    expect(document.activeElement).toBe(document.body);
    (page.getByRole('link', { name: 'Broken' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Broken')).toHaveFocus();
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(page.getByRole('combobox')).toHaveFocus();
    await userEvent.keyboard('What changed{Enter}');
    await expect.element(heading('What changed')).toHaveFocus();
    location.hash = '#/nowhere';
    await expect.element(heading('There is no such page')).toHaveFocus();
    // Choices on a page leave it where it is.
    await userEvent.tab();
    const before = document.activeElement;
    location.hash = '#/nowhere?asof=2025-06-30';
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(document.activeElement).toBe(before);
  });

  test('asks before it goes while something is not saved, and only then', async () => {
    const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const at = async (phase: string, more: object = {}) => {
      const project = { ...EMPTY_PROJECT, facts: FACTS, keeper: { ...EMPTY_PROJECT.keeper, phase }, ...more };
      const bench = workbench({ project: project as unknown as Workbench['project'] });
      const { unmount } = await render(App, { props: { workbench: bench, analyses: ANALYSES } });
      await expect.element(page.getByRole('navigation', { name: 'Pages' })).toBeInTheDocument();
      const isAsked = asks();
      await unmount();
      return isAsked;
    };
    history.replaceState(null, '', '#/privacy');
    expect([await at('saved'), await at('idle'), await at('saving'), await at('unsaved')]).toEqual([false, false, true, true]);
    expect([await at('unsaved', { facts: null }), await at('saved', { drafts: [draftOf()] })]).toEqual([false, true]);
    expect(asks()).toBe(false);
  });

  test('offers to look for customers by what was typed', async () => {
    await open('#/overview');
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(page.getByRole('combobox')).toHaveFocus();
    await userEvent.keyboard('buyer 17{Enter}');
    await expect.poll(() => location.hash).toBe('#/customers?q=buyer+17');
  });

  test('keeps the filters in the address, each as a chip that can be taken off', async () => {
    await open('#/segments');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('checkbox', { name: /Live/ }).click();
    expect(location.hash).toBe('#/segments?channel=Live');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('button', { name: 'Channel Live' })).toBeVisible();
    await page.getByRole('button', { name: 'Remove the filter Channel' }).click();
    expect(location.hash).toBe('#/segments');
  });

  test('takes back the clearing of all filters', async () => {
    await open('#/segments?channel=Live');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    expect(location.hash).toBe('#/segments');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(location.hash).toBe('#/segments?channel=Live');
  });

  test('keeps the as-of date in the address', async () => {
    await open('#/segments');
    await page.getByRole('button', { name: /^As of/ }).click();
    await page.getByLabelText('As of', { exact: true }).fill('2025-06-30');
    await expect.poll(() => location.hash).toBe('#/segments?asof=2025-06-30');
  });

  test('turns the navigation into a drawer on a phone', async () => {
    await page.viewport(390, 800);
    await open('#/segments');
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect.element(page.getByRole('link', { name: 'Overview' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('button', { name: 'Close menu' })).not.toBeInTheDocument();
  });
});
