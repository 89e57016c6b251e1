import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Component } from 'svelte';
import { svgOf, pngOf } from '../charts/export-image.ts';
import { heatMap } from '../charts/heat-map.ts';
import { answered, renderOn, workbench } from '../../test/browser/bench.ts';
import Chart from './Chart.svelte';
import DataTable from './DataTable.svelte';
import DropZone from './DropZone.svelte';
import Metric from './Metric.svelte';
import Progress from './Progress.svelte';
import Rich from './Rich.svelte';
import Segmented from './Segmented.svelte';
import VirtualTable from './VirtualTable.svelte';

type Any = Component<Record<string, unknown>>;
const show = (component: unknown, props: Record<string, unknown>) => renderOn(workbench(), component as Any, props);

beforeEach(async () => {
  history.replaceState(null, '', '#/overview');
  await page.viewport(900, 700);
});

test('bold text is made of elements, never of HTML', async () => {
  const { container } = await show(Rich, { text: 'a **<b>x</b>** c' });
  expect(container.querySelector('strong')?.textContent).toBe('<b>x</b>');
  expect(container.textContent).toContain('a <b>x</b> c');
});

test('segmented buttons are radios: arrows choose', async () => {
  const chosen: string[] = [];
  await show(Segmented, {
    label: 'Grain',
    value: 'month',
    options: [
      { value: 'week', label: 'Week' },
      { value: 'month', label: 'Month' },
      { value: 'quarter', label: 'Quarter' }
    ],
    onchange: (value: string) => chosen.push(value)
  });
  await expect.element(page.getByRole('radio', { name: 'Month' })).toBeChecked();
  (page.getByRole('radio', { name: 'Month' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(chosen).toEqual(['quarter']);
  await expect.element(page.getByRole('radio', { name: 'Quarter' })).toBeChecked();
});

test('a table is sorted by a click on a header, missing values last', async () => {
  await show(DataTable, {
    caption: 'Numbers',
    table: {
      columns: [
        { id: 'n', label: 'Name', kind: 'text' },
        { id: 'v', label: 'Value', kind: 'integer' }
      ],
      rows: [
        ['a', 2],
        ['b', null],
        ['c', 10]
      ],
      href: (row: number) => `#/x${row}`
    }
  });
  const names = () => [...document.querySelectorAll('tbody tr')].map((row) => row.querySelector('td')?.textContent?.trim());
  await page.getByRole('button', { name: /Value/ }).click();
  expect(names()).toEqual(['c', 'a', 'b']);
  await expect.element(page.getByRole('columnheader', { name: /Value/ })).toHaveAttribute('aria-sort', 'descending');
  await expect.element(page.getByRole('link', { name: 'c' })).toHaveAttribute('href', '#/x2');
});

test('a headline number shows its change in words and opens how it is made', async () => {
  await show(Metric, {
    label: 'Active customers',
    answer: answered({ active: 6912 }),
    number: (value: { active: number }) => value.active,
    show: (value: number) => value.toLocaleString('en'),
    change: () => ({ text: '4.1%', direction: 'up', isGood: true }),
    definition: 'Bought in the last 90 days.'
  });
  const group = page.getByRole('group', { name: 'Active customers' });
  await expect.element(group).toHaveTextContent('6,912');
  await expect.element(group).toHaveTextContent('up 4.1% vs previous');
  await page.getByRole('button', { name: /how this number is made/ }).click();
  await expect.element(page.getByText('Bought in the last 90 days.')).toBeVisible();
  await expect.element(page.getByText('3 rows in 12 ms, data revision 7')).toBeVisible();
  await userEvent.keyboard('{Escape}');
});

test('progress tells its share and rows, and can be cancelled', async () => {
  let isCancelled = false;
  await show(Progress, { label: 'Reading a.csv', share: 0.41, rows: 412000, oncancel: () => (isCancelled = true) });
  await expect.element(page.getByRole('progressbar', { name: 'Reading a.csv' })).toHaveAttribute('aria-valuenow', '41');
  await expect.element(page.getByText('412,000 rows')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(isCancelled).toBe(true);
});

describe('the drop zone', () => {
  test('takes several files from its labelled input', async () => {
    let names: string[] = [];
    await show(DropZone, { onfiles: (files: File[]) => (names = files.map((file) => file.name)) });
    await userEvent.upload(page.getByLabelText('Add files'), [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')]);
    expect(names).toEqual(['a.csv', 'b.csv']);
  });

  test('takes files dropped anywhere on the page, and a pasted table', async () => {
    const taken: File[] = [];
    await show(DropZone, { onfiles: (files: File[]) => taken.push(...files) });
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'dropped.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
    await expect.poll(() => taken.length).toBe(1);
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', 'customer\tamount\nA\t1\n');
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: clipboard }));
    expect(taken.map((file) => file.name)).toEqual(['dropped.csv', 'pasted.tsv']);
    expect(await taken[1]?.text()).toContain('customer\tamount');
  });
});

test('an endless table fetches the pages in sight and reaches its last row', async () => {
  const offsets: number[] = [];
  const total = 1_000_000;
  await show(VirtualTable, {
    caption: 'Customers',
    total,
    key: 'a',
    height: 400,
    columns: [{ id: 'id', label: 'Customer', kind: 'text' }],
    href: (row: readonly string[]) => `#/customers?id=${row[0]}`,
    page: (offset: number, limit: number) => {
      offsets.push(offset);
      return Promise.resolve(Array.from({ length: Math.min(limit, total - offset) }, (_, index) => [`C${offset + index}`]));
    }
  });
  await expect.element(page.getByRole('link', { name: 'C0', exact: true })).toBeVisible();
  await expect.element(page.getByRole('table')).toHaveAttribute('aria-rowcount', '1000001');
  (document.querySelector('.rows') as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await expect.element(page.getByRole('link', { name: 'C999999' })).toBeVisible();
  expect(offsets.length).toBeLessThan(8);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => location.hash).toBe('#/customers?id=C999999');
});

test('an exported picture stands alone: colours written out, title and finding on it', async () => {
  await show(Chart, {
    spec: (size: { width: number }) =>
      heatMap(size, {
        label: 'Cohorts',
        rows: ['2025-01'],
        columns: ['+1', '+2'],
        cells: [
          { row: 0, column: 0, value: 0.2, text: '20%', tip: '20%' },
          { row: 0, column: 1, value: 0.1, text: '10%', tip: '10%', isPartial: true }
        ]
      })
  });
  await expect.poll(() => document.querySelector('.drawing svg')).not.toBeNull();
  const drawing = document.querySelector<SVGSVGElement>('.drawing svg');
  if (!drawing) throw new Error('no drawing');
  const svg = svgOf(drawing, { title: 'Retention', text: 'One in five comes back.' });
  expect(svg).toContain('One in five comes back.');
  expect(svg).not.toMatch(/var\(--|light-dark\(/);
  expect(svg).toContain('url(#hatch-accent)');
  const png = await pngOf(drawing, { title: 'Retention', text: '' });
  const picture = await createImageBitmap(png);
  expect(picture.width).toBeGreaterThan(drawing.clientWidth * 2 - 1);
});
