import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { golden } from '../../../test/golden/golden.ts';
import { models } from '../../../test/golden/model-values.ts';
import { shopOf } from '../../../test/golden/shops.ts';
import { startEngine } from '../../../test/engine/engine.ts';
import { promiseOf } from '../../../test/engine/promises.ts';
import { dayOf, randomOrders, shopOfOrders } from '../../../test/engine/random-shop.ts';
import { ask, makeShop } from '../../../test/engine/shop.ts';
import { decode, rowsOf } from '../../engine/arrow.ts';
import type { Columns } from '../../engine/query.ts';
import { paramNames, type SqlParams } from '../../engine/sql.ts';
import { chancesOf, scoresOf, standingOf, type ChanceFormula } from '../../models/churn-formula.ts';
import type { ChurnJudged } from '../../models/churn-ranking.ts';
import { formatFor } from '../../i18n/format.ts';
import { Shop } from '../../session/shop.ts';
import type { Scope } from '../../sources/scope.ts';
import { scoringParams, type Scoring } from '../scores/scoring.ts';
import { DEFAULT_PACE } from '../signs/pace.ts';
import { reasonParams } from '../signs/signs.ts';
import type { Counting } from '../../session/view.svelte.ts';
import { judgement } from './chance-finding.ts';
import { CHANCE } from './chance-messages.ts';
import { askGround, dayBefore, everyOf, judged, proposal, type Ground, type Report } from './chance-model.ts';
import {
  CHANCE_CONTACT,
  CHANCE_CUSTOMERS,
  CHANCE_PAST,
  CHANCE_PAST_CUSTOMERS,
  CHANCE_SUMMARY,
  chanceFamily,
  chanceParams,
  GROUND,
  PAST_STANDINGS
} from './chance-queries.ts';
import { CONTRIBUTIONS } from './contributions.ts';
import {
  FAMILIES,
  flagChangedCustomers,
  flagChanges,
  flagParams,
  flagSegmentCustomers,
  flagSegments,
  type Flagging
} from './flag-queries.ts';
import { PAST_DUE_SUMMARY } from './queries.ts';
import { DEFAULT_WATCH, WATCH, WATCH_CUSTOMERS } from './watch-rules.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
let engine: Awaited<ReturnType<typeof startEngine>>;
const shopAt = (asOf: Date) => new Shop(engine, 1, (): Scope => ({ asOf, from: null, filters: {} }));
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const SCORING: Scoring = {
  template: 'cn8',
  score: 'quantile',
  split: 'mean',
  frequency: 'purchases',
  monetary: 'sum',
  r: [30, 60, 90, 120],
  f: [2, 3, 4, 5],
  m: [50, 100, 150, 200],
  cut: [90, 1, 100]
};

/** What a question about contacts takes beside the chances. */
const TOLD = { ...scoringParams(SCORING), ...DEFAULT_PACE, ...reasonParams('en') };

function numbersIn(rows: readonly Readonly<Record<string, number>>[]): Record<string, Float64Array> {
  const names = Object.keys(PAST_STANDINGS.columns);
  return Object.fromEntries(names.map((name) => [name, Float64Array.from(rows, (row) => row[name] ?? NaN)]));
}

function judgedOf(report: Report): ChurnJudged {
  if (!report.isJudged) throw new Error(report.reason);
  return report;
}

describe('on random orders', () => {
  const HORIZON = 60;
  const DAYS = 420;
  const orders = randomOrders(5, 500, DAYS);
  const asOf = dayOf(DAYS - 1);
  let shop: Shop;
  let ground: Ground;
  let report: ChurnJudged;
  beforeAll(async () => {
    await shopOfOrders(engine, orders);
    shop = shopAt(asOf);
    ground = (await askGround(shop)).value;
    report = judgedOf((await judged(shop, ground, HORIZON)).value);
  });
  afterAll(() => shop.close());

  test('what was known on a past day does not change with what came after it', async () => {
    const cut = dayBefore(asOf, HORIZON);
    const params = { day: cut, horizon: HORIZON, every: 1 };
    const known = (rows: readonly Readonly<Record<string, number>>[]) => rows.map(({ away: _, ...rest }) => rest);
    const later = await ask(engine, PAST_STANDINGS, params, { asOf });
    const then = await ask(engine, PAST_STANDINGS, params, { asOf: cut });
    expect(known(later)).toEqual(known(then));
    expect(then.every(({ away }) => away === 1)).toBe(true);
    expect(later.some(({ away }) => away === 0)).toBe(true);
    expect(later.every((row) => Object.values(row).every(Number.isFinite))).toBe(true);
  });

  test('two past days or more are judged, each by what followed, and each ranking at all of them', () => {
    expect(report.tests.map(({ horizonsAgo }) => horizonsAgo)).toEqual([1, 2, 3]);
    for (const { rankings, customers, away } of report.tests) {
      expect(away).toBeLessThan(customers);
      for (const { auc, errors, againstSilence, ranking } of rankings) {
        expect(auc.low).toBeLessThanOrEqual(auc.value);
        expect(auc.high).toBeGreaterThanOrEqual(auc.value);
        expect(auc.high).toBeLessThanOrEqual(1);
        expect(againstSilence === null).toBe(ranking === 'silence');
        if (errors) expect(Math.min(errors.brier, errors.baseBrier)).toBeGreaterThan(0);
      }
    }
    const silence = report.tests[0]?.rankings.find(({ ranking }) => ranking === 'silence');
    for (const { auc, againstSilence } of report.tests[0]?.rankings ?? [])
      if (againstSilence) expect(againstSilence.value).toBeCloseTo(auc.value - (silence?.auc.value ?? NaN), 9);
    // What is learnt needs a day before: the earliest has none.
    expect(report.tests.at(-1)?.rankings.some(({ ranking }) => ranking === 'logistic')).toBe(false);
    expect(report.formulas.map(({ now }) => now.ranking)).toContain(report.chosen);
  });

  test('SQL gives each customer the chance that was judged, whatever the ranking', async () => {
    const params = { day: asOf, horizon: HORIZON, every: 1 };
    const standing = standingOf(numbersIn(await ask(engine, PAST_STANDINGS, params, { asOf })));
    expect(report.formulas).toHaveLength(4);
    for (const { now } of report.formulas) {
      const expected = [...chancesOf(now, scoresOf(now, standing, HORIZON))];
      const query = CHANCE_CONTACT[chanceFamily(now)];
      const rows = await ask(engine, query, chanceParams(query, now, { day: asOf, horizon: HORIZON, below: 2, most: 10_000, ...TOLD }), {
        asOf
      });
      const byCustomer = [...rows].sort((a, b) => a.customer - b.customer).map(({ chance }) => chance);
      expect(byCustomer, now.ranking).toHaveLength(expected.length);
      byCustomer.forEach((chance, at) => expect(chance ?? NaN).toBeCloseTo(expected[at] ?? NaN, 9));
      // A threshold flags the same people everywhere.
      const below = 0.4;
      const many = expected.filter((chance) => chance < below).length;
      const asked = { day: asOf, horizon: HORIZON, below };
      const summary = CHANCE_SUMMARY[chanceFamily(now)];
      const [counted] = await ask(engine, summary, chanceParams(summary, now, asked), { asOf });
      expect([counted?.past_due, counted?.customers]).toEqual([many, expected.length]);
      const listed = CHANCE_CUSTOMERS[chanceFamily(now)];
      const people = await ask(engine, listed, chanceParams(listed, now, asked), { asOf });
      expect(people).toHaveLength(many);
      expect(Math.max(...people.map(({ chance }) => chance))).toBeLessThan(below);
    }
  });

  test('what the product keeps between questions gives the same as what stands alone', async () => {
    for (const { now } of report.formulas) {
      const family = chanceFamily(now);
      const asked = { day: asOf, horizon: HORIZON, below: 0.4, most: 20, ...TOLD };
      for (const question of [CHANCE_SUMMARY, CHANCE_CONTACT, CHANCE_PAST] as const) {
        const query = question[family];
        const params = chanceParams(query, now, asked);
        expect((await shop.ask<SqlParams, Columns>(query, params)).value).toEqual(
          await ask<SqlParams, Columns>(engine, query, params, { asOf })
        );
      }
      const flagging: Flagging = { by: 'chance', formula: now, horizon: HORIZON, below: 0.4, day: asOf };
      for (const query of [flagChanges(family), flagSegments(family)]) {
        const params = flagParams(query, flagging, { ...scoringParams(SCORING), compare: dayBefore(asOf, 30) });
        const used = Object.fromEntries(Object.entries(params).filter(([name]) => paramNames(query.sql).has(name)));
        expect((await shop.ask<SqlParams, Columns>(query, used)).value).toEqual(
          await ask<SqlParams, Columns>(engine, query, used, { asOf })
        );
      }
    }
  });

  test('beside the name of the page stands how many the choice on it flags, and what that is', async () => {
    const badge = async (params: Record<string, string>, locale: 'en' | 'zh' = 'en') => {
      const counting: Counting = {
        choice: (name, allowed) => allowed.find((one) => one === params[name]) ?? allowed[0],
        number: (name, fallback) => Number(params[name] ?? fallback)
      };
      return (await CONTRIBUTIONS.badge?.(shop, counting, locale, formatFor(locale, 'CNY'), new AbortController().signal))?.value;
    };
    for (const [params, rule] of [
      [{}, { rule: 'days', days: 90, k: 2, floor: 45 }],
      [
        { rule: 'gap', k: '3' },
        { rule: 'gap', days: 90, k: 3, floor: 45 }
      ]
    ] as const) {
      const [row] = await ask(engine, PAST_DUE_SUMMARY, rule, { asOf });
      expect((await badge(params))?.count).toBe(row?.past_due);
    }
    expect((await badge({}))?.title).toBe('No purchase for more than 90 days');
    expect((await badge({ rule: 'gap', k: '3' }, 'zh'))?.title).toBe('沉默超过平时间隔 3 倍且超过 45 天的客户');
    const flagged = await badge({ rule: 'chance', within: String(HORIZON), below: '40' });
    const { now } = report.formulas.find((one) => one.now.ranking === report.chosen) ?? {};
    if (!now) throw new Error('no formula');
    const summary = CHANCE_SUMMARY[chanceFamily(now)];
    const [counted] = await ask(engine, summary, chanceParams(summary, now, { day: asOf, horizon: HORIZON, below: 0.4 }), { asOf });
    expect(flagged).toEqual(report.isTelling ? { count: counted?.past_due, title: 'Chance below 40.0% to buy within 60 days' } : undefined);
  });

  test('the warning of a past day is the one that was tested: its people are those of the money', async () => {
    const { then } = report.formulas.find(({ now }) => now.ranking === report.chosen) ?? { then: null };
    if (!then) throw new Error('no formula at the past day');
    const asked = { day: dayBefore(asOf, HORIZON), horizon: HORIZON, below: 0.5 };
    const [past, people] = [CHANCE_PAST[chanceFamily(then)], CHANCE_PAST_CUSTOMERS[chanceFamily(then)]];
    const rows = await ask(engine, past, chanceParams(past, then, asked), { asOf });
    const open = (group: string) => ask(engine, people, chanceParams(people, then, { ...asked, group }), { asOf });
    expect(await open('warned')).toHaveLength(rows.length);
    expect(await open('right')).toHaveLength(rows.filter(({ away }) => away === 1).length);
    for (const { at_stake, amount_year } of rows) expect(at_stake).toBeLessThanOrEqual(amount_year);
  });

  test.each(['rule', 'chance'] as const)('segments and changes hold everybody who is flagged by %s, once', async (by) => {
    const formula = report.formulas.at(-1)?.now as ChanceFormula;
    const flagging: Flagging =
      by === 'rule'
        ? { by, rule: { rule: 'gap', days: 90, k: 2, floor: 30 }, day: asOf }
        : { by, formula, horizon: HORIZON, below: 0.4, day: asOf };
    const family = by === 'rule' ? 'rule' : chanceFamily(formula);
    const summary = CHANCE_SUMMARY[chanceFamily(formula)];
    const [counted] =
      by === 'rule'
        ? await ask(engine, PAST_DUE_SUMMARY, { rule: 'gap', days: 90, k: 2, floor: 30 }, { asOf })
        : await ask(engine, summary, chanceParams(summary, formula, { day: asOf, horizon: HORIZON, below: 0.4 }), { asOf });
    const flagged = counted?.past_due ?? -1;
    expect(flagged).toBeGreaterThan(0);
    const inSegments = flagSegments(family);
    const segments = await ask(engine, inSegments, flagParams(inSegments, flagging, scoringParams(SCORING)), { asOf });
    expect(segments.reduce((sum, row) => sum + row.flagged, 0)).toBe(flagged);
    expect(segments.reduce((sum, row) => sum + row.customers, 0)).toBe(counted?.customers);
    expect(segments.reduce((sum, row) => sum + row.amount_year, 0)).toBeCloseTo(counted?.amount_year ?? NaN, 6);
    const [first] = segments;
    const people = flagSegmentCustomers(family);
    const opened = await ask(engine, people, flagParams(people, flagging, { ...scoringParams(SCORING), segment: first?.segment ?? '' }), {
      asOf
    });
    expect(opened).toHaveLength(first?.flagged ?? -1);
    const compare = dayBefore(asOf, 30);
    const [changes, changed] = [flagChanges(family), flagChangedCustomers(family)];
    const rows = await ask(engine, changes, flagParams(changes, flagging, { compare }), { asOf });
    const count = (kind: string) => rows.find(({ change }) => change === kind)?.customers ?? 0;
    expect(count('new') + count('still') + count('again')).toBe(flagged);
    for (const { change, customers } of rows)
      expect(await ask(engine, changed, flagParams(changed, flagging, { compare, change }), { asOf }), change).toHaveLength(customers);
    const earlier: Flagging = { ...flagging, day: compare };
    const before = flagSegments(family);
    const then = await ask(engine, before, flagParams(before, earlier, scoringParams(SCORING)), { asOf: compare });
    const flaggedThen = then.reduce((sum, row) => sum + row.flagged, 0);
    expect(flaggedThen).toBe(count('still') + count('again') + count('recovered') + count('other'));
  });

  test('of many customers every n-th is looked at, and the n-ths are alike', async () => {
    const params = { day: asOf, horizon: HORIZON };
    const rows = await ask(engine, PAST_STANDINGS, { ...params, every: 3 }, { asOf });
    expect(rows.length).toBeGreaterThan(ground.customers / 4);
    expect(rows.length).toBeLessThan(ground.customers / 2);
    expect(everyOf({ ...ground, customers: 60_000 })).toBe(1);
    expect(everyOf({ ...ground, customers: 1_500_000 })).toBe(25);
  });

  test('every query gives the columns it promises', async () => {
    const formula = report.formulas[0]?.now as ChanceFormula;
    const asked = { day: asOf, horizon: HORIZON, below: 0.4, most: 5, group: 'right', ...TOLD };
    const chances = [CHANCE_SUMMARY, CHANCE_CUSTOMERS, CHANCE_PAST, CHANCE_PAST_CUSTOMERS, CHANCE_CONTACT].flatMap(
      ({ history, features }) => [history, features]
    );
    const flagging = (family: string): Flagging =>
      family === 'rule'
        ? { by: 'rule', rule: { rule: 'days', days: 90, k: 2, floor: 45 }, day: asOf }
        : { by: 'chance', formula, horizon: HORIZON, below: 0.4, day: asOf };
    const more = { ...scoringParams(SCORING), compare: dayBefore(asOf, 30), segment: '111', change: 'new' };
    const flags = FAMILIES.flatMap((family) =>
      [flagChanges(family), flagChangedCustomers(family), flagSegments(family), flagSegmentCustomers(family)].map((query) =>
        promiseOf(engine, query, flagParams(query, flagging(family), more) as never, asOf)
      )
    );
    const promises = [
      promiseOf(engine, GROUND, {}, asOf),
      promiseOf(engine, WATCH, DEFAULT_WATCH, asOf),
      promiseOf(engine, WATCH_CUSTOMERS, { ...DEFAULT_WATCH, kind: 'any' }, asOf),
      promiseOf(engine, PAST_STANDINGS, { day: asOf, horizon: 60, every: 1 }, asOf),
      ...chances.map((query) => promiseOf(engine, query, chanceParams(query, formula, asked) as never, asOf)),
      ...flags
    ];
    for (const { promised, given } of await Promise.all(promises)) expect(given).toEqual(promised);
  });
});

test('a shop without anybody, with one purchase, or with one day says why it cannot be judged', async () => {
  const one = (id: string, on: string) =>
    `select '${id}' as order_id, '${id}' as customer_id, timestamp '${on} 00:00:00' as order_time, cast(1 as decimal(18, 2)) as amount`;
  const many = Array.from({ length: 40 }, (_, at) => one(`c${at}`, '2024-03-01')).join(' union all ');
  for (const [select, reason] of [
    ['select null as order_id, null as customer_id, null as order_time, null as amount where false', 'no-past'],
    [one('a', '2024-01-01'), 'few-outcomes'],
    [many, 'few-outcomes']
  ] as const) {
    await makeShop(engine, select);
    const shop = shopAt(day('2024-12-31'));
    const ground = (await askGround(shop)).value;
    expect(proposal(ground).days).toBeGreaterThan(0);
    expect((await judged(shop, ground, 60)).value).toMatchObject({ isJudged: false, reason });
    await shop.close();
  }
});

test('watch rules match who buys less, who pays unlike before, and who complained', async () => {
  const order = (id: string, on: string, amount: number) =>
    `select '${id}${on}' as order_id, '${id}' as customer_id, timestamp '${on} 00:00:00' as order_time, cast(${amount} as decimal(18, 2)) as amount`;
  const on = (id: string, days: readonly string[], last = 10) =>
    days.map((text, at) => order(id, text, at === days.length - 1 ? last : 10)).join(' union all ');
  await makeShop(
    engine,
    [
      on('less', ['2024-05-02', '2024-05-08', '2024-05-20', '2024-06-20']),
      on('same', ['2024-05-02', '2024-05-08', '2024-05-20', '2024-06-10', '2024-06-20']),
      on('more', ['2024-01-02', '2024-02-08', '2024-03-20', '2024-06-20'], 40),
      on('tiny', ['2024-01-02', '2024-02-08', '2024-03-20', '2024-06-20'], 3),
      on('long ago', ['2023-01-02', '2023-02-08', '2023-03-20', '2023-06-20'], 90),
      on('angry', ['2024-06-29'])
    ].join(' union all ')
  );
  const asOf = day('2024-06-30');
  const keys = (await engine.run('keys', "select customer from customer_profiles where customer_id = 'angry'")).bytes;
  const [angry] = rowsOf(decode(keys), { customer: 'integer' });
  await engine.execute('feedback', [
    `insert into all_feedback (customer, day, kind, score) values (${angry?.customer}, date '2024-06-30', 'nps', 3), (null, date '2024-06-30', 'nps', 0),
      (${angry?.customer}, date '2024-06-29', 'ticket', null)`
  ]);
  const rows = await ask(engine, WATCH, DEFAULT_WATCH, { asOf });
  expect(rows.map(({ kind, customers }) => [kind, customers])).toEqual([
    ['drop', 1],
    ['unusual', 2],
    ['negative', 1],
    ['any', 4]
  ]);
  for (const { kind, customers } of rows)
    expect(await ask(engine, WATCH_CUSTOMERS, { ...DEFAULT_WATCH, kind }, { asOf })).toHaveLength(customers);
  const [wide] = await ask(engine, WATCH, { ...DEFAULT_WATCH, drop: 0.7 }, { asOf });
  expect(wide?.customers).toBe(0);
});

describe.skipIf(!golden || !models)('from raw files', () => {
  test('CDNOW, 39 weeks: the reference values, and plain silence chosen because nothing is better', async () => {
    await shopOf(engine, 'cdnow_sample');
    const shop = shopAt(day('1998-06-30'));
    const ground = (await askGround(shop)).value;
    const report = judgedOf((await judged(shop, ground, 273)).value);
    const [latest] = report.tests;
    expect(latest).toMatchObject({ customers: 2357, away: 2357 - 684 });
    const reference = models?.churn_backtest.cdnow_sample;
    const methods = reference?.methods ?? {};
    const of = (name: string) => latest?.rankings.find(({ ranking }) => ranking === name);
    expect(of('silence')?.auc.value).toBeCloseTo(methods['minus_recency_days']?.AUC_all ?? NaN, 4);
    const model = of('repeat-model');
    const said = methods['MBG_P_active_in_holdout'];
    expect(model?.auc.value).toBeCloseTo(said?.AUC_all ?? NaN, 6);
    expect(model?.errors?.brier).toBeCloseTo(said?.Brier ?? NaN, 6);
    expect(model?.errors?.baseBrier).toBeCloseTo(reference?.Brier_base_rate ?? NaN, 8);
    expect(model?.errors?.meanChance).toBeCloseTo(said?.mean_pred ?? NaN, 6);
    expect(model?.likeliest?.lift).toBeCloseTo(2.8, 2);
    expect(report).toMatchObject({ chosen: 'silence', isTelling: true, untried: ['logistic'] });
    await shop.close();
  });

  test('CDNOW at the proposed horizon: three looks back, chances nearer to what came than the average', async () => {
    const shop = shopAt(day('1998-06-30'));
    const ground = (await askGround(shop)).value;
    const horizon = proposal(ground).days;
    expect(horizon).toBe(120);
    const report = judgedOf((await judged(shop, ground, horizon)).value);
    expect(report.tests).toHaveLength(3);
    expect(report.chosen).toBe('silence');
    for (const { errors, calibration } of report.tests[0]?.rankings ?? []) {
      expect(errors?.brier).toBeLessThan(errors?.baseBrier ?? 0);
      expect(calibration?.expectedError).toBeLessThan(0.07);
    }
    await shop.close();
  });

  test('a shop of one-time buyers: no ranking tells more than a coin, and the report says so', async () => {
    await shopOf(engine, 'cn_orders_paid');
    const shop = shopAt(day('2019-06-30'));
    const ground = (await askGround(shop)).value;
    const report = judgedOf((await judged(shop, ground, proposal(ground).days)).value);
    expect(report).toMatchObject({ isTelling: false, chosen: 'silence' });
    for (const { auc } of report.tests[0]?.rankings ?? []) expect(auc.value).toBeLessThan(0.55);
    const words = judgement(report, ground, proposal(ground).days, { words: CHANCE.en, format: formatFor('en', null) });
    expect(words).toMatch(/^In your past no ranking told who would come back clearly better than tossing a coin/);
    await shop.close();
  });
});
