import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AVERAGE_CUSTOMERS,
  BRACKET_CUSTOMERS,
  BRACKETS,
  COHORT_CUSTOMERS,
  COHORTS,
  GAP_CUSTOMERS,
  GAP_SUMMARY,
  GAPS,
  LADDER,
  LADDER_CUSTOMERS,
  MONTH_CUSTOMERS,
  MONTHS,
  WINDOW_CUSTOMERS,
  WINDOWS
} from '../../src/analyses/retention/queries.ts';
import { averagesOf } from '../../src/analyses/retention/finding.ts';
import { BACKTEST, BACKTEST_CUSTOMERS, SECOND_CUSTOMERS, SECOND_PURCHASE } from '../../src/analyses/churn/queries.ts';
import { kaplanMeier, survivalAt } from '../../src/models/survival.ts';
import { startEngine } from '../engine/engine.ts';
import { ask } from '../engine/shop.ts';
import { golden, type DescriptiveGolden } from './golden.ts';
import { shopOf } from './shops.ts';

const month = (day: Date): string => day.toISOString().slice(0, 7);
const byCohort = (rows: readonly { cohort: Date }[], value: (row: never) => number): Record<string, number[]> => {
  const lists: Record<string, number[]> = {};
  for (const row of rows) (lists[month(row.cohort)] ??= []).push(value(row as never));
  return lists;
};
const EVERYTHING = { grain: 'month', cohorts: 1000, periods: 1000 };

describe.skipIf(!golden).each(['cdnow_sample', 'cn_orders_paid'] as const)('retention of %s, from its raw file', (name) => {
  const stats = golden?.descriptive[name].stats ?? ({} as DescriptiveGolden['stats']);
  const asOf = new Date(stats.obs_end ?? 0);
  let engine: Awaited<ReturnType<typeof startEngine>>;
  beforeAll(async () => {
    engine = await startEngine();
    await shopOf(engine, name);
  });
  afterAll(() => engine?.stop());

  test('cohorts by month: customers, money, rolling', async () => {
    const inPeriod = await ask(engine, COHORTS, { ...EVERYTHING, kind: 'in-period' }, { asOf });
    expect(byCohort(inPeriod, ({ customers }: { customers: number }) => customers)).toEqual(stats.cohort_month_counts);
    expect(byCohort(inPeriod, ({ amount }: { amount: number }) => Math.round(amount * 100) / 100)).toEqual(stats.cohort_month_revenue);
    const rolling = await ask(engine, COHORTS, { ...EVERYTHING, kind: 'rolling' }, { asOf });
    expect(byCohort(rolling, ({ customers }: { customers: number }) => customers)).toEqual(stats.rolling_retention_counts);
  });

  test('the weighted average per age', async () => {
    const curve = averagesOf(await ask(engine, COHORTS, { ...EVERYTHING, kind: 'in-period' }, { asOf }));
    expect(curve.map(({ age }) => age)).toEqual(stats.weighted_retention_by_age.map((_, age) => age));
    curve.forEach(({ share, age }) => expect(share).toBeCloseTo(stats.weighted_retention_by_age[age] ?? NaN, 9));
  });

  test('months: buyers, money, newcomers, 复购率 and 回购率', async () => {
    const months = await ask(engine, MONTHS, {}, { asOf });
    const column = (value: (row: (typeof months)[number]) => number | null) =>
      Object.fromEntries(
        months.map((row) => [month(row.month), value(row)] as const).filter((pair): pair is [string, number] => pair[1] !== null)
      );
    expect(column((row) => row.buyers)).toEqual(stats.monthly_buyers);
    expect(column((row) => Math.round(row.amount * 100) / 100)).toEqual(stats.monthly_revenue);
    const newcomers = column((row) => row.new_customers);
    for (const [one, count] of Object.entries(newcomers)) expect(count, one).toBe(stats.monthly_new_customers[one] ?? 0);
    for (const [rates, wanted] of [
      [column((row) => row.repeat_rate), stats['monthly_in_period_repeat_rate(复购率)']],
      [column((row) => row.rebuy_rate), stats['monthly_next_month_rebuy_rate(回购率)']]
    ] as const) {
      expect(Object.keys(rates)).toEqual(Object.keys(wanted));
      for (const [one, rate] of Object.entries(rates)) expect(rate, one).toBeCloseTo(wanted[one] ?? NaN, 9);
    }
  });

  test('repurchase within N days, and in brackets of days', async () => {
    const windows = await ask(engine, WINDOWS, {}, { asOf });
    expect(windows).toHaveLength(5);
    for (const row of windows) {
      const wanted = stats[`repurchase_within_${row.days}d`] as { eligible: number; repurchased: number };
      expect([row.eligible, row.repurchased], `${row.days} days`).toEqual([wanted.eligible, wanted.repurchased]);
    }
    for (const row of await ask(engine, BRACKETS, {}, { asOf })) {
      const wanted = stats[`bracket_retention_day_${row.from_days}_${row.to_days}`] as { eligible: number; retained: number } | undefined;
      if (row.from_days < 181)
        expect([row.eligible, row.retained], `days ${row.from_days} to ${row.to_days}`).toEqual([wanted?.eligible, wanted?.retained]);
    }
  });

  test('gaps between purchases', async () => {
    const [summary] = await ask(engine, GAP_SUMMARY, {}, { asOf });
    const wanted = stats.inter_purchase_gap_days;
    expect(summary?.gaps).toBe(wanted.n);
    for (const [value, reference] of [
      [summary?.mean, wanted.mean],
      [summary?.deviation, wanted.sd],
      [summary?.shortest, wanted.min],
      [summary?.p10, wanted.p10],
      [summary?.p25, wanted.p25],
      [summary?.median, wanted.median],
      [summary?.p75, wanted.p75],
      [summary?.p90, wanted.p90],
      [summary?.p95, wanted.p95],
      [summary?.longest, wanted.max]
    ] as const)
      expect(value).toBeCloseTo(reference, 6);
    const spans = await ask(engine, GAPS, { width: 7, spans: 20 }, { asOf });
    expect(spans.reduce((sum, { gaps }) => sum + gaps, 0)).toBe(wanted.n);
  });

  test('the ladder is the distribution of purchases per customer', async () => {
    const ladder = await ask(engine, LADDER, { steps: 11 }, { asOf });
    const exactly = Object.entries(stats.freq_distribution_purchase_days);
    for (const { step, reached } of ladder.filter((rung) => rung.step <= 10)) {
      expect(reached, `step ${step}`).toBe(
        exactly.reduce((sum, [purchases, customers]) => sum + (Number(purchases) >= step ? customers : 0), 0)
      );
    }
  });

  test('a cell, a step, a window and a month open exactly the customers they count', async () => {
    const opened = async (cohort: Date, age: number, kind: string) =>
      (await ask(engine, COHORT_CUSTOMERS, { grain: 'month', cohort, age, kind }, { asOf })).length;
    for (const kind of ['in-period', 'rolling', 'cumulative']) {
      const cells = await ask(engine, COHORTS, { ...EVERYTHING, kind }, { asOf });
      for (const { cohort, age, customers, size } of cells.filter((_, place) => place % 5 === 0)) {
        expect(await opened(cohort, age, kind), `${kind} ${month(cohort)} +${age}`).toBe(age === 0 ? size : customers);
      }
    }
    for (const { step, reached } of await ask(engine, LADDER, { steps: 5 }, { asOf })) {
      expect(await ask(engine, LADDER_CUSTOMERS, { step, at: 'reached' }, { asOf })).toHaveLength(reached);
    }
    for (const { days, eligible, repurchased } of await ask(engine, WINDOWS, {}, { asOf })) {
      expect(await ask(engine, WINDOW_CUSTOMERS, { days, again: 'yes' }, { asOf })).toHaveLength(repurchased);
      expect(await ask(engine, WINDOW_CUSTOMERS, { days, again: 'no' }, { asOf })).toHaveLength(eligible - repurchased);
    }
    for (const row of (await ask(engine, MONTHS, {}, { asOf })).slice(0, 3)) {
      for (const [group, count] of [
        ['buyers', row.buyers],
        ['twice', row.bought_twice],
        ['next', row.bought_next_month]
      ] as const) {
        expect(await ask(engine, MONTH_CUSTOMERS, { month: row.month, group }, { asOf }), group).toHaveLength(count ?? 0);
      }
    }
  });

  test('an average, a gap, a bracket, a past warning and a step to the second purchase open exactly the customers they count', async () => {
    for (const kind of ['in-period', 'rolling', 'cumulative']) {
      const averages = averagesOf(await ask(engine, COHORTS, { ...EVERYTHING, kind }, { asOf }));
      for (const { age, customers, size } of averages.filter((_, place) => place % 4 === 0)) {
        const params = { grain: 'month', kind, age, by: 'none', first: '', rest: 0 };
        expect(await ask(engine, AVERAGE_CUSTOMERS, params, { asOf }), `${kind} +${age}`).toHaveLength(age === 0 ? size : customers);
      }
    }
    for (const { from_days, to_days, customers } of await ask(engine, GAPS, { width: 14, spans: 8 }, { asOf })) {
      const params = { shortest: from_days, longest: to_days ?? 1_000_000 };
      expect(await ask(engine, GAP_CUSTOMERS, params, { asOf }), `${from_days} days`).toHaveLength(customers);
    }
    for (const { from_days, to_days, retained } of await ask(engine, BRACKETS, {}, { asOf })) {
      expect(await ask(engine, BRACKET_CUSTOMERS, { day_from: from_days, day_to: to_days }, { asOf })).toHaveLength(retained);
    }
    for (const rule of [
      { rule: 'days', days: 60, k: 2, floor: 45 },
      { rule: 'gap', days: 60, k: 2, floor: 30 }
    ]) {
      for (const cut of await ask(engine, BACKTEST, { ...rule, cuts: 2 }, { asOf })) {
        const opened = async (group: string) =>
          (await ask(engine, BACKTEST_CUSTOMERS, { ...rule, warned_on: cut.cut_day, until: cut.until_day, group }, { asOf })).length;
        expect([await opened('warned'), await opened('right'), await opened('away')]).toEqual([
          cut.warned,
          cut.warned_away,
          cut.stayed_away
        ]);
      }
    }
    const counts = await ask(engine, SECOND_PURCHASE, {}, { asOf });
    const { steps } = kaplanMeier(counts.map(({ days, again, waiting }) => ({ time: days, events: again, censored: waiting })));
    for (const { time, eventsSoFar } of steps.filter((_, place) => place % 40 === 0)) {
      expect(await ask(engine, SECOND_CUSTOMERS, { by_day: time }, { asOf })).toHaveLength(eventsSoFar);
    }
  });

  test.skipIf(name !== 'cdnow_sample')('the curve of the time to the second purchase equals R', async () => {
    const counts = await ask(engine, SECOND_PURCHASE, {}, { asOf });
    const all = golden?.survival_and_tests.cdnow_sample_second_purchase;
    for (const [scale, wanted] of [
      ['log', all?.log],
      ['log-log', all?.loglog]
    ] as const) {
      const curve = kaplanMeier(
        counts.map(({ days, again, waiting }) => ({ time: days, events: again, censored: waiting })),
        { scale }
      );
      expect([curve.n, curve.events, curve.median.time, curve.median.low]).toEqual([wanted?.n, wanted?.events, null, wanted?.median_lower]);
      wanted?.times.forEach((time, place) => {
        const at = survivalAt(curve, time);
        expect(at.survival).toBeCloseTo(wanted.surv[place] ?? NaN, 9);
        expect(at.standardError).toBeCloseTo(wanted.std_err[place] ?? NaN, 9);
        expect(at.low).toBeCloseTo(wanted.lower[place] ?? NaN, 9);
        expect(at.high).toBeCloseTo(wanted.upper[place] ?? NaN, 9);
        expect(at.atRisk).toBe(wanted.n_risk[place]);
      });
    }
  });
});
