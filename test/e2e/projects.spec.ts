import { type Page } from '@playwright/test';
import { plainOrders } from './made-up-files.ts';
import { accept, addFiles, askSql, at, expect, settled, test, visit } from './site.ts';

const TOTALS = 'select count(*) as n, count(distinct customer) as customers, cast(sum(amount) as integer) as amount from orders';

/** Waits until the project is on the disk. */
async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Projects' })).toHaveText(/Saved/, { timeout: 30_000 });
}

test.describe('a project survives', () => {
  test('a reload: the same numbers, the same files, without adding them again', async ({ page, site }) => {
    await page.goto(at(site, 'sources'));
    await addFiles(page, plainOrders(900));
    await accept(page);
    const before = await askSql(page, TOTALS);
    const aside = await askSql(page, 'select count(*) as n from set_aside');
    await saved(page);
    await page.reload();
    await settled(page);
    expect(await askSql(page, TOTALS)).toEqual(before);
    expect(await askSql(page, 'select count(*) as n from set_aside')).toEqual(aside);
    await visit(page, 'sources');
    await expect(page.getByRole('row', { name: /900/ })).toBeVisible();
  });
});
