// Regulars as one more lane of the shared browser bench: driven by its handles alone, as a user would.
import { fileURLToPath } from 'node:url';

/** A panel that has its answer: the sentence and the picture or the table. */
const ANSWERED = 'main section[aria-busy="false"]:has(.finding strong):has(.body svg, .body table)';

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
  watch: { segments: [ANSWERED, 'Recency and frequency'], cohorts: [ANSWERED, 'Cohort retention'] },
  note: 'full import (mapping, identity, cleaning with refunds netted, canonical tables), answers drawn on screen; totals differ from lane e because refund rows are netted',
  // As in lane e, the file is given when the database is open.
  ready: async (page) => {
    await page.waitForSelector('input[type=file]', { state: 'attached' });
    await page.waitForLoadState('networkidle');
    // The engine's code has been run once: a user who takes a few seconds to find the file never waits for that.
    await page.waitForSelector('html[data-warm]', { state: 'attached', timeout: 120_000 });
    await page.waitForTimeout(500);
  },
  steps: async (page, ctx) => {
    // Looked for on every frame, and pressed in the page: the driver's own waiting grows to half a second a look.
    await page.waitForFunction(
      () => [...document.querySelectorAll('button')].some((button) => /^Analyse/.test(button.textContent.trim()) && !button.disabled),
      null,
      { timeout: 300_000, polling: 'raf' }
    );
    await ctx.mark('understood');
    await page.evaluate(() =>
      [...document.querySelectorAll('button')].find((button) => /^Analyse/.test(button.textContent.trim())).click()
    );
    // The product opens the overview once the shop is built; the bench asks for segments and cohorts.
    await page.waitForFunction(() => location.hash.startsWith('#/overview'), null, { timeout: 300_000 });
    await ctx.mark('built');
    for (const [mark, hash] of [
      ['segments', '#/segments?lang=en'],
      ['cohorts', '#/retention?lang=en']
    ]) {
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await ctx.waitMark(mark);
    }
  },
  result: totals
};
