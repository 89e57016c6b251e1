import { describe, expect, test } from 'vitest';
import { cdnowSplit, cdnowSummary } from './cdnow.ts';
import { models } from './model-values.ts';
import { fitRepeatModel } from '../../src/models/fit-repeat-model.ts';
import { lifetimeValues, ratePerPeriod, type ValueTerms } from '../../src/models/lifetime-value.ts';
import { expectedSpend, fitSpendModel } from '../../src/models/spend-model.ts';

const near = (value: number | null | undefined, wanted: number, relative: number) =>
  expect(Math.abs((value ?? NaN) - wanted), `${value} for ${wanted}`).toBeLessThanOrEqual(relative * Math.abs(wanted));

const MONTHS: ValueTerms = { periods: 12, period: 52 / 12, discount: 0.01, margin: 1, timing: 'end' };

describe.skipIf(!models)('reference values of money', () => {
  const reference = models!;

  test('Gamma-Gamma on CDNOW: parameters, errors, likelihood, conditional means', () => {
    const { x, meanSpend } = cdnowSplit();
    const wanted = reference.btyd.cdnow_sample_from_log.Gamma_Gamma;
    const model = fitSpendModel(x, meanSpend);
    if (!model) throw new Error('no model');
    expect([model.kind, model.customers, model.notes]).toEqual(['gamma-gamma', wanted.n, []]);
    near(model.logLikelihood, wanted.LL, 1e-9);
    for (const { name, value, standardError } of model.parameters) {
      if (name === 'mean') throw new Error('no mean');
      near(value, wanted.params[name], 1e-6);
      near(standardError, wanted.se[name], 1e-3);
    }
    near(model.correlation, wanted.pearson_x_m, 1e-6);
    near(model.populationMean, wanted.population_mean_pv_over_q_minus_1, 1e-7);
    for (const { x: count, m, value } of wanted.cond_mean) near(expectedSpend(model, count, m), value, 1e-6);
  });

  test('twelve months of value under the BG/NBD: totals, first customers, spend of the holdout', () => {
    const { ids, histories, x, meanSpend, laterSpend } = cdnowSplit();
    const wanted = reference.btyd.cdnow_sample_from_log.CLV_12m;
    const fit = fitRepeatModel(histories, { kind: 'bg-nbd' });
    const spend = fitSpendModel(x, meanSpend);
    if (!fit.isFitted || !spend) throw new Error('not fitted');
    const worth = (terms: Partial<ValueTerms>) => lifetimeValues(fit.model, spend, histories, meanSpend, { ...MONTHS, ...terms });
    const discounted = worth({});
    const plain = worth({ discount: 0 });
    near(discounted.total.value, wanted.total_d001, 1e-7);
    near(plain.total.value, wanted.total_d0, 1e-7);
    near(worth({ period: 4.345 }).total.value, wanted.total_with_lifetimes_step_4_345, 1e-7);
    const sorted = discounted.value.value.toSorted();
    near(sorted[1178], wanted.median, 1e-7);
    for (const [id, row] of Object.entries(wanted.first20)) {
      const at = ids.indexOf(id);
      near(discounted.value.value[at], row.clv_d001, 1e-7);
      near(plain.value.value[at], row.clv_d0, 1e-7);
      near(discounted.spend[at], row.m_hat, 1e-7);
    }
    const holdout = worth({ periods: 1, period: 39, discount: 0 });
    near(holdout.total.value, wanted.holdout_spend.predicted, 1e-7);
    near(
      laterSpend.reduce((sum, money) => sum + money, 0),
      wanted.holdout_spend.actual,
      1e-9
    );
  });

  test('the same from the summary file, as lifetimes counts months', () => {
    const { histories, x, meanSpend } = cdnowSummary();
    const fit = fitRepeatModel(histories, { kind: 'bg-nbd' });
    const spend = fitSpendModel(x, meanSpend);
    if (!fit.isFitted || !spend) throw new Error('not fitted');
    const { total } = lifetimeValues(fit.model, spend, histories, meanSpend, { ...MONTHS, period: 4.345 });
    near(total.value, reference.btyd.cdnow_sample_from_summary_csv.CLV_12m.total_with_lifetimes_step_4_345, 1e-6);
  });
});

test('a yearly rate and its monthly share', () => {
  expect(ratePerPeriod(0.126825030131969, 12)).toBeCloseTo(0.01, 12);
});
