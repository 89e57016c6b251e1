import { type Page } from '@playwright/test';
import { plainOrders } from './made-up-files.ts';
import { accept, acceptButton, addFiles, askSql, at, csv, expect, settled, test, visit } from './site.ts';

const TOTALS = 'select count(*) as n, count(distinct customer) as customers, cast(sum(amount) as integer) as amount from orders';

/** Waits until the project is on the disk. */
async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Projects' })).toHaveText(/Saved/, { timeout: 30_000 });
}

/** Orders of one month, with a phone number that no analysis needs. */
function month(number: number, orders: number, more = '') {
  const lines = Array.from({ length: orders }, (_, i) => {
    const day = String(1 + (i % 27)).padStart(2, '0');
    return `M${number}-${i},C${(i + number) % 40},2024-0${number}-${day} 10:00:00,${20 + i},1380013${String(1000 + i)}${more ? ',x' : ''}`;
  });
  return csv(`month-${number}.csv`, [`order_id,customer_id,order_time,amount,phone${more}`, ...lines].join('\n'));
}

test.describe('a project survives', () => {
  test('a reload in the middle of an import: the state before is whole, and what is gone is told', async ({ page, site }) => {
    await page.goto(at(site, 'sources'));
    await addFiles(page, month(1, 100));
    await accept(page);
    const before = await askSql(page, TOTALS);
    await saved(page);
    await visit(page, 'sources');
    await page.getByLabel('Add files').first().setInputFiles(plainOrders(200_000, 30_000));
    await expect(page.getByRole('progressbar').first()).toBeVisible();
    await page.reload();
    await expect(page.getByText(/was not finished/)).toBeVisible();
    await settled(page);
    expect(await askSql(page, TOTALS)).toEqual(before);
  });

  test('two tabs that change it: each keeps its own, the later one as a copy', async ({ page, context, site }) => {
    await page.goto(at(site, 'sources'));
    await addFiles(page, month(1, 100));
    await accept(page);
    await saved(page);
    const other = await context.newPage();
    await other.goto(at(site, 'sources'));
    await settled(other);
    expect(await askSql(other, 'select count(*) as n from orders')).toEqual(['100']);
    for (const [tab, file] of [
      [page, month(2, 50)],
      [other, month(3, 30)]
    ] as const) {
      await visit(tab, 'sources');
      await tab.getByLabel('Add files').first().setInputFiles(file);
      // The recipe leaves nothing to ask.
      await expect(tab.getByRole('heading', { level: 1, name: 'What changed' })).toBeVisible({ timeout: 30_000 });
      await saved(tab);
    }
    await expect(other.getByText('Kept as a project of its own')).toBeVisible();
    expect(await askSql(page, 'select count(*) as n from orders')).toEqual(['150']);
    expect(await askSql(other, 'select count(*) as n from orders')).toEqual(['130']);
    await other.close();
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: 'Projects' }).click();
    await expect(page.getByRole('button', { name: /^Open month-1/ })).toHaveCount(1);
  });
});

test('nothing of columns that were left out, and nothing at all after forgetting, is on the disk', async ({ page, site }) => {
  await page.goto(at(site, 'sources'));
  await addFiles(page, month(1, 100));
  await accept(page);
  await saved(page);
  const onDisk = () =>
    page.evaluate(async () => {
      const found: { name: string; text: string }[] = [];
      const walk = async (folder: FileSystemDirectoryHandle) => {
        for await (const [name, handle] of folder.entries()) {
          if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle);
          else {
            const file = await (handle as FileSystemFileHandle).getFile();
            const isPacked = new Uint8Array(await file.slice(0, 1).arrayBuffer())[0] === 0x1f;
            const stream = isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
            found.push({ name, text: await new Response(stream).text() });
          }
        }
      };
      await walk(await navigator.storage.getDirectory());
      return found;
    });
  const files = await onDisk();
  expect(files.some(({ text }) => text.includes('M1-7'))).toBe(true);
  expect(files.filter(({ text }) => text.includes('13800131')).map(({ name }) => name)).toEqual([]);
  await visit(page, 'privacy');
  await expect(page.getByRole('cell', { name: 'Project “month-1”' })).toBeVisible();
  await page.getByRole('button', { name: /Forget everything/ }).click();
  await expect(page.getByText('Everything is forgotten.')).toBeVisible();
  expect(await onDisk()).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('next month’s file is understood by the recipe, and the page says what changed; taking it out brings the numbers back', async ({
  page,
  site
}) => {
  await page.goto(at(site, 'sources'));
  await addFiles(page, month(1, 100));
  await accept(page);
  await visit(page, 'sources');
  await addFiles(page, month(2, 60, ',remark'));
  await accept(page);
  await expect(page.getByRole('heading', { level: 1, name: 'What changed' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Orders 100 160/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /month-2\.csv 60 60 new: remark/ })).toBeVisible();
  await page.getByRole('button', { name: 'Take these files out again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
  await settled(page);
  expect(await askSql(page, 'select count(*) as n from orders')).toEqual(['100']);
});

test('a project goes out as a file and comes back, with and without its data', async ({ page, site }) => {
  await page.goto(at(site, 'sources'));
  await addFiles(page, month(1, 100));
  await accept(page);
  await saved(page);
  const before = await askSql(page, TOTALS);
  const paths: string[] = [];
  for (const name of ['With data', 'Recipe only']) {
    await page.getByRole('button', { name: 'Projects' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('month-1.regulars');
    const path = `${await download.path()}-${name.replace(' ', '')}.regulars`;
    await download.saveAs(path);
    paths.push(path);
  }
  const [withData = '', recipe = ''] = paths;
  await visit(page, 'privacy');
  await page.getByRole('button', { name: /Forget everything/ }).click();
  await expect(page.getByText('Everything is forgotten.')).toBeVisible();
  await visit(page, 'sources');
  await page.getByLabel('Add files').first().setInputFiles(withData);
  await expect(page.getByRole('button', { name: 'Projects' })).toHaveText(/Saved/);
  await settled(page);
  expect(await askSql(page, TOTALS)).toEqual(before);

  await visit(page, 'privacy');
  await page.getByRole('button', { name: /Forget everything/ }).click();
  await expect(page.getByText('Everything is forgotten.')).toBeVisible();
  await visit(page, 'sources');
  await page.getByLabel('Add files').first().setInputFiles(recipe);
  await expect(page.getByText(/The recipe is here/)).toBeVisible();
  await addFiles(page, month(1, 100));
  await accept(page);
  expect(await askSql(page, TOTALS)).toEqual(before);
  await visit(page, 'sources');
  await page
    .getByLabel('Add files')
    .first()
    .setInputFiles({ name: 'x.regulars', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await expect(page.getByText('x.regulars could not be opened')).toBeVisible();
  await expect(acceptButton(page)).toHaveCount(0);
});

test('a link’s file is fetched from this host alone, and only once the user agrees', async ({ page, site, elsewhere }) => {
  await page.goto(`${site.url}?src=http://${elsewhere.origin}/orders.csv#/sources?lang=en`);
  await expect(page.getByText('The link’s file was not opened')).toBeVisible();
  await page.goto(`${site.url}?src=_headers#/sources?lang=en`);
  await expect(page.getByText('Open _headers?')).toBeVisible();
  await settled(page);
  expect(site.hits.filter((hit) => hit.endsWith('/_headers'))).toEqual([]);
  await page.getByRole('button', { name: 'Fetch and open it' }).click();
  await expect(page.getByText('Open _headers?')).toHaveCount(0);
  expect(site.hits.filter((hit) => hit.endsWith('/_headers'))).toHaveLength(1);
  expect(elsewhere.hits.filter((hit) => hit.includes('orders.csv'))).toEqual([]);
});

test('a page that came over plain HTTP answers all the same, and says that it keeps nothing', async ({ page, site }) => {
  await page.goto(at({ ...site, url: site.url.replace('127.0.0.1', 'plain.test') }, 'sources', { lang: 'en' }));
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await addFiles(page, month(1, 60));
  await accept(page);
  await expect(page.getByText(/over http instead of https/)).toBeVisible({ timeout: 30_000 });
  expect((await askSql(page, TOTALS))[0]).toBe('60');
});
