// `node test/bench/formats.mjs`: how long a workbook and NDJSON take from the drop to the mapping page, and the
// most memory that the browser's processes hold meanwhile. Makes the files in a folder for temporary files.
//   node test/bench/formats.mjs --runs 3 --files xlsx,ndjson
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { XlsxStreamWriter } from 'hucre/xlsx';
import { chromium } from 'playwright';
import { buildProduct } from '../setup/build.mjs';
import { serveFolder } from '../setup/static-server.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WORK = path.join(os.tmpdir(), 'regulars-bench', 'formats');
const COLUMNS = ['order_id', 'customer_id', 'paid_at', 'amount', 'status', 'city', 'product', 'quantity', 'channel', 'note'];
const DAY = 86_400_000;

/** One order: ids of nineteen digits as text, a time, an amount, words that repeat and notes that do not. */
function order(at) {
  return [
    `1930681${String(at).padStart(12, '0')}`,
    `C${(at * 7919) % 12_000}`,
    new Date(Date.UTC(2025, 0, 1) + (at % 365) * DAY + (at % 86_400) * 1000),
    (at % 500) + 0.25,
    'paid',
    ['北京', '上海', '广州'][at % 3],
    `商品 ${at % 100}`,
    1 + (at % 4),
    'app',
    at % 5 === 0 ? `note ${at}` : ''
  ];
}

const MAKERS = {
  xlsx: async (file) => {
    const writer = new XlsxStreamWriter({ name: 'Orders' });
    writer.addRow(COLUMNS);
    for (let at = 0; at < 100_000; at++) writer.addRow(order(at));
    writeFileSync(file, await writer.finish());
  },
  ndjson: async (file) => {
    const out = createWriteStream(file);
    for (let at = 0; at < 1_000_000; at++) {
      const [order_id, id, paid_at, amount, status, city, product, quantity] = order(at);
      const line = JSON.stringify({ order_id, customer: { id, city }, paid_at: paid_at.toISOString(), amount, status, product, quantity });
      if (!out.write(`${line}\n`)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'finish');
  }
};

/** Memory of all processes of the browser in bytes, shared pages counted by their share. */
function memoryOf(root) {
  const children = new Map();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = attempt(() => /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
    if (parent) children.set(parent, [...(children.get(parent) ?? []), name]);
  }
  const all = [String(root)];
  for (const one of all) all.push(...(children.get(one) ?? []));
  const sizes = all.map((one) => Number(attempt(() => /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1]) ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0) * 1024;
}

// A process may end between being listed and being looked at.
function attempt(read) {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(error.code)) return undefined;
    throw error;
  }
}

async function measure({ executable, args, dist, file }) {
  const server = await serveFolder({ folder: dist });
  const profile = await chromium.launchServer({ executablePath: executable, args });
  const browser = await chromium.connect(profile.wsEndpoint());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${server.url}#/sources?lang=en`);
    await page.waitForSelector('html[data-loaded]', { state: 'attached', timeout: 120_000 });
    await page.waitForSelector('html[data-warm]', { state: 'attached', timeout: 120_000 });
    await page.waitForTimeout(500);
    const pid = profile.process().pid;
    const before = memoryOf(pid);
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, memoryOf(pid))), 100);
    // The driver takes a while to hand over a large file: the time counts from when the page has it.
    await page.evaluate(() =>
      document.addEventListener('change', () => (document.documentElement.dataset.dropped = String(performance.now())), {
        capture: true,
        once: true
      })
    );
    await page.locator('input[type=file]').first().setInputFiles(file);
    const understood = await page.waitForFunction(
      () =>
        [...document.querySelectorAll('button')].some((one) => /^Analyse/.test(one.textContent.trim()) && !one.disabled) &&
        performance.now() - Number(document.documentElement.dataset.dropped),
      null,
      { timeout: 300_000, polling: 'raf' }
    );
    const ms = await understood.jsonValue();
    clearInterval(watch);
    return { ms, peak, more: peak - before };
  } finally {
    await browser.close();
    await profile.close();
    await server.close();
  }
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' }, files: { type: 'string', default: 'xlsx,ndjson' } } });
const { BROWSER_ARGUMENTS, findBrowser } = await import('../setup/find-browser.mjs');
const { executable } = await findBrowser();
const dist = buildProduct(ROOT);
mkdirSync(WORK, { recursive: true });
for (const kind of values.files.split(',')) {
  const file = path.join(WORK, `orders.${kind}`);
  if (!existsSync(file)) await MAKERS[kind](file);
  const runs = [];
  for (let run = 0; run < Number(values.runs); run++) runs.push(await measure({ executable, args: BROWSER_ARGUMENTS, dist, file }));
  const least = (pick) => Math.min(...runs.map(pick));
  const mega = (bytes) => Math.round(bytes / 1024 ** 2);
  console.log(
    `${kind}: ${(least((run) => run.ms) / 1000).toFixed(2)} s to the mapping page, peak ${mega(least((run) => run.peak))} MB, ` +
      `${mega(least((run) => run.more))} MB more than before (least of ${runs.length})`
  );
}
