import { accept, acceptButton, addFiles, askSql, at, csv, expect, settled, test, visit } from './site.ts';

/** 40 orders in CNY of 10 each, 20 in USD of 2 each, of the same ten customers. */
const mixed = () => {
  const line = (index: number, amount: string, currency: string) =>
    `M${currency}${index},C${index % 10},2024-0${1 + (index % 6)}-1${index % 9} 08:00:00,${amount},${currency}`;
  return csv(
    'mixed.csv',
    [
      'order_id,customer_id,order_time,amount,currency',
      ...Array.from({ length: 40 }, (_, index) => line(index, '10.00', 'CNY')),
      ...Array.from({ length: 20 }, (_, index) => line(index, '2.00', 'USD'))
    ].join('\n')
  );
};
const TOTAL = 'select count(*) as orders, cast(sum(amount) as double) as amount from orders';

test('several currencies are converted at rates that are typed', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(at(site, 'sources'));
  await page.getByLabel('Add files').first().setInputFiles(mixed());
  await page.getByRole('radio', { name: 'Convert at rates I give' }).check({ force: true });
  await expect(acceptButton(page)).toBeDisabled();
  await page.getByLabel('What 1 USD is in CNY').fill('7,1');
  await expect(page.getByText('684.00 CNY')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 USD = 7.10 CNY').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1400, height: 960 });
  await accept(page);
  expect(await askSql(page, TOTAL)).toEqual(['60', '684']);
});

test('or each is looked at by itself, which the address and the SQL say', async ({ page, site }) => {
  await page.goto(at(site, 'sources'));
  await addFiles(page, mixed());
  await page.getByRole('radio', { name: 'Look at each by itself' }).check({ force: true });
  await expect(acceptButton(page)).toBeEnabled();
  await accept(page);
  await expect(page.getByText(/¥\d/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Currency CNY' }).click();
  await page.getByRole('radio', { name: /USD/ }).check();
  await expect(page).toHaveURL(/currency=USD/);
  await page.keyboard.press('Escape');
  await settled(page);
  await expect(page.getByText(/\$\d/).first()).toBeVisible();
  await expect(page.getByText(/¥\d/)).toHaveCount(0);
  expect(await askSql(page, TOTAL)).toEqual(['40', '400']);
  await visit(page, 'sql', { sql: TOTAL, lang: 'en', currency: 'USD' });
  await expect(page.locator('main').getByRole('table').last().getByRole('row').nth(1)).toHaveText(/20\s*40/);
});
