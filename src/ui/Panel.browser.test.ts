import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Component } from 'svelte';
import { bars } from '../charts/bars.ts';
import { EngineError } from '../engine/contract.ts';
import { Resource } from '../session/resource.svelte.ts';
import { answered, answerOf, renderOn, workbench } from '../../test/browser/bench.ts';
import type { Answer } from '../engine/answer.ts';
import Panel from './Panel.svelte';

type Rows = readonly { name: string; customers: number }[];
const ROWS: Rows = [
  { name: 'Champions', customers: 2210 },
  { name: 'Loyal', customers: 2890 }
];

function panel(answer: Resource<Answer<Rows>>, more: Record<string, unknown> = {}) {
  return renderOn(workbench(), Panel as unknown as Component<Record<string, unknown>>, {
    title: 'Segments',
    answer,
    finding: (rows: Rows) => `**${rows.length} segments** hold everyone.`,
    chart: (rows: Rows, size: { width: number }) =>
      bars(size, {
        label: 'Customers per segment',
        bars: rows.map((row) => ({
          label: row.name,
          value: row.customers,
          text: String(row.customers),
          tip: `${row.name}\n${row.customers} customers`,
          href: `#/customers?who=${row.name}`
        }))
      }),
    table: (rows: Rows) => ({
      columns: [
        { id: 'segment', label: 'Segment', kind: 'text' },
        { id: 'customers', label: 'Customers', kind: 'integer' }
      ],
      rows: rows.map((row) => [row.name, row.customers])
    }),
    definition: 'A segment is a set of customers.',
    fileName: 'segments',
    ...more
  });
}

beforeEach(async () => {
  history.replaceState(null, '', '#/segments');
  await page.viewport(900, 700);
});

describe('a panel', () => {
  test('is a region named by its title, and its first paragraph is the finding', async () => {
    await panel(answered(ROWS));
    const region = page.getByRole('region', { name: 'Segments' });
    await expect.element(region).toBeVisible();
    expect(region.element().querySelector('p')?.textContent).toBe('2 segments hold everyone.');
    expect(region.element().querySelector('p strong')?.textContent).toBe('2 segments');
  });

  test('has its views as tabs, moved with the arrow keys', async () => {
    await panel(answered(ROWS));
    await page.getByRole('tab', { name: 'Chart' }).click();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('tab', { name: 'Table' })).toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByRole('columnheader', { name: 'Customers' })).toBeVisible();
    await expect.element(page.getByRole('cell', { name: '2,890' })).toBeVisible();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByText('A segment is a set of customers.')).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(page.getByText('3 rows in 12 ms, data revision 7')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Open in SQL' })).toHaveAttribute('href', '#/sql?sql=select+1+as+one');
    await expect.element(page.getByText('Wilson 1927')).toBeVisible();
  });

  test('draws marks that are named links to their customers, walked with the arrow keys', async () => {
    await panel(answered(ROWS));
    const first = page.getByRole('link', { name: 'Champions, 2210 customers' });
    await expect.element(first).toBeVisible();
    (first.element() as SVGAElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Loyal, 2890 customers');
    const tip = page.getByRole('region').element().querySelector('.tip');
    expect(tip?.textContent).toBe('Loyal2890 customers');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => location.hash).toBe('#/customers?who=Loyal');
  });

  test('labels no group of a drawing without a role', async () => {
    await panel(answered(ROWS));
    await expect.element(page.getByRole('link', { name: /Champions/ })).toBeVisible();
    expect(document.querySelectorAll('g[aria-label]:not([role])')).toHaveLength(0);
  });

  test('keeps its place while the first answer is on its way', async () => {
    const answer = new Resource<Answer<Rows>>();
    answer.load(() => new Promise(() => {}));
    await panel(answer, { height: 300 });
    await expect.element(page.getByRole('status')).toHaveTextContent('Working it out');
    const waiting = page.getByRole('region').element().getBoundingClientRect().height;
    expect(waiting).toBeGreaterThan(300);
  });

  test('keeps the old numbers, dimmed, until the new ones are there', async () => {
    const answer = answered(ROWS);
    let arrive: (value: Answer<Rows>) => void = () => {};
    await panel(answer);
    answer.load(() => new Promise((resolve) => (arrive = resolve)));
    await expect.element(page.getByText('2 segments hold everyone.')).toHaveClass('stale');
    arrive(answerOf(ROWS.slice(1)));
    await expect.element(page.getByText('1 segments hold everyone.')).not.toHaveClass('stale');
  });

  test('says what went wrong, why, and what to do', async () => {
    const answer = new Resource<Answer<Rows>>();
    answer.error = new EngineError({ fault: 'sql', message: 'Binder Error: no column x', sql: 'select x', position: 7 });
    await panel(answer);
    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent('The question could not be asked this way.');
    await expect.element(alert).toHaveTextContent('Binder Error: no column x');
  });

  test('says why there is nothing to draw, and its definition still opens', async () => {
    await panel(answered(ROWS), { empty: () => 'Too few purchases to say.' });
    await expect.element(page.getByText('Too few purchases to say.')).toBeVisible();
    await page.getByRole('tab', { name: 'Definition' }).click();
    await expect.element(page.getByText('A segment is a set of customers.')).toBeVisible();
  });

  test('offers its numbers and its picture in a menu', async () => {
    await panel(answered(ROWS));
    await page.getByRole('button', { name: 'Download Segments' }).click();
    for (const name of ['CSV', 'PNG', 'SVG']) await expect.element(page.getByRole('menuitem', { name })).toBeVisible();
    await userEvent.keyboard('{Escape}');
  });

  test('speaks Chinese', async () => {
    history.replaceState(null, '', '#/segments?lang=zh');
    await panel(answered(ROWS));
    for (const name of ['图', '表', 'SQL', '口径']) await expect.element(page.getByRole('tab', { name })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^下载/ })).toBeVisible();
  });
});
