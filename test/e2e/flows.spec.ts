import {
  accept,
  acceptButton,
  addFiles,
  askSql,
  at,
  csv,
  csvOf,
  expect,
  openSample,
  panel,
  recordsOf,
  settled,
  test,
  textOf,
  visit
} from './site.ts';
import { ambiguousDates, plainOrders, taobao, unclosedQuote } from './made-up-files.ts';

test.describe('files as users drop them', () => {
  test('a 淘宝 export in GBK is understood, and every row is accounted for', async ({ page, site }) => {
    await page.goto(at(site, 'sources', { lang: 'zh' }));
    await addFiles(page, taobao());
    await expect(page.getByText(/GB18030|GBK/i).first()).toBeVisible();
    await expect(page.getByText('月牙儿').first()).toBeVisible();
    await expect(acceptButton(page)).toHaveText(/5/);
    await accept(page);
    expect(
      await askSql(
        page,
        'select count(*) as orders, count(distinct customer) as customers, cast(sum(amount) as integer) as amount from orders',
        'zh'
      )
    ).toEqual(['10', '5', '1,054']);
    const [id = ''] = await askSql(page, 'select min(order_id) as id from orders', 'zh');
    expect(id).toBe('1930681000000000000');
  });

  test('dates that read both ways are asked about before anything is counted', async ({ page, site }) => {
    await page.goto(at(site, 'sources'));
    await page.getByLabel('Add files').first().setInputFiles(ambiguousDates());
    await expect(page.getByText(/Day or month first/).first()).toBeVisible();
    await expect(acceptButton(page)).toBeDisabled();
    await page
      .getByRole('button', { name: /Day first/ })
      .or(page.getByLabel(/Day first/))
      .first()
      .click();
    await expect(acceptButton(page)).toBeEnabled();
    await accept(page);
    expect(await askSql(page, "select count(*) as orders from orders where month_of(day) = date '2025-04-01'")).toEqual(['6']);
  });

  test('an unclosed quote is noticed, and the books still balance', async ({ page, site }) => {
    await page.goto(at(site, 'sources'));
    await page.getByLabel('Add files').first().setInputFiles(unclosedQuote());
    await expect(page.getByText(/quote/i).first()).toBeVisible();
    await expect(acceptButton(page)).toBeVisible();
    await expect(page.getByText(/do not balance/)).toHaveCount(0);
  });

  test('a picture that calls itself a CSV is refused with a next step, and what was there stays', async ({ page, site }) => {
    await openSample(page, site);
    const [before] = await askSql(page, 'select count(*) as n from orders');
    await visit(page, 'sources');
    const png = Buffer.from(
      '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082',
      'hex'
    );
    await page.getByLabel('Add files').first().setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: png });
    await expect(page.getByRole('alert').first()).toBeVisible();
    expect((await page.getByRole('alert').first().innerText()).length).toBeGreaterThan(40);
    expect(await askSql(page, 'select count(*) as n from orders')).toEqual([before]);
  });

  test('two files become one shop', async ({ page, site }) => {
    const header = 'order_id,customer_id,order_time,amount\n';
    const rows = (from: number) =>
      Array.from({ length: 30 }, (_, i) => `D${from + i},C${(from + i) % 10},2024-0${1 + (i % 5)}-1${i % 9} 08:00:00,${10 + i}`).join('\n');
    await page.goto(at(site, 'sources'));
    await addFiles(page, [csv('spring.csv', header + rows(0)), csv('autumn.csv', header + rows(30))]);
    await expect(acceptButton(page)).toHaveText(/2 files/);
    await accept(page);
    expect(await askSql(page, 'select count(*) as n, count(distinct customer) as c from orders')).toEqual(['60', '10']);
  });
});

test.describe('the address is the view', () => {
  test('as-of date and filters stand in the address and hold on every page', async ({ page, site }) => {
    await page.goto(at(site, 'sources'));
    await addFiles(page, plainOrders(900));
    await accept(page);
    const [all = '', web = ''] = await askSql(
      page,
      "select count(*) as n, sum(case when channel = 'web' then 1 else 0 end) as web from orders"
    );
    expect([all, web]).toEqual(['900', '300']);
    await visit(page, 'sql', { sql: 'select count(*) as n, max(day) as last from orders', channel: 'web', asof: '2024-06-30' });
    const row = page.locator('main').getByRole('table').last().getByRole('row').nth(1);
    await expect(row.getByRole('cell').first()).not.toHaveText('300');
    const [narrowed = ''] = await row.getByRole('cell').allInnerTexts();
    expect(Number(narrowed)).toBeLessThan(160);
    await page.getByRole('link', { name: 'Segments' }).first().click();
    await expect(page).toHaveURL(/channel=web/);
    await expect(page).toHaveURL(/asof=2024-06-30/);
    await expect(page.getByText(/web/).first()).toBeVisible();
  });

  test('a cell opens the customers in it, and back and forward return', async ({ sample: page }) => {
    await visit(page, 'segments', { template: 'west11' });
    const sizes = await csvOf(page, panel(page, 'Segments'));
    const largest = sizes.reduce((a, b) => (Number(b['customers']) > Number(a['customers']) ? b : a));
    const region = panel(page, 'Segments');
    await region.getByRole('tab', { name: 'Table' }).click();
    await region.getByRole('link', { name: largest['segment'] ?? '', exact: true }).click();
    await expect(page).toHaveURL(/#\/customers\?/);
    await settled(page);
    await expect(page.locator('main')).toContainText(Number(largest['customers']).toLocaleString('en-GB'));
    const downloading = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /Download|Export|CSV/ })
      .first()
      .click();
    const item = page.getByRole('menuitem', { name: 'CSV' });
    if (await item.isVisible()) await item.click();
    const records = recordsOf(await textOf(await downloading));
    expect(records.length).toBe(Number(largest['customers']));
    await page.goBack();
    await expect(page).toHaveURL(/#\/segments\?/);
    await expect(page.getByRole('heading', { level: 1, name: 'Segments' })).toBeVisible();
    await page.goForward();
    await expect(page).toHaveURL(/#\/customers\?/);
  });

  test("a panel's SQL gives the panel's numbers on the SQL page", async ({ sample: page }) => {
    await visit(page, 'segments', { template: 'cn8' });
    const sizes = await csvOf(page, panel(page, 'Segments'));
    const region = panel(page, 'Segments');
    await region.getByRole('tab', { name: 'SQL' }).click();
    await region
      .getByRole('link', { name: /SQL/ })
      .or(region.getByRole('button', { name: /Open in SQL/ }))
      .first()
      .click();
    await expect(page).toHaveURL(/#\/sql\?/);
    await settled(page);
    const rows = await page.locator('main').getByRole('table').last().getByRole('row').allInnerTexts();
    for (const { customers } of sizes)
      expect(
        rows.some((row) =>
          row
            .replaceAll(',', '')
            .split(/\s+/)
            .includes(customers ?? '')
        )
      ).toBe(true);
  });

  test('every page holds when nobody came back, nobody is left, or the day is before the first order', async ({ page, site }) => {
    await page.goto(at(site, 'sources'));
    const once = ['c1,2024-01-05 10:00:00,10', 'c2,2024-01-06 11:00:00,12', 'c3,2024-03-01 09:00:00,9'];
    await addFiles(page, csv('once.csv', ['customer_id,order_time,amount', ...once].join('\n')));
    await accept(page);
    const scopes: Record<string, string>[] = [{}, { asof: '1990-01-01' }, { from: '2024-02-29', asof: '2024-02-29' }];
    for (const scope of scopes)
      for (const name of ['overview', 'segments', 'retention', 'churn', 'value', 'customers', 'quality']) {
        await visit(page, name, scope);
        const main = page.locator('main');
        await expect(main.getByRole('alert'), `${name} ${JSON.stringify(scope)}`).toHaveCount(0);
        await expect(main, name).not.toHaveText(/NaN|Infinity|undefined/);
      }
  });

  test('a page that does not exist says so', async ({ sample: page }) => {
    await page.evaluate(() => (location.hash = '#/nowhere?lang=en'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/no such page/i);
    await expect(page.getByRole('link', { name: /Overview/ }).last()).toBeVisible();
  });
});

test.describe('when things break', () => {
  test('a killed engine is noticed, the files are read again, and the numbers are back, without a network', async ({
    page,
    context,
    site
  }) => {
    await page.goto(at(site, 'sources'));
    await addFiles(page, plainOrders(900));
    await accept(page);
    const before = await askSql(page, 'select count(*) as n, cast(sum(amount) as integer) as amount from orders');
    await expect(page.locator('html[data-loaded]')).toBeAttached();
    await context.setOffline(true);
    for (const worker of [...page.workers()].reverse().slice(0, 1)) await worker.evaluate(() => self.close()).catch(() => undefined); // it cannot answer any more
    await expect(page.getByText(/database had to be started again/)).toBeVisible({ timeout: 40_000 });
    expect(await askSql(page, 'select count(*) as n, cast(sum(amount) as integer) as amount from orders')).toEqual(before);
  });

  test('an import that is cancelled leaves the shop before it untouched', async ({ page, site }) => {
    await page.goto(at(site, 'sources'));
    await addFiles(page, plainOrders(600));
    await accept(page);
    await visit(page, 'sources');
    await page.getByLabel('Add files').first().setInputFiles(plainOrders(300_000, 60_000));
    await page
      .getByRole('button', { name: /^Cancel/ })
      .first()
      .click();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    expect(await askSql(page, 'select count(*) as n from orders')).toEqual(['600']);
  });

  test('a query that runs for ever is stopped by Cancel, and the next one answers', async ({ page, site }) => {
    await page.goto(at(site, 'sources'));
    await addFiles(page, plainOrders(600));
    await accept(page);
    const sql = 'select count(*) as n from numbers a, numbers b, numbers c where a.n * b.n % 7 = c.n % 5';
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      `#/sql?${new URLSearchParams({ lang: 'en', sql })}`
    );
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await askSql(page, 'select 6 * 7 as n')).toEqual(['42']);
  });
});
