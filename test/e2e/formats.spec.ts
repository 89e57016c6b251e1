import { writeXlsx } from 'hucre/xlsx';
import { leaveWorker } from './attempts.ts';
import { accept, addFiles, askSql, at, expect, settled, test, visit, type UserFile } from './site.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(2025, 0, 1, 9, 30);

/** Forty orders of ten customers below a title, beside a sheet that explains the columns. */
async function workbook(): Promise<UserFile> {
  const orders = Array.from({ length: 40 }, (_, at) => [
    `19306810000000000${String(at).padStart(2, '0')}`,
    `member${at % 10}`,
    new Date(FIRST + at * 5 * DAY),
    20 + at,
    '交易成功'
  ]);
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Columns',
        rows: [
          ['Column', 'Meaning'],
          ['订单编号', 'the order'],
          ['买家会员名', 'the buyer']
        ]
      },
      {
        name: 'Orders of 2025',
        rows: [
          ['店铺订单报表 2025'],
          [],
          ['订单编号', '买家会员名', '订单付款时间', '买家实际支付金额', '订单状态'],
          ...orders,
          ['合计', null, null, 1580, null]
        ]
      }
    ]
  });
  return { name: 'orders.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

test('a workbook with a title, serial dates and two sheets goes through to answers, without a request', async ({
  page,
  site,
  elsewhere
}) => {
  await page.goto(at(site, 'sources'));
  await page.waitForFunction(() => document.documentElement.dataset['loaded'] === 'true');
  const before = site.hits.length;
  await addFiles(page, await workbook());
  await expect(page.getByLabel('Table in the file')).toHaveValue('1');
  await expect(page.getByText('2025-01-01 09:30').first()).toBeVisible();

  // The other sheet holds no orders; back to the first choice.
  await page.getByLabel('Table in the file').selectOption('0');
  await expect(page.getByText(/Columns · 2 rows/).first()).toBeVisible();
  await page.getByLabel('Table in the file').selectOption('1');
  await expect(page.getByText('2025-01-01 09:30').first()).toBeVisible();
  await settled(page);
  await accept(page);
  expect(
    await askSql(
      page,
      'select count(*) as orders, count(distinct customer) as customers, cast(sum(amount) as integer) as amount, cast(min(day) as varchar) as first from orders'
    )
  ).toEqual(['40', '10', '1,580', '2025-01-01']);
  expect(site.hits.slice(before)).toEqual([]);

  // The reader of files has no way out either.
  await expect.poll(() => page.workers().length).toBe(3);
  for (const [index, worker] of page.workers().entries()) {
    const said = await worker.evaluate(leaveWorker, { origin: elsewhere.origin, tag: `leak${index}` });
    for (const [way, words] of Object.entries(said)) expect(words, `${way} in worker ${index}`).toContain('Regulars makes no requests');
  }
  expect(elsewhere.hits.filter((hit) => hit.includes('/leak'))).toEqual([]);
});

test('a file that cannot be read is refused in words, with its limit, and the next one is read', async ({ page, site }) => {
  await page.goto(at(site, 'sources'));
  const input = page.getByLabel(/Add files|添加文件/).first();
  const { buffer } = await workbook();
  await input.setInputFiles({ name: 'cut.xlsx', mimeType: 'application/octet-stream', buffer: buffer.subarray(0, buffer.length - 100) });
  await expect(page.getByText(/damaged or was cut off/)).toBeVisible();
  const deep = `[${'{"a":'.repeat(100)}1${'}'.repeat(100)}]`;
  await input.setInputFiles({ name: 'deep.json', mimeType: 'application/json', buffer: Buffer.from(deep) });
  await expect(page.getByText(/more than 64 levels/)).toBeVisible();
  await addFiles(page, await workbook());
  await visit(page, 'sources', { lang: 'zh' });
  await input.setInputFiles({ name: 'page.xls', mimeType: 'text/html', buffer: Buffer.from('<html><p>请登录</p></html>') });
  await expect(page.getByText(/文件里没有表格/)).toBeVisible();
});
