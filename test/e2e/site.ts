import { readFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect, type Download, type Locator, type Page } from '@playwright/test';
import { serveFolder } from '../setup/static-server.mjs';

/** The built product on a plain static host, deep under a sub-path. */
export interface Site {
  readonly url: string;
  /** Addresses asked for so far, in order. */
  readonly hits: readonly string[];
}

/** A host that is none of ours: whatever reaches it has left the page. */
export interface Elsewhere {
  readonly origin: string;
  /** `GET /path` of every request so far, connections for WebSockets included. */
  readonly hits: readonly string[];
}

export const test = base.extend<{ sample: Page }, { site: Site; elsewhere: Elsewhere; openedSample: Page }>({
  site: [
    async ({}, use) => {
      const hits: string[] = [];
      const server = await serveFolder({
        folder: process.env['SITE_FOLDER'] ?? 'dist',
        base: '/deep/sub/path/',
        onRequest: (address: string) => hits.push(address)
      });
      await use({ url: server.url, hits });
      await server.close();
    },
    { scope: 'worker' }
  ],
  openedSample: [
    async ({ browser, site }, use) => {
      const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1400, height: 960 } });
      await openSample(page, site);
      await use(page);
      await page.close();
    },
    { scope: 'worker' }
  ],
  /** The sample shop, opened once for all tests of a worker that only look at it. */
  sample: async ({ openedSample }, use, testInfo) => {
    await use(openedSample);
    if (testInfo.status !== testInfo.expectedStatus)
      await testInfo.attach('page', { body: await openedSample.screenshot(), contentType: 'image/png' });
  },
  elsewhere: [
    async ({}, use) => {
      const hits: string[] = [];
      const server = http.createServer((request, response) => {
        hits.push(`${request.method} ${request.url}`);
        response.writeHead(200, {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': '*',
          'content-type': 'text/javascript'
        });
        response.end('void 0');
      });
      server.on('upgrade', (request, socket) => {
        hits.push(`UPGRADE ${request.url}`);
        socket.destroy();
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use({ origin: `127.0.0.1:${(server.address() as AddressInfo).port}`, hits });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    { scope: 'worker' }
  ]
});

export { expect };

export const PAGES = ['overview', 'segments', 'retention', 'churn', 'value', 'customers', 'sql', 'sources', 'quality', 'privacy'] as const;

/** The address of a page: `at(site, 'segments', { template: 'cn8' })`. */
export function at(site: Site, page: string, params: Record<string, string> = {}): string {
  const query = new URLSearchParams({ lang: 'en', ...params }).toString();
  return `${site.url}#/${page}?${query}`;
}

/** Goes to another page of the open product without loading it again. */
export async function visit(page: Page, name: string, params: Record<string, string> = {}): Promise<void> {
  const query = new URLSearchParams({ lang: 'en', ...params }).toString();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${name}?${query}`);
  await settled(page);
}

/** Waits until nothing has been computed or loaded for a moment. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const state = globalThis as unknown as { quietSince?: number };
      const isBusy =
        document.querySelector('main [aria-busy="true"], [role="progressbar"], main h1 ~ .skeleton') !== null ||
        !document.querySelector('main h1');
      if (isBusy) delete state.quietSince;
      else state.quietSince ??= performance.now();
      const isQuiet = state.quietSince !== undefined && performance.now() - state.quietSince > 150;
      if (isQuiet) delete state.quietSince;
      return isQuiet;
    },
    null,
    { timeout: 45_000, polling: 30 }
  );
}

export interface UserFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A made-up file as a user would drop it. */
export function csv(name: string, content: string | Buffer): UserFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
}

/** Gives files to the product and waits until it has understood them. */
export async function addFiles(page: Page, files: UserFile | UserFile[] | string): Promise<void> {
  await page
    .getByLabel(/Add files|添加文件/)
    .first()
    .setInputFiles(files);
  await expect(acceptButton(page)).toBeVisible({ timeout: 45_000 });
}

/** The button that accepts a mapping. */
export function acceptButton(page: Page) {
  return page.getByRole('button', { name: /^(?:Analyse|开始分析)/ }).first();
}

/** Accepts the mapping and waits for the shop. */
export async function accept(page: Page): Promise<void> {
  await acceptButton(page).click();
  await expect(acceptButton(page)).toHaveCount(0, { timeout: 45_000 });
  await settled(page);
}

/** Opens the sample shop. */
export async function openSample(page: Page, site: Site): Promise<void> {
  await page.goto(at(site, 'overview'));
  await page
    .getByRole('button', { name: /sample|示例/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await settled(page);
}

/** A panel, by its title. */
export function panel(page: Page, title: string | RegExp) {
  return page.getByRole('region', { name: title });
}

/** What the CSV of a panel holds, a record per row under its stable column ids. */
export async function csvOf(page: Page, region: Locator): Promise<Record<string, string>[]> {
  await region.getByRole('button', { name: /^(?:Download|下载)/ }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  return recordsOf(await textOf(await downloading));
}

/** A downloaded file as text; it must start with the mark that lets Excel read Chinese. */
export async function textOf(download: Download): Promise<string> {
  const text = await readFile(await download.path(), 'utf8');
  expect(text.charCodeAt(0), 'the file starts with a byte order mark').toBe(0xfeff);
  return text.slice(1);
}

/** CSV as records under the names of its first line. */
export function recordsOf(text: string): Record<string, string>[] {
  const lines = [...text.matchAll(/(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*\r?\n/g)].map(([line]) =>
    [...line.replace(/\r?\n$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''
    )
  );
  const [names = [], ...rows] = lines;
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
}

/** The result of a statement on the SQL page, its cells as they are shown. */
export async function askSql(page: Page, sql: string, lang = 'en'): Promise<string[]> {
  await visit(page, 'sql', { sql, lang });
  const row = page.locator('main').getByRole('table').last().getByRole('row').nth(1);
  await expect(row).toBeVisible();
  return row.getByRole('cell').allInnerTexts();
}
