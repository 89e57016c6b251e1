import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EngineError, type ResultBytes } from '../../engine/contract.ts';
import type { Workbench } from '../../session/context.ts';
import { renderOn, workbench } from '../../../test/browser/bench.ts';
import SqlPage from '../SqlPage.svelte';

const bytesOf = (columns: Parameters<typeof tableFromArrays>[0]): ResultBytes => ({
  bytes: tableToIPC(tableFromArrays(columns), 'stream'),
  ms: 12
});
const SCHEMA = bytesOf({
  table_name: ['customers', 'customers'],
  column_name: ['customer_id', 'monetary'],
  data_type: ['varchar', 'double']
});

async function show(answer: (sql: string) => Promise<ResultBytes>) {
  const runReadOnly = vi.fn((_job: string, sql: string) => (sql.includes('information_schema') ? Promise.resolve(SCHEMA) : answer(sql)));
  const engine = { runReadOnly, cancel: vi.fn(() => Promise.resolve()) };
  const project = { facts: null, status: 'ready', revision: 1, drafts: [], sources: [], engine };
  await renderOn(workbench({ project: project as unknown as Workbench['project'] }), SqlPage, {});
  return engine;
}
const editor = () => page.getByRole('textbox', { name: 'SQL query' });
const twoRows = () => Promise.resolve(bytesOf({ channel: ['app', 'web'], orders: new Float64Array([3, 5]) }));

beforeEach(async () => {
  history.replaceState(null, '', '#/sql?lang=en');
  await page.viewport(1200, 900);
});

test('an address with SQL loads and runs it', async () => {
  history.replaceState(null, '', `#/sql?lang=en&sql=${encodeURIComponent('select channel, orders from totals')}`);
  const engine = await show(twoRows);
  await expect.element(editor()).toHaveTextContent('select channel, orders from totals');
  await expect.element(page.getByRole('columnheader', { name: /channel/ })).toBeVisible();
  await expect.element(page.getByText('2 rows')).toBeVisible();
  expect(engine.runReadOnly.mock.calls.some(([, sql]) => sql === 'select channel, orders from totals')).toBe(true);
});

test('what is typed runs with Ctrl-Enter and stands in the address', async () => {
  await show(twoRows);
  await editor().click();
  await userEvent.keyboard('select 1 as one');
  await userEvent.keyboard('{Escape}{Control>}{Enter}{/Control}');
  await expect.poll(() => decodeURIComponent(location.hash).replaceAll('+', ' ')).toContain('sql=select 1 as one');
  await expect.element(page.getByRole('heading', { name: 'Result' })).toBeVisible();
});

test('typing over a selection leaves no style attribute behind', async () => {
  history.replaceState(null, '', `#/sql?lang=en&sql=${encodeURIComponent('select 1 as one')}`);
  await show(twoRows);
  await editor().click();
  await userEvent.keyboard('{Control>}a{/Control}x');
  await expect.element(editor()).toHaveTextContent('x');
  expect(editor().element().querySelector('[style]')).toBeNull();
});

test('tables and columns are offered while typing', async () => {
  await show(twoRows);
  await editor().click();
  await userEvent.keyboard('select mone');
  await expect.element(page.getByRole('option', { name: /monetary/ })).toBeVisible();
});

test('a result is also drawn, and its columns can be chosen', async () => {
  history.replaceState(null, '', '#/sql?lang=en&sql=select+2');
  await show(twoRows);
  await page.getByRole('radio', { name: 'Chart' }).click();
  await expect.element(page.getByRole('group', { name: 'orders by channel' }).first()).toBeVisible();
  await expect.element(page.getByLabelText('Across')).toHaveValue('0');
});

test('many rows scroll without being drawn all at once', async () => {
  history.replaceState(null, '', '#/sql?lang=en&sql=select+3');
  await show(() => Promise.resolve(bytesOf({ n: new Float64Array(9_000).map((_, at) => at) })));
  await expect.element(page.getByText('9,000 rows').first()).toBeVisible();
  await expect.element(page.getByText('11', { exact: true })).toBeVisible();
  expect(document.querySelectorAll('.result *').length).toBeLessThan(1_000);
});

describe('an error', () => {
  test('is placed in the text', async () => {
    history.replaceState(null, '', '#/sql?lang=en&sql=select+nope');
    await show((sql) => Promise.reject(new EngineError({ fault: 'sql', message: 'Binder Error: "nope" not found', sql, position: 7 })));
    await expect.element(page.getByRole('alert')).toHaveTextContent('The query has a mistake in line 1, column 8');
    await expect.poll(() => editor().element().querySelector('.cm-mistake')?.textContent).toBe('nope');
  });

  test('of the guard says what can run here', async () => {
    history.replaceState(null, '', '#/sql?lang=en&sql=drop+table+all_orders');
    await show((sql) => Promise.reject(new EngineError({ fault: 'sql', message: 'Parser Error', sql })));
    await expect.element(page.getByRole('alert')).toHaveTextContent('Only a select can run here');
  });
});

test('a long query can be cancelled', async () => {
  history.replaceState(null, '', '#/sql?lang=en&sql=select+forever');
  const engine = await show(() => new Promise(() => undefined));
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(page.getByText('Cancelled. Nothing was changed.')).toBeVisible();
  expect(engine.cancel).toHaveBeenCalled();
});

test('speaks Chinese and fits a phone', async () => {
  history.replaceState(null, '', '#/sql?lang=zh&sql=select+2');
  await page.viewport(390, 844);
  await show(twoRows);
  await expect.element(page.getByRole('textbox', { name: 'SQL 查询' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^运行/ })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
