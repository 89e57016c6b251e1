// Regulars as one more lane of the shared browser bench: driven by its handles alone, as a user would.
import { fileURLToPath } from 'node:url';

const SEGMENTS = 'main section[aria-busy="false"] .finding strong';

/** Totals by the definitions of the bench, asked through the product's own SQL page. */
const TOTALS = `select
  count(*) as customers,
  sum(days_between(last_day, date '2026-01-01')) as sr,
  sum(orders) as sf,
  cast(sum(monetary) as double) as total,
  (select sum(months_between(cohort, month) + 1) from customer_months) as cs
from customers
order by customers`;

async function totals(page) {
  await page.evaluate((sql) => {
    location.hash = `#/sql?${new URLSearchParams({ lang: 'en', sql })}`;
  }, TOTALS);
  const row = page.getByRole('table').getByRole('row').nth(1);
  await row.waitFor({ timeout: 60_000 });
  const [customers, sr, sf, sum, cs] = (await row.getByRole('cell').allInnerTexts()).map((text) => Number(text.replaceAll(/[^\d.-]/g, '')));
  return { customers, sr, sf, sum, cs };
}

export default {
  id: 'regulars',
  label: 'Regulars',
  dist: fileURLToPath(new URL('../../dist/', import.meta.url)),
  query: '#/sources?lang=en',
  file: 'csv',
  input: 'input[type=file]',
  rfm: 'segments',
  cohorts: 'cohorts',
  need: ['segments', 'cohorts'],
  note: 'full import (mapping, identity, cleaning with refunds netted, canonical tables), answers drawn on screen; totals differ from lane e because refund rows are netted',
  // As in lane e, the file is given when the database is open.
  ready: async (page) => {
    await page.waitForSelector('input[type=file]', { state: 'attached' });
    await page.waitForFunction(() => performance.getEntriesByType('resource').length > 0);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1500);
  },
  steps: async (page, ctx) => {
    const accept = page.getByRole('button', { name: /^Analyse/ }).first();
    await accept.waitFor({ timeout: 300_000 });
    await ctx.mark('understood');
    await accept.click();
    await page.evaluate(() => {
      location.hash = '#/segments?lang=en';
    });
    await page.locator(SEGMENTS).first().waitFor({ timeout: 300_000 });
    await ctx.mark('segments');
    await page.evaluate(() => {
      location.hash = '#/retention?lang=en';
    });
    await page.getByRole('heading', { level: 1, name: 'Retention' }).waitFor();
    await page.locator(SEGMENTS).first().waitFor({ timeout: 300_000 });
    await ctx.mark('cohorts');
  },
  result: totals
};
