import { describe, expect, test } from 'vitest';
import { concentrationOf, topShare } from '../../src/models/concentration.ts';
import { fitCox, type Ties } from '../../src/models/cox.ts';
import { sampleRatio } from '../../src/models/experiment-checks.ts';
import { clopperPearson } from '../../src/models/intervals.ts';
import { kMeans, silhouette, standardisedPoints } from '../../src/models/k-means.ts';
import { logRank } from '../../src/models/log-rank.ts';
import { momentsOf } from '../../src/models/moments.ts';
import { comparePromoters, promoterScore } from '../../src/models/net-promoter.ts';
import { powerOf, sampleSize } from '../../src/models/sample-size.ts';
import { kaplanMeier, restrictedMean, type TimeCount } from '../../src/models/survival.ts';
import { compareProportions, fisherExact } from '../../src/models/two-proportions.ts';
import { compareMeans, cuped } from '../../src/models/welch.ts';
import { csvRecords, sharedData } from './golden.ts';
import { models, type CoxGolden, type ProportionsGolden } from './model-values.ts';

const near = (value: number | null | undefined, wanted: number | null, relative = 1e-9, absolute = 1e-12) => {
  if (wanted === null) expect(value).toBeNull();
  else expect(Math.abs((value ?? NaN) - wanted), `${value} for ${wanted}`).toBeLessThanOrEqual(relative * Math.abs(wanted) + absolute);
};

function expectProportions(wanted: ProportionsGolden): void {
  const [first, second] = [
    { x: wanted.x1, n: wanted.n1 },
    { x: wanted.x2, n: wanted.n2 }
  ];
  const compared = compareProportions(first, second)!;
  near(compared.difference, wanted.diff);
  near(compared.z === null ? null : Math.abs(compared.z), wanted.z_pooled);
  near(compared.p, wanted.p_value);
  near(compared.pCorrected, wanted.p_value_yates);
  near(compared.wald.low, wanted.wald_ci[0]);
  near(compared.wald.high, wanted.wald_ci[1]);
  near(compared.interval.low, wanted.newcombe_ci[0]);
  near(compared.interval.high, wanted.newcombe_ci[1]);
  near(compared.lift, wanted.rel_lift);
  near(compared.liftInterval?.low ?? null, wanted.rel_lift_ci_log[0]);
  near(compared.liftInterval?.high ?? null, wanted.rel_lift_ci_log[1]);
  if (wanted.fisher_p !== null) near(fisherExact(first, second), wanted.fisher_p, 1e-8);
}

const single = (time: number, isEvent: boolean): TimeCount => ({ time, events: isEvent ? 1 : 0, censored: isEvent ? 0 : 1 });

describe.skipIf(!models)('reference values of statistics', () => {
  const all = models?.survival_and_tests;
  const reference = all!;

  test('two proportions', () => reference.two_prop.forEach(expectProportions));

  test('exact intervals', () => {
    for (const { x, n, clopper_pearson: ends } of reference.wilson) {
      near(clopperPearson(x, n)?.low, ends[0], 1e-9);
      near(clopperPearson(x, n)?.high, ends[1], 1e-9);
    }
  });

  test('sample sizes and power', () => {
    for (const { p1, p2, power, alpha, n_per_group, n_ceil } of reference.sample_size) {
      near(sampleSize({ p1, p2, power, alpha }), n_per_group, 1e-6);
      expect(Math.ceil(sampleSize({ p1, p2, power, alpha }))).toBe(n_ceil);
    }
    for (const { n, p1, p2, power } of reference.power) near(powerOf({ n, p1, p2 }), power, 1e-10);
  });

  test('net promoter scores and their difference', () => {
    for (const row of reference.nps) {
      const score = promoterScore(row)!;
      near(score.score, row.NPS, 1e-10, 1e-9);
      near(score.standardError, row.se, 1e-10, 1e-9);
      near(score.interval.low, row.ci95[0], 1e-7);
      near(score.interval.high, row.ci95[1], 1e-7);
    }
    const { a, b, diff, z, p } = reference.nps_diff;
    const compared = comparePromoters(b, a)!;
    near(compared.difference, diff);
    near(compared.z, z);
    near(compared.p, p);
  });

  test('log-rank on lung and aml', () => {
    const lung = csvRecords(sharedData('surv_lung.csv').toString());
    const bySex = ['1', '2'].map((sex) =>
      lung.filter((row) => row['sex'] === sex).map((row) => single(Number(row['time']), row['status'] === '1'))
    );
    const found = logRank(bySex)!;
    const { chisq, p, obs, exp } = reference.lung.logrank_sex;
    near(found.chiSquare, chisq);
    near(found.p, p);
    found.expected.forEach((value, at) => near(value, exp[at]!));
    expect(found.observed).toEqual(obs);
    const { time, status, x } = reference.aml.data;
    const arms = [...new Set(x)].map((arm) => time.flatMap((one, at) => (x[at] === arm ? [single(one, status[at] === 1)] : [])));
    near(logRank(arms)?.chiSquare, reference.aml.logrank_x.chisq);
    near(logRank(arms)?.p, reference.aml.logrank_x.p);
  });

  test('Cox regression on rossi and lung, and the restricted mean', () => {
    const column = (rows: readonly Record<string, string>[], name: string) => rows.map((row) => Number(row[name]));
    const rossi = csvRecords(sharedData('surv_rossi.csv').toString());
    const released = { time: column(rossi, 'week'), event: column(rossi, 'arrest') };
    const expectCox = (found: ReturnType<typeof fitCox>, wanted: CoxGolden) => {
      found?.hazards.forEach(({ name, coefficient, standardError }, at) => {
        near(coefficient, wanted.coef[name] ?? NaN, 1e-7);
        if (wanted.se) near(standardError, wanted.se[at] ?? NaN, 1e-7);
      });
      expect(found?.hazards).toHaveLength(Object.keys(wanted.coef).length);
      found?.logLikelihood.forEach((value, at) => near(value, wanted.loglik[at] ?? NaN, 1e-10));
      if (wanted.concordance !== undefined) near(found?.concordance, wanted.concordance, 1e-9);
    };
    for (const ties of ['efron', 'breslow'] as const satisfies Ties[]) {
      const wanted = reference.rossi[`cox_${ties}`];
      const features = Object.fromEntries(Object.keys(wanted.coef).map((name) => [name, column(rossi, name)]));
      expectCox(fitCox(released, features, ties), wanted);
    }
    const lung = csvRecords(sharedData('surv_lung.csv').toString());
    const known = lung.filter((row) => row['ph.ecog'] !== '');
    const features = Object.fromEntries(['age', 'sex', 'ph.ecog'].map((name) => [name, column(known, name)]));
    expectCox(fitCox({ time: column(known, 'time'), event: column(known, 'status') }, features), reference.lung.cox_efron_age_sex_phecog);
    const { mean, standardError } = restrictedMean(kaplanMeier(lung.map((row) => single(Number(row['time']), row['status'] === '1'))), 365);
    near(mean, reference.lung.rmst_365[0], 1e-9);
    near(standardError, reference.lung.rmst_365[1], 1e-9);
  });

  test('the Hillstrom experiment: rates, spend, CUPED, sizes of the groups', () => {
    const rows = csvRecords(sharedData('hillstrom_email_experiment.csv').toString().replaceAll('$1,000', '$1000'));
    const arm = (segment: string) => {
      const own = rows.filter((row) => row['segment'] === segment);
      const column = (name: string) => own.map((row) => Number(row[name]));
      return { outcome: column('spend'), before: column('history'), n: own.length };
    };
    const control = arm('No E-Mail');
    for (const name of ['Mens E-Mail', 'Womens E-Mail'] as const) {
      const wanted = reference.hillstrom[name];
      expectProportions(wanted.visit);
      expectProportions(wanted.conversion);
      const mailed = arm(name);
      const spend = compareMeans(momentsOf(mailed.outcome), momentsOf(control.outcome))!;
      near(spend.difference, wanted.spend_welch.diff);
      near(spend.interval.low, wanted.spend_welch.ci[0]);
      near(spend.interval.high, wanted.spend_welch.ci[1]);
      near(spend.t, wanted.spend_welch.t);
      near(spend.df, wanted.spend_welch.df);
      near(spend.p, wanted.spend_welch.p);
      const adjusted = cuped(mailed, control);
      near(adjusted.theta, wanted.spend_cuped_history.theta);
      near(adjusted.compared?.difference, wanted.spend_cuped_history.diff);
      near(adjusted.compared?.interval.low, wanted.spend_cuped_history.ci[0]);
      near(adjusted.compared?.interval.high, wanted.spend_cuped_history.ci[1]);
      near(adjusted.compared?.p, wanted.spend_cuped_history.p);
    }
    const { counts, chisq, p } = reference.hillstrom.SRM_chisq;
    const ratio = sampleRatio(Object.values(counts))!;
    near(ratio.chiSquare, chisq);
    near(ratio.p, p);
    expect(ratio.isBroken).toBe(false);
  });

  test.each([
    ['cdnow_sample', 'cdnow_sample_transactions.csv', 'customer_id', 'date', 'amount', '1998-06-30'],
    ['rfm_data_orders', 'rfm_data_orders.csv', 'customer_id', 'order_date', 'revenue', '2006-12-31']
  ] as const)('k-means and concentration of %s', (name, file, id, date, money, until) => {
    const byCustomer = new Map<string, { days: Set<string>; total: number }>();
    for (const row of csvRecords(sharedData(file).toString())) {
      const customer = byCustomer.get(row[id]!) ?? { days: new Set<string>(), total: 0 };
      customer.days.add(row[date]!.slice(0, 10));
      customer.total += Number(row[money]);
      byCustomer.set(row[id]!, customer);
    }
    const people = [...byCustomer.values()];
    const { stats, kmeans } = models!.descriptive[name];
    const totals = people.map(({ total }) => total);
    near(concentrationOf(totals)?.gini, stats.gini, 1e-8);
    near(topShare(totals, 0.2), stats.revenue_share_top20pct_customers, 1e-8);
    const recency = people.map(({ days }) => (Date.parse(until) - Date.parse([...days].sort().at(-1)!)) / 86_400_000);
    const columns = [recency, people.map(({ days }) => days.size), totals].map((column) => column.map(Math.log1p));
    const points = standardisedPoints(columns);
    columns.forEach((column, at) => near(momentsOf(column).mean, kmeans.log_mean[at]!, 1e-8));
    for (const [k, wanted] of Object.entries(kmeans.k)) {
      // The best of fifty starts of the reference is not the best there is for every k.
      const found = kMeans(points, Number(k), { seed: 1, starts: 30 });
      expect(found.inertia).toBeLessThan(wanted.best_inertia * 1.001);
      if (wanted.silhouette === null) continue;
      const sizes = found.sizes.toSorted((one, other) => other - one);
      expect(Math.max(...sizes.map((size, at) => Math.abs(size - wanted.sizes_sorted[at]!)))).toBeLessThan(5);
      near(silhouette(points, found.of), wanted.silhouette, 5e-3);
    }
  });
});
