import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import { makeVector, TimestampMicrosecond, Utf8, vectorFromArray } from 'apache-arrow';
import { ParquetFile } from 'parquet-wasm/esm';
import { parquetFile } from '../engine/formats/parquet-file.ts';
import { accept, addFiles, askSql, at, csvOf, expect, panel, settled, test, visit, type UserFile } from './site.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(2025, 0, 1, 9, 30);
const ORDERS = 400;

async function orders(spoil: (bytes: Buffer) => void = () => undefined): Promise<UserFile> {
  const each = <T>(make: (order: number) => T) => Array.from({ length: ORDERS }, (_, order) => make(order));
  const file = parquetFile(
    {
      order_id: vectorFromArray(
        each((order) => `0${order + 1_000}`),
        new Utf8()
      ),
      customer_id: vectorFromArray(
        each((order) => `member${(order * 7) % 90}`),
        new Utf8()
      ),
      order_time: vectorFromArray(
        each((order) => FIRST + order * DAY),
        new TimestampMicrosecond()
      ),
      amount: makeVector(Float64Array.from(each((order) => 20 + (order % 50) / 4)))
    },
    { groupRows: 100 }
  );
  const buffer = Buffer.from(await file.arrayBuffer());
  spoil(buffer);
  return { name: 'orders.parquet', mimeType: 'application/octet-stream', buffer };
}

test('a Parquet file goes through to answers, and a panel comes out as Excel and as Parquet, without a request', async ({
  page,
  site,
  elsewhere
}) => {
  await page.goto(at(site, 'sources'));
  await page.waitForFunction(() => document.documentElement.dataset['loaded'] === 'true');
  const before = site.hits.length;
  await addFiles(page, await orders());
  await expect(page.getByText('2025-01-01 09:30').first()).toBeVisible();
  await settled(page);
  await accept(page);
  expect(
    await askSql(page, 'select count(*) as orders, count(distinct customer) as customers, min(order_id) as first from orders')
  ).toEqual(['400', '90', '01000']);

  await visit(page, 'segments', { template: 'west11' });
  const region = panel(page, 'Segments');
  const told = await csvOf(page, region);
  const downloaded = async (format: string) => {
    await region.getByRole('button', { name: /^Download/ }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format }).click();
    return new Uint8Array(await readFile(await (await downloading).path()));
  };
  const book = await readXlsx(await downloaded('Excel'));
  expect(book.sheets.map(({ name }) => name)).toEqual(['Segments', 'About these numbers']);
  expect(book.sheets[0]?.rows.length).toBe(told.length + 1);
  const about = new Map(book.sheets[1]?.rows.map(([what, text]) => [what, String(text)]));
  expect(about.get('As of')).toBe('2026-02-04');
  expect(about.get('Source files')).toBe('orders.parquet');
  expect(about.get('SQL')).toContain('select');
  const parquet = await ParquetFile.fromFile(new Blob([await downloaded('Parquet')]));
  expect(parquet.metadata().fileMetadata().numRows()).toBe(told.length);

  await visit(page, 'customers');
  const listing = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export Excel' }).click();
  const list = await readXlsx(new Uint8Array(await readFile(await (await listing).path())));
  expect(list.sheets[0]?.rows.length).toBe(91);
  expect(site.hits.slice(before)).toEqual([]);
  expect(elsewhere.hits).toEqual([]);
});

test('a Parquet file whose pages are damaged is refused, and the page reads the next one', async ({ page, site }) => {
  await page.goto(at(site, 'sources'));
  await page.waitForFunction(() => document.documentElement.dataset['loaded'] === 'true');
  const damaged = await orders((bytes) => bytes.fill(0x5a, 4, bytes.length / 2));
  await page.getByLabel('Add files').first().setInputFiles(damaged);
  await expect(page.getByText(/damaged|came to a halt|could not be read/).first()).toBeVisible({ timeout: 10_000 });
  await addFiles(page, await orders());
  await expect(page.getByText('2025-01-01 09:30').first()).toBeVisible();
  await settled(page);
  await accept(page);
  expect(await askSql(page, 'select count(*) as orders from orders')).toEqual(['400']);
});
