// `node test/bench/models.mjs`: how long the models take for 100,000 and one million customers, from whole-day
// histories to fitted parameters, and to forecasts and values with intervals. Customers are made up with a seed.
//   node test/bench/models.mjs --sizes 100k,1m --kinds mbg-nbd,pareto-nbd
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

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

async function timed(name, work) {
  const start = performance.now();
  const result = work();
  console.log(`  ${name.padEnd(34)} ${((performance.now() - start) / 1000).toFixed(3).padStart(7)} s`);
  return result;
}

for (const size of values.sizes.split(',')) {
  const rows = simulatedCustomers({ r: 0.6, alpha: 60, a: 0.9, b: 2.5 }, { customers: SIZES[size], window: 730, entry: 600, seed: 7 });
  for (const kind of values.kinds.split(',')) {
    console.log(`${size} customers, ${kind}`);
    for (const round of ['first time', 'again']) {
      const histories = await timed(`distinct histories, ${round}`, () => uniqueHistories(rows, 7));
      const fit = await timed(`fit of ${histories.size}, ${round}`, () => fitRepeatModel(histories, { kind }));
      console.log(
        `  ${fit.model.parameters.map(({ name, value }) => `${name} ${value.toFixed(4)}`).join('  ')}  ${fit.model.notes.join()}`
      );
      if (round !== 'again') continue;
      await timed('forecasts with intervals', () => forecastEach(fit.model, histories, 13));
      const spend = await timed('spend', () => fitSpendModel(rows.x, rows.spend));
      const terms = { periods: 12, period: 52 / 12, discount: 0.01, margin: 1, timing: 'end' };
      await timed('values of twelve months', () => lifetimeValues(fit.model, spend, histories, rows.spend, terms));
    }
  }
}
