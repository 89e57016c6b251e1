// `node test/bench/files.mjs`: what users drop in, timed in the built product from the drop to the mapping page, with the
// most memory that the browser's processes hold and the longest time the page was blocked; a reload of a kept project
// of a million orders to its first numbers; and twelve monthly files, of which eleven join by the first one's recipe.
//   node test/bench/files.mjs --only xlsx,parquet,ndjson,csv,csv-10m,reload,replay --runs 3
//   node test/bench/files.mjs --scale 0.01        tries everything on small files and writes nothing
// Makes the files in a folder for temporary files. Writes test-results/bench-files.json and its section of results.md.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { buildProduct } from '../setup/build.mjs';
import { serveFolder } from '../setup/static-server.mjs';
import { makeCsv, makeNdjson, makeParquet, makeXlsx } from './order-files.mjs';
import { withFiles } from './table.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WORK = path.join(os.tmpdir(), 'regulars-bench', 'files');
const RESULTS = fileURLToPath(new URL('./results.md', import.meta.url));
const FIGURES = path.join(ROOT, 'test-results', 'bench-files.json');
const MONTHS = 12;
const PATIENCE = Number(process.env['BENCH_PATIENCE'] ?? 900_000);

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'xlsx,parquet,ndjson,csv,csv-10m,reload,replay' },
    runs: { type: 'string', default: '3' },
    scale: { type: 'string', default: '1' },
    /** A folder that is built already; by default `dist`, built when it is older than the sources. */
    dist: { type: 'string' }
  }
});
const scale = Number(values.scale);
const rows = (count) => Math.max(100, Math.round(count * scale));
const FILES = {
  xlsx: { label: 'XLSX, 100k × 10', rows: rows(100_000), make: makeXlsx },
  parquet: { label: 'Parquet, 1M × 8', rows: rows(1_000_000), make: makeParquet },
  ndjson: { label: 'NDJSON, 1M', rows: rows(1_000_000), make: makeNdjson },
  csv: { label: 'CSV, 1M × 8', rows: rows(1_000_000), make: makeCsv },
  'csv-10m': { label: 'CSV, 10M × 8', rows: rows(10_000_000), make: makeCsv }
};
const LABELS = {
  ...Object.fromEntries(Object.entries(FILES).map(([kind, { label }]) => [kind, `${label}: drop → mapping page`])),
  reload: 'reload of a project of 1M orders: navigation → first numbers',
  boot: 'the first opening, for comparison: navigation → database warm',
  replay: 'twelve monthly files of 100k: eleven dropped in turn, each until “What changed” stands',
  slowest: 'the slowest of the eleven'
};

/** The file of a kind, made where it is not there yet. */
async function fileOf(name, count, make) {
  mkdirSync(WORK, { recursive: true });
  const file = path.join(WORK, `${name}-${count}.${/^csv|^month/.test(name) ? 'csv' : name}`);
  if (!existsSync(file)) await make(file, count);
  return file;
}

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

/** Runs `work` on a fresh page, watching memory and long tasks from when it says so. */
async function measured(dist, work) {
  const server = await serveFolder({ folder: dist });
  const profile = await chromium.launchServer({ executablePath: executable, args: BROWSER_ARGUMENTS });
  const browser = await chromium.connect(profile.wsEndpoint());
  let watch;
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(() => {
      window.blocks = [];
      new PerformanceObserver((list) => window.blocks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask'
      });
      addEventListener('change', () => (window.givenAt = performance.now()), { capture: true });
      // What is waited for; the page's policy takes no code as text.
      window.seen = {
        accept: () => [...document.querySelectorAll('button')].find((one) => /^Analyse/.test(one.textContent.trim()) && !one.disabled),
        overview: () => location.hash.startsWith('#/overview'),
        numbers: () => document.querySelector('main section[aria-busy="false"] .finding strong'),
        input: () => document.querySelector('input[type=file]'),
        changed: () => document.querySelector('h1')?.textContent === 'What changed' && !document.querySelector('main [aria-busy=true]')
      };
    });
    const pid = profile.process().pid;
    let [before, peak] = [0, 0];
    const begin = async () => {
      before = peak = memoryOf(pid);
      watch = setInterval(() => (peak = Math.max(peak, memoryOf(pid))), 100);
      await page.evaluate(() => (window.blocks.length = 0));
    };
    const figures = await work({ page, url: server.url, begin });
    const block = await page.evaluate(() => Math.max(0, ...window.blocks));
    return { ...figures, block, peak, more: peak - before };
  } finally {
    clearInterval(watch);
    await browser.close();
    await profile.close();
    await server.close();
  }
}

async function open(page, url) {
  await page.goto(`${url}#/sources?lang=en`);
  await page.waitForSelector('html[data-warm][data-loaded]', { state: 'attached' });
  await page.waitForTimeout(500);
}

const give = (page, file) => page.locator('input[type=file]').first().setInputFiles(file);

/** Waits until `what` is seen, and says when, in ms since the page began. */
async function when(page, what) {
  const seen = await page.waitForFunction((name) => window.seen[name]() && performance.now(), what, { polling: 'raf' });
  return seen.jsonValue();
}

/** How long after the file was given `what` is seen, by the page's own clock: the driver takes a while to hand over a large file. */
async function since(page, what) {
  await page.waitForFunction(() => window.givenAt !== undefined, null, { polling: 'raf' });
  return (await when(page, what)) - (await page.evaluate(() => window.givenAt));
}

async function analyse(page, file) {
  await give(page, file);
  await since(page, 'accept');
  await page.evaluate(() => window.seen.accept().click());
  await when(page, 'overview');
  await when(page, 'numbers');
  await page.locator('[data-phase=saved]').first().waitFor({ state: 'attached' });
}

const MEASURES = {
  ...Object.fromEntries(
    Object.entries(FILES).map(([kind, { rows: count, make }]) => [
      kind,
      async (dist) => {
        const file = await fileOf(kind, count, make);
        return measured(dist, async ({ page, url, begin }) => {
          await open(page, url);
          await begin();
          await give(page, file);
          return { ms: await since(page, 'accept') };
        });
      }
    ])
  ),
  reload: async (dist) => {
    const file = await fileOf('csv', FILES.csv.rows, makeCsv);
    return measured(dist, async ({ page, url, begin }) => {
      const started = performance.now();
      await open(page, url);
      const boot = performance.now() - started - 500;
      await analyse(page, file);
      await page.waitForTimeout(1_000);
      await begin();
      await page.reload();
      const ms = await when(page, 'numbers');
      return { ms, boot };
    });
  },
  replay: async (dist) => {
    const files = [];
    for (let month = 0; month < MONTHS; month++)
      files.push(await fileOf(`month-${month + 1}`, rows(100_000), (file, count) => makeCsv(file, count, month)));
    return measured(dist, async ({ page, url, begin }) => {
      await open(page, url);
      await analyse(page, files[0]);
      await begin();
      const each = [];
      for (const file of files.slice(1)) {
        await page.evaluate(() => {
          window.givenAt = undefined;
          location.hash = '#/sources?lang=en';
        });
        await when(page, 'input');
        await give(page, file);
        each.push(await since(page, 'changed'));
      }
      return { ms: each.reduce((sum, one) => sum + one, 0), slowest: Math.max(...each) };
    });
  }
};

const { BROWSER_ARGUMENTS, findBrowser } = await import('../setup/find-browser.mjs');
const { executable } = await findBrowser();
const kinds = values.only.split(',');
const unknown = kinds.find((kind) => !MEASURES[kind]);
if (unknown) throw new Error(`--only ${unknown}: choose among ${Object.keys(MEASURES).join(', ')}`);
const dist = values.dist ?? buildProduct(ROOT);
const all = existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, 'utf8')) : {};
for (const kind of kinds) {
  const runs = [];
  for (let run = 0; run < Number(values.runs); run++) {
    runs.push(await MEASURES[kind](dist));
    console.log(kind, JSON.stringify(runs.at(-1)));
  }
  const date = new Date(performance.timeOrigin).toISOString().slice(0, 10);
  const line = (label, pick) => ({
    label,
    date,
    ms: runs.map(pick),
    block: runs.map(({ block }) => block),
    peak: runs.map(({ peak }) => peak)
  });
  all[kind] = [
    line(LABELS[kind], ({ ms }) => ms),
    ...(kind === 'reload' ? [{ label: LABELS.boot, date, ms: runs.map(({ boot }) => boot) }] : []),
    ...(kind === 'replay' ? [{ label: LABELS.slowest, date, ms: runs.map(({ slowest }) => slowest) }] : [])
  ];
}
if (scale === 1) {
  mkdirSync(path.dirname(FIGURES), { recursive: true });
  writeFileSync(FIGURES, JSON.stringify(all, null, 1));
  const lines = Object.keys(MEASURES).flatMap((kind) => all[kind] ?? []);
  writeFileSync(RESULTS, withFiles(readFileSync(RESULTS, 'utf8'), lines));
  console.log('Written to test/bench/results.md');
}
