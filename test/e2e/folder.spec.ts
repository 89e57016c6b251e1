import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { shopFolder, shopOrders } from './made-up-files.ts';
import { acceptButton, askSql, at, expect, settled, test, visit, type UserFile } from './site.ts';

/** Drops a folder of the disk onto the page, as a mouse does; one file lies in a folder of its own. */
async function dropFolder(page: Page, files: readonly UserFile[]): Promise<void> {
  const above = await mkdtemp(path.join(tmpdir(), 'dropped-'));
  const folder = path.join(above, '店铺');
  await mkdir(path.join(folder, '客服'), { recursive: true });
  await writeFile(path.join(folder, '.DS_Store'), 'left by a program');
  for (const { name, buffer } of files) await writeFile(path.join(folder, name.startsWith('售后') ? '客服' : '', name), buffer);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
  await expect(page.getByRole('radio')).toHaveCount(files.length, { timeout: 45_000 });
  await rm(above, { recursive: true });
}

/** What is known of the customers, from every file. */
const KNOWN = `select (select count(*) from orders) as orders, (select count(*) from members where customer is not null) as members,
  (select count(*) from events where customer is not null) as events, (select count(*) from feedback where customer is not null) as feedback`;

test('a folder of mixed files becomes one joined shop with one button, comes back, and takes next month’s file, without a network', async ({
  page,
  site,
  context
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(at(site, 'overview', { lang: 'zh' }));
  await expect(page.locator('html[data-loaded]')).toBeAttached();
  await context.setOffline(true);
  await dropFolder(page, await shopFolder());
  const row = (name: string) => page.getByRole('row', { name });
  await expect(row('会员.xlsx')).toContainText('90.0%');
  for (const name of ['客服/售后工单.xlsx', '满意度问卷.csv', '访问.parquet']) await expect(row(name)).toContainText('100.0%');
  await expect(acceptButton(page)).toHaveText('开始分析 6 个文件');
  await expect(acceptButton(page)).toBeInViewport();
  await acceptButton(page).click();
  await expect(page.getByRole('heading', { level: 1, name: '总览' })).toBeVisible();
  await settled(page);
  await expect(page.locator('main')).toContainText('40 位客户，118 笔订单');
  await visit(page, 'quality', { lang: 'zh' });
  await expect(page.locator('main')).toContainText(/610 行.*608 行/);
  await visit(page, 'segments', { lang: 'zh', tier: '金卡' });
  // Tiers are told by the list of members alone.
  await expect(page.locator('main')).toContainText('12 位客户');
  expect(await askSql(page, KNOWN, 'zh')).toEqual(['118', '36', '134', '17']);
  await expect(page.getByText('已保存').first()).toBeVisible({ timeout: 30_000 });

  await context.setOffline(false);
  await page.reload();
  await settled(page);
  await expect(page.locator('html[data-loaded]')).toBeAttached();
  await context.setOffline(true);
  expect(await askSql(page, KNOWN)).toEqual(['118', '36', '134', '17']);
  expect(await askSql(page, 'select count(*) as n from set_aside')).toEqual(['2']);
  await visit(page, 'sources');
  await expect(row('会员.xlsx')).toContainText('90.0%');
  await page.getByLabel('Add files').first().setInputFiles(shopOrders(3, 50));
  await expect(page.getByRole('heading', { level: 1, name: 'What changed' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('row', { name: /^Orders 118 167/ })).toBeVisible();
  expect(errors).toEqual([]);
});
