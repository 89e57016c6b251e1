// `npm run bench`: the product beside what else a user could take, on the same files, in the same run.
//   npm run bench -- --sizes 100k,1m,10m --runs 2 --lanes duckdb,plainjs-worker
// Needs the shared bench beside the project (../shared/bench), which is copied and installed in a folder for
// temporary files. Writes test/bench/results.md, and all figures to test-results/bench.json.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildProduct } from '../setup/build.mjs';
import { installDependencies } from '../setup/dependencies.mjs';
import { sections, tableOfResults } from './table.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SHARED = path.resolve(ROOT, '../shared/bench');
const WORK = path.join(os.tmpdir(), 'regulars-bench');
const ORDERS = { '100k': [100_000, 12_000], '1m': [1_000_000, 120_000], '10m': [10_000_000, 1_200_000] };
/** What the small lanes need; the others need everything. */
const SMALL = {
  lanes: ['duckdb', 'plainjs', 'plainjs-worker'],
  packages: ['@duckdb/duckdb-wasm', '@duckdb/node-api', 'esbuild', 'papaparse', 'playwright-core']
};

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100k,1m' },
    runs: { type: 'string', default: '2' },
    lanes: { type: 'string', default: 'duckdb,plainjs-worker' },
    timeout: { type: 'string', default: '300' }
  }
});
const sizes = values.sizes.split(',');
const lanes = values.lanes.split(',');
const unknown = sizes.find((size) => !ORDERS[size]);
if (unknown) throw new Error(`--sizes ${unknown}: choose among ${Object.keys(ORDERS).join(', ')}`);
if (!existsSync(SHARED))
  throw new Error('The bench needs the folder ../shared/bench beside the project; it has the generator and the other lanes.');

function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (status !== 0) throw new Error(`${command} ${args.slice(0, 3).join(' ')} … failed`);
}

/** The lanes beside ours, installed and built in the work folder. */
function prepareLanes() {
  const folder = path.join(WORK, 'browser');
  if (!existsSync(folder)) {
    cpSync(path.join(SHARED, 'browser'), folder, { recursive: true });
    run('chmod', ['-R', 'u+w', folder]);
  }
  const manifest = path.join(folder, 'package.json');
  const all = JSON.parse(readFileSync(path.join(SHARED, 'browser', 'package.json'), 'utf8'));
  const isSmall = lanes.every((lane) => SMALL.lanes.includes(lane));
  const { overrides, ...rest } = all;
  const wanted = isSmall
    ? { ...rest, dependencies: Object.fromEntries(SMALL.packages.map((name) => [name, all.dependencies[name]])) }
    : { ...rest, overrides };
  const text = JSON.stringify(wanted, null, 2);
  if (!existsSync(path.join(folder, 'node_modules')) || readFileSync(manifest, 'utf8') !== text) {
    writeFileSync(manifest, text);
    run('npm', ['install', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  }
  run(process.execPath, ['build.mjs', ...new Set(lanes.map((lane) => lane.replace(/^mosaic-.*/, 'mosaic')))], { cwd: folder });
  return folder;
}

function prepareData() {
  const folder = path.join(WORK, 'data');
  mkdirSync(folder, { recursive: true });
  for (const size of sizes) {
    const [orders, customers] = ORDERS[size];
    const file = path.join(folder, `o${size}.csv`);
    if (existsSync(file)) continue;
    run(
      process.execPath,
      [
        '--max-old-space-size=12000',
        path.join(SHARED, 'gen_orders.mjs'),
        '--orders',
        orders,
        '--customers',
        customers,
        '--seed',
        42,
        '--out',
        file
      ].map(String)
    );
  }
  return folder;
}

/** Statements that give native DuckDB the tables which the product builds, from the product's own sources. */
async function nativeSetup() {
  const { createServer } = await import('vite');
  const server = await createServer({
    root: ROOT,
    server: { middlewareMode: true, hmr: false, watch: null },
    appType: 'custom',
    logLevel: 'error'
  });
  try {
    const { CREATE_FUNCTIONS } = await server.ssrLoadModule('/src/engine/functions.ts');
    const { buildStatements } = await server.ssrLoadModule('/src/sources/canonical-tables.ts');
    const columns =
      "columns={'order_id':'VARCHAR','customer_id':'VARCHAR','order_time':'TIMESTAMP','amount':'DECIMAL(18,2)','quantity':'DOUBLE','category':'VARCHAR','channel':'VARCHAR','coupon':'VARCHAR','status':'VARCHAR'}";
    const staged = `create table staged_orders as
      select order_id, customer_id, order_time, amount, null::decimal(18,2) as gross, null::decimal(18,2) as discount, null::decimal(18,2) as refund,
        quantity, 1 as lines, null::varchar as product, channel, category, null::varchar as region, null::varchar as tier, null::varchar as shop
      from (select distinct * from read_csv('$FILE', header = true, ${columns}))
      where status = 'completed' and amount > 0`;
    return [...CREATE_FUNCTIONS, staged, ...buildStatements('memory')];
  } finally {
    await server.close();
  }
}

function native(folder, file, setup, questions) {
  const input = path.join(WORK, 'questions.json');
  writeFileSync(input, JSON.stringify({ setup, questions }));
  try {
    const printed = execFileSync(process.execPath, [fileURLToPath(new URL('./native.mjs', import.meta.url)), file, input], {
      cwd: folder,
      encoding: 'utf8'
    });
    return JSON.parse(printed.trim().split('\n').at(-1));
  } catch (error) {
    console.warn(`Native DuckDB did not answer: ${error.message.split('\n')[0]}`);
    return null;
  }
}

/** Bytes of the first load, packed: what the page itself asks for before the drop zone, and the database. */
function firstLoad(dist) {
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const asked = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map((match) => match[1]);
  const packed = (file) => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length;
  const files = readdirSync(dist, { recursive: true })
    .map(String)
    .filter((file) => statSync(path.join(dist, file)).isFile());
  return {
    start: asked.reduce((sum, file) => sum + packed(file), 0),
    database: files.filter((file) => file.endsWith('.wasm.gz')).reduce((sum, file) => sum + statSync(path.join(dist, file)).size, 0),
    largest: Math.max(...files.map((file) => statSync(path.join(dist, file)).size))
  };
}

installDependencies(ROOT);
const { findBrowser } = await import('../setup/find-browser.mjs');
const { measureRequery } = await import('./requery.mjs');
const { executable, env } = await findBrowser();
const dist = buildProduct(ROOT);
mkdirSync(WORK, { recursive: true });
const browserLanes = prepareLanes();
const data = prepareData();
const out = path.join(WORK, 'results.json');
const adapter = fileURLToPath(new URL('./adapter.mjs', import.meta.url));
const runArgs = [
  'run.mjs',
  '--sizes',
  values.sizes,
  '--runs',
  values.runs,
  '--lanes',
  [...lanes, 'regulars'].join(','),
  '--adapter',
  adapter,
  '--bench',
  SHARED,
  '--data',
  data,
  '--out',
  out,
  '--timeout',
  values.timeout
];
run(process.execPath, runArgs, { cwd: browserLanes, env: { ...process.env, ...env, CHROMIUM: executable } });

const setup = await nativeSetup();
const requeries = {};
for (const size of sizes) {
  const file = path.join(data, `o${size}.csv`);
  const product = await measureRequery({ executable, dist, file });
  requeries[size] = { product, native: native(browserLanes, file, setup, { asOf: product.asOfSql, filter: product.filterSql }) };
  console.log(size, JSON.stringify({ ...product, asOfSql: undefined, filterSql: undefined }), JSON.stringify(requeries[size].native));
}
const results = { ...JSON.parse(readFileSync(out, 'utf8')), requeries, firstLoad: firstLoad(dist) };
mkdirSync(path.join(ROOT, 'test-results'), { recursive: true });
writeFileSync(path.join(ROOT, 'test-results', 'bench.json'), JSON.stringify(results, null, 1));
const page = fileURLToPath(new URL('./results.md', import.meta.url));
writeFileSync(page, [tableOfResults(results).trimEnd(), ...sections(readFileSync(page, 'utf8'))].join('\n\n') + '\n');
console.log('Written to test/bench/results.md');
