import { describe, expect, test } from 'vitest';
import { fitRepeatModel } from '../../src/models/fit-repeat-model.ts';
import { checkForecast } from '../../src/models/forecast-check.ts';
import { forecastEach, forecastTotal, type Forecast } from '../../src/models/forecast.ts';
import { fitLogistic, logisticChance } from '../../src/models/logistic.ts';
import { auc, calibration, chanceErrors, liftAt } from '../../src/models/ranking.ts';
import { cdnowSplit } from './cdnow.ts';
import { models } from './model-values.ts';

const near = (value: number | null | undefined, wanted: number | undefined, relative: number) =>
  expect(Math.abs((value ?? NaN) - (wanted ?? NaN)), `${value} for ${wanted}`).toBeLessThanOrEqual(relative * Math.abs(wanted ?? NaN));

const KINDS = [
  ['bg-nbd', 'BG', 'BG_NBD'],
  ['mbg-nbd', 'MBG', 'MBG_NBD'],
  ['pareto-nbd', 'PNBD', 'Pareto_NBD']
] as const;

describe.skipIf(!models)('39 weeks of CDNOW, forecast and come', () => {
  const reference = models!;
  const methods = reference?.churn_backtest.cdnow_sample.methods ?? {};
  const lists = () => {
    const split = cdnowSplit();
    const outcomes = split.laterDays.map((days) => (days > 0 ? 1 : 0));
    const perCustomer = (list: Float64Array) => Array.from(split.histories.of, (at) => list[at]!);
    return { ...split, outcomes, perCustomer };
  };

  test.each(KINDS)('%s: total, errors, by number of purchases, ranking', (kind, short, name) => {
    const { histories, x, laterDays, outcomes, perCustomer } = lists();
    const fit = fitRepeatModel(histories, { kind });
    if (!fit.isFitted) throw new Error(fit.reason);
    const forecast: Forecast = forecastEach(fit.model, histories, 39);
    const wanted = reference.btyd.cdnow_sample_from_log[name].holdout;
    const expected = perCustomer(forecast.expected.value);
    const check = checkForecast({ x, predicted: expected, actual: laterDays })!;
    near(check.predicted, wanted.forecast_total, 1e-5);
    expect(check.actual).toBe(wanted.actual_total);
    near(check.bias! * 100, wanted.bias_pct, 1e-4);
    near(check.meanError, wanted.MAE, 1e-5);
    near(check.squareError, wanted.RMSE, 1e-5);
    for (const row of check.rows) {
      const key = row.isOrMore ? `${row.x}+` : String(row.x);
      expect(row.customers).toBe(wanted.by_x[key]!.n);
      near(row.actual, wanted.by_x[key]!.actual_mean, 1e-8);
      near(row.predicted, wanted.by_x[key]!.pred_mean, 1e-5);
    }
    near(auc({ scores: expected, outcomes })?.value, wanted.AUC_cond_expect_vs_active, 1e-4);
    near(auc({ scores: perCustomer(forecast.alive.value), outcomes })?.value, wanted.AUC_palive_vs_active, 1e-4);
    near(liftAt({ scores: expected, outcomes }, 0.1)?.lift, wanted.lift_top_decile_cond_expect, 2e-3);
    const buys = { scores: perCustomer(forecast.buys.value), outcomes };
    const said = methods[`${short}_P_active_in_holdout`];
    if (!said) return;
    near(auc(buys)?.value, said.AUC_all, 1e-4);
    near(chanceErrors(buys)?.brier, said.Brier, 1e-5);
    near(chanceErrors(buys)?.baseBrier, reference.churn_backtest.cdnow_sample.Brier_base_rate, 1e-8);
    near(chanceErrors(buys)?.logLoss, said.logloss, 1e-5);
    near(chanceErrors(buys)?.meanChance, said.mean_pred, 1e-5);
    // Groups keep customers alike together, so that they differ a little from equal tenths.
    expect(Math.abs(calibration(buys)!.expectedError - said.ECE10!)).toBeLessThan(0.01);
    const total = forecastTotal(fit.model, histories, 39);
    near(total.value, wanted.forecast_total, 1e-5);
    expect(total.low).toBeLessThan(total.value);
    expect(total.parameterError).toBeGreaterThan(20);
    expect(total.chance).toBeGreaterThan(40);
  });

  test('plain recency and frequency', () => {
    const { x, recency, age, outcomes } = lists();
    // The reference counts weeks, where rounding breaks ties of whole days.
    near(auc({ scores: recency.map((last, at) => last - age[at]!), outcomes })?.value, methods['minus_recency_days']?.AUC_all, 2e-5);
    near(auc({ scores: x, outcomes })?.value, methods['frequency']?.AUC_all, 1e-6);
  });

  test('a logistic model on the outcome itself ranks as the upper reference does', () => {
    const { x, recency, age, meanSpend, outcomes } = lists();
    const features = {
      silence: age.map((whole, at) => Math.log1p(whole - recency[at]!)),
      frequency: x.map(Math.log1p),
      age,
      spend: meanSpend.map(Math.log1p)
    };
    const fit = fitLogistic(features, outcomes);
    if (!fit.isFitted) throw new Error('not fitted');
    const scored = { scores: logisticChance(fit.model, features), outcomes };
    expect(auc(scored)!.value).toBeGreaterThan(0.775);
    expect(auc(scored)!.value).toBeLessThan(0.79);
    expect(chanceErrors(scored)!.brier).toBeLessThan(0.158);
    near(chanceErrors(scored)!.meanChance, chanceErrors(scored)!.baseRate, 1e-8);
  });
});
