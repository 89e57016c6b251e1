import { chromium } from 'playwright';
import { BROWSER_ARGUMENTS } from '../setup/find-browser.mjs';
import { serveFolder } from '../setup/static-server.mjs';

const AS_OF = ['2025-12-20', '2025-12-10', '2025-11-30', '2025-11-15', '2025-10-31'];
const CHANNELS = ['app', 'web', 'store', 'marketplace', 'mini-program'];

/**
 * How long the segments take after a change of the as-of date or of a filter that was not asked before: from
 * the change of the address to the first panel, and to every panel of the page, in ms each. Gives the SQL of
 * one of each, for the native database to answer in the same run.
 */
export async function measureRequery({ executable, dist, file }) {
  const server = await serveFolder({ folder: dist });
  const browser = await chromium.launch({ executablePath: executable, args: BROWSER_ARGUMENTS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${server.url}#/sources?lang=en`);
    await page.locator('input[type=file]').first().setInputFiles(file);
    const accept = page.getByRole('button', { name: /^Analyse/ }).first();
    await accept.click({ timeout: 300_000 });
    await page.waitForFunction(() => location.hash.startsWith('#/overview'), null, { timeout: 300_000 });
    await page.evaluate(() => {
      location.hash = '#/segments?lang=en';
    });
    await page.locator('main section[aria-busy="false"] .finding strong').first().waitFor({ timeout: 300_000 });
    await page.waitForTimeout(2000);
    const asOf = [];
    for (const day of AS_OF) asOf.push(await change(page, `asof=${day}`));
    const asOfSql = await sqlOfFirstPanel(page);
    const filter = [];
    for (const channel of CHANNELS) filter.push(await change(page, `channel=${channel}`));
    const filterSql = await sqlOfFirstPanel(page);
    const rescore = [];
    for (const template of ['cn8', 'r10', 'activity', 'west11', 'cn8&split=median'])
      rescore.push(await change(page, `channel=app&template=${template}`));
    return { asOf: asOf.slice(1), filter: filter.slice(1), rescore: rescore.slice(1), asOfSql, filterSql };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Changes the address and waits for the answers. */
function change(page, query) {
  return page.evaluate(
    (hash) =>
      new Promise((resolve, reject) => {
        const panels = () => [...document.querySelectorAll('main section[aria-busy]')];
        const isBusy = (panel) => panel.getAttribute('aria-busy') === 'true';
        const start = performance.now();
        let first = 0;
        let wasBusy = false;
        const observer = new MutationObserver(() => {
          const all = panels();
          wasBusy ||= all.some(isBusy);
          if (!wasBusy || all.length === 0) return;
          if (first === 0 && !isBusy(all[0])) first = performance.now() - start;
          if (all.some(isBusy)) return;
          observer.disconnect();
          resolve({ first, all: performance.now() - start });
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        setTimeout(reject, 120_000, new Error(`no answer for ${hash}`));
        location.hash = hash;
      }),
    `#/segments?lang=en&${query}`
  );
}

async function sqlOfFirstPanel(page) {
  const region = page.locator('main section[aria-busy]').first();
  await region.getByRole('tab', { name: 'SQL' }).click();
  const sql = await region.locator('pre, code').first().innerText();
  await region.getByRole('tab').first().click();
  return sql;
}
