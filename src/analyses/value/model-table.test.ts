import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { golden } from '../../../test/golden/golden.ts';
import { shopOf } from '../../../test/golden/shops.ts';
import { startEngine } from '../../../test/engine/engine.ts';
import { formatFor } from '../../i18n/format.ts';
import { Shop } from '../../session/shop.ts';
import type { Scope } from '../../sources/scope.ts';
import { cellText } from '../../ui/cell-text.ts';
import type { TableModel } from '../../ui/table-model.ts';
import { askValues, valueFitting } from '../forecasts/customer-values.ts';
import type { Terms } from '../forecasts/terms.ts';
import type { Telling } from './choices.ts';
import { listTable } from './list-table.ts';
import { VALUE } from './messages.ts';
import { modelDefinition, modelFinding, modelTable, namedModels } from './model-table.ts';
import { MOST_VALUABLE } from './queries.ts';
import { askWhatIf } from './what-if.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const TERMS: Terms = { model: 'mbg-nbd', months: 12, month: 'year', discount: 0.1, margin: 0.8, timing: 'end', outliers: 'kept' };
const telling = (locale: 'en' | 'zh'): Telling => ({ words: VALUE[locale], format: formatFor(locale, 'USD'), audience: () => '' });
const en = telling('en');

/** The table as it stands on the screen: one record of texts per row. */
function shown({ columns, rows }: TableModel): Record<string, string>[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, at) => [column.id, cellText(row[at] ?? null, column, en.format)] as const))
  );
}
const plain = (text: string | undefined) => Number((text ?? '').replaceAll('−', '-').replaceAll(/[^\d.-]/g, ''));

/** ₂F₁ by its power series. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let [term, sum] = [1, 1];
  for (let n = 0; n < 5000 && Math.abs(term) > 1e-14 * Math.abs(sum); n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
  }
  return sum;
}

describe.skipIf(!golden)('the formulas, the parameters and a history on the screen give the value beside it', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  let shop: Shop;
  beforeAll(async () => {
    engine = await startEngine();
    await shopOf(engine, 'cdnow_sample');
    shop = new Shop(engine, 1, (): Scope => ({ asOf: day('1997-09-30'), from: null, filters: {} }));
  });
  afterAll(async () => {
    await shop.close();
    await engine.stop();
  });

  test.each(['mbg-nbd', 'bg-nbd'] as const)('%s', async (model) => {
    const terms = { ...TERMS, model };
    const { report } = (await shop.fit(valueFitting(terms))).value;
    const parameters = shown(modelTable(report, terms, en));
    const of = (name: string, among = '') =>
      plain(parameters.find((row) => row['parameter'] === name && (row['model'] ?? '').includes(among))?.['value']);
    const [r, alpha, a, b] = [of('r'), of('α'), of('a'), of('b')];
    const [p, q, gamma] = [of('p'), of('q'), of('γ')];
    const [n, h, d, margin] = [of('n'), of('h') / 7, of('d'), plain(parameters.find((row) => row['meaning']?.includes('kept'))?.['value'])];
    const values = (await askValues(shop, terms, MOST_VALUABLE, { margin: terms.margin, most: 50 })).value;
    const customers = shown(listTable(values.rows, terms, en, () => ''));
    // The first, and one of many purchases but long silent.
    for (const customer of [customers[0], customers[20], customers[49]]) {
      const read = (name: string) => plain(customer?.[name]);
      const [x, recency, age, m] = [read('x'), read('t_x_days') / 7, read('t_days') / 7, read('mean_repeat')];
      const more = model === 'mbg-nbd' ? 1 : 0;
      const alive = 1 / (1 + (a / (b + x + more - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x));
      const expected = (t: number) =>
        ((alive * (a + b + x + more - 1)) / (a - 1)) *
        (1 -
          ((alpha + age) / (alpha + age + t)) ** (r + x) *
            hypergeometric(r + x, b + x + more, a + b + x + more - 1, t / (alpha + age + t)));
      const money = (p * (gamma + x * m)) / (p * x + q - 1);
      let value = 0;
      for (let i = 1; i <= n; i++) value += (expected(i * h) - expected((i - 1) * h)) / (1 + d) ** i;
      value *= margin * money;
      const buys = alive * (1 - ((alpha + age) / (alpha + age + n * h)) ** (r + x));
      expect(Math.round(100 * buys)).toBe(read('p_buys'));
      expect(expected(n * h)).toBeCloseTo(read('expected_purchases'), 1);
      expect(Math.abs(money - read('expected_purchase'))).toBeLessThanOrEqual(0.011);
      expect(Math.abs(value - read('value')), `${value} for ${read('value')}`).toBeLessThanOrEqual(0.51);
    }
  });

  test('the panel says what was fitted, and the others name it once', async () => {
    const { report } = (await shop.fit(valueFitting(TERMS))).value;
    expect(modelFinding(report, en)).toMatch(
      /^\*\*MBG\/NBD\*\*, fitted to \*\*2,357\*\* customers, of whom \*\*946\*\* came back: who is a customer buys \*\*4\.4\*\* times a year on average; after a purchase \*\*35\.6%\*\* leave for good\. A purchase is worth \*\*\$35\.17\*\* on average\.$/
    );
    expect(modelDefinition(report, TERMS, telling('zh')).join('')).toContain('₂F₁(r + x, b + x + 1; a + b + x; t ÷ (α + T + t))');
    expect(namedModels({ model: 'pareto-nbd' }, en)).toContain('Pareto/NBD (Schmittlein, Morrison & Colombo 1987)');
    const likelihood = shown(modelTable(report, TERMS, en)).filter((row) => row['parameter'] === 'ln L');
    expect(likelihood.map((row) => plain(row['value']).toFixed(3))).toEqual(['-9582.136', '-4055.918']);
    const { evidence } = await askWhatIf(shop, TERMS, { retention: 0.05, order: 0 });
    expect(evidence.steps).toHaveLength(1);
  });
});
