// `node test/bench/models.mjs`: how long the models take for 100,000 and one million customers, from whole-day
// histories to fitted parameters, and to forecasts and values with intervals. Customers are made up with a seed.
// Writes its section of results.md.
//   node test/bench/models.mjs --sizes 100k,1m --kinds mbg-nbd,pareto-nbd
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { withModels } from './table.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SIZES = { '100k': 100_000, '1m': 1_000_000 };

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '100k,1m' }, kinds: { type: 'string', default: 'mbg-nbd,bg-nbd' } }
});
const server = await createServer({
  root: ROOT,
  configFile: false,
  server: { middlewareMode: true, watch: null },
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  logLevel: 'error'
});
const load = (name, folder = 'src/models') => server.ssrLoadModule(`/${folder}/${name}.ts`);
const { uniqueHistories } = await load('histories');
const { fitRepeatModel } = await load('fit-repeat-model');
const { forecastEach } = await load('forecast');
const { fitSpendModel } = await load('spend-model');
const { lifetimeValues } = await load('lifetime-value');
const { simulatedCustomers } = await load('simulated-customers', 'test/golden');
await server.close();

const ROUNDS = 3;
const lines = [];
for (const size of values.sizes.split(',')) {
  const rows = simulatedCustomers({ r: 0.6, alpha: 60, a: 0.9, b: 2.5 }, { customers: SIZES[size], window: 730, entry: 600, seed: 7 });
  for (const kind of values.kinds.split(',')) {
    const seconds = { histories: [], fit: [], forecasts: [], spend: [], values: [] };
    const timed = (step, work) => {
      const start = performance.now();
      const result = work();
      seconds[step].push((performance.now() - start) / 1000);
      return result;
    };
    let distinct = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const histories = timed('histories', () => uniqueHistories(rows, 7));
      distinct = histories.size;
      const { model } = timed('fit', () => fitRepeatModel(histories, { kind }));
      timed('forecasts', () => forecastEach(model, histories, 13));
      const spend = timed('spend', () => fitSpendModel(rows.x, rows.spend));
      const terms = { periods: 12, period: 52 / 12, discount: 0.01, margin: 1, timing: 'end' };
      timed('values', () => lifetimeValues(model, spend, histories, rows.spend, terms));
    }
    lines.push({ label: `${size}, ${kind}`, distinct: distinct.toLocaleString('en'), seconds });
    console.log(lines.at(-1));
  }
}
const results = fileURLToPath(new URL('./results.md', import.meta.url));
writeFileSync(
  results,
  withModels(readFileSync(results, 'utf8'), { date: new Date(performance.timeOrigin).toISOString().slice(0, 10), lines })
);
