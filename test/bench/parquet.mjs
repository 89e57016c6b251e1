// How long a million orders of eight columns take from the drop to the mapping shown, as Parquet and as CSV: the
// same rows, in turn, in the built product. `node test/bench/parquet.mjs [rows]` after `npm run build`.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeData, makeVector, Table as ArrowTable, tableToIPC, TimestampMicrosecond, Utf8, Vector, vectorFromArray } from 'apache-arrow';
import { Compression, initSync, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm/esm';
import { chromium } from 'playwright';
import { BROWSER_ARGUMENTS, findBrowser } from '../setup/find-browser.mjs';
import { serveFolder } from '../setup/static-server.mjs';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 3;
const FIRST = Date.UTC(2023, 0, 1);

/** The same rows every time: a small generator of its own, so that nothing is fetched. */
function columns() {
  let state = 42;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const each = (make) => Array.from({ length: ROWS }, (_, row) => make(row));
  return {
    order_id: each((row) => `O${String(row).padStart(9, '0')}`),
    customer_id: each(() => `C${String(Math.floor(random() ** 2 * (ROWS / 5))).padStart(7, '0')}`),
    order_time: each((row) => FIRST + Math.floor((row / ROWS) * 900 * 86_400) * 1000),
    amount: each(() => Math.round(random() * 20_000) / 100),
    quantity: each(() => 1 + Math.floor(random() * 6)),
    category: each(() => pick(['grocery', 'apparel', 'home', 'beauty', 'toys'])),
    channel: each(() => pick(['app', 'web', 'store'])),
    status: each(() => pick(['completed', 'completed', 'completed', 'paid']))
  };
}

function asParquet(made) {
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')) });
  const words = (list) => vectorFromArray(list, new Utf8());
  const moments = new Vector([
    makeData({
      type: new TimestampMicrosecond(),
      length: ROWS,
      data: BigInt64Array.from(made.order_time, (ms) => BigInt(ms) * 1000n)
    })
  ]);
  const table = new ArrowTable({
    order_id: words(made.order_id),
    customer_id: words(made.customer_id),
    order_time: moments,
    amount: makeVector(Float64Array.from(made.amount)),
    quantity: makeVector(Int32Array.from(made.quantity)),
    category: words(made.category),
    channel: words(made.channel),
    status: words(made.status)
  });
  const properties = new WriterPropertiesBuilder().setCompression(Compression.SNAPPY).setMaxRowGroupSize(122_880).build();
  return writeParquet(Table.fromIPCStream(tableToIPC(table, 'stream')), properties);
}

function asCsv(made) {
  const names = Object.keys(made);
  const time = (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
  const lines = Array.from({ length: ROWS }, (_, row) =>
    names.map((name) => (name === 'order_time' ? time(made[name][row]) : made[name][row])).join(',')
  );
  return `${names.join(',')}\n${lines.join('\n')}\n`;
}

async function understood(page, url, file) {
  await page.goto('about:blank');
  await page.goto(`${url}#/sources?lang=en`);
  await page.waitForSelector('html[data-warm][data-loaded]', { state: 'attached', timeout: 120_000 });
  await page.waitForTimeout(1_000);
  const input = page.locator('input[type=file]').first();
  await page.evaluate(() => document.addEventListener('change', () => performance.mark('given'), { capture: true, once: true }));
  await input.setInputFiles(file);
  await page.waitForFunction(
    () => [...document.querySelectorAll('button')].some((button) => /^Analyse/.test(button.textContent.trim()) && !button.disabled),
    null,
    { timeout: 120_000, polling: 'raf' }
  );
  return page.evaluate(() => performance.now() - performance.getEntriesByName('given')[0].startTime);
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'regulars-parquet-'));
const found = await findBrowser();
const server = await serveFolder({
  folder: fileURLToPath(new URL('../../dist/', import.meta.url)),
  base: '/deep/',
  onRequest: () => undefined
});
const browser = await chromium.launch({ executablePath: found.executable, args: BROWSER_ARGUMENTS });
try {
  const made = columns();
  const files = { parquet: path.join(folder, 'orders.parquet'), csv: path.join(folder, 'orders.csv') };
  await writeFile(files.parquet, asParquet(made));
  await writeFile(files.csv, asCsv(made));
  const page = await browser.newPage();
  const times = { parquet: [], csv: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [kind, file] of Object.entries(files)) times[kind].push((await understood(page, server.url, file)) / 1000);
  }
  for (const [kind, all] of Object.entries(times))
    console.log(`${kind}: ${all.map((time) => time.toFixed(2)).join(', ')} s; least ${Math.min(...all).toFixed(2)} s`);
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
}
