import { describe, expect, test } from 'vitest';
import { formatFor } from '../../i18n/format.ts';
import type { Choices, Telling } from './choices.ts';
import {
  averagesOf,
  cohortFinding,
  curveFinding,
  gapFinding,
  ladderFinding,
  monthFinding,
  windowFinding,
  type CohortCell,
  type CurvePoint,
  type GapSummary,
  type MonthRow,
  type Rung,
  type WindowRow
} from './finding.ts';
import { RETENTION } from './messages.ts';

const telling = (locale: 'en' | 'zh'): Telling => ({ words: RETENTION[locale], format: formatFor(locale, 'CNY'), audience: () => '' });
const en = telling('en');
const zh = telling('zh');
const CHOICES: Choices = { grain: 'month', measure: 'customers', kind: 'in-period', by: 'none' };

const cell = (month: number, size: number, customers: number, isComplete = true): CohortCell => ({
  cohort: new Date(Date.UTC(2025, month - 1, 1)),
  size,
  age: 1,
  starts: new Date(Date.UTC(2025, month, 1)),
  is_complete: isComplete,
  customers,
  share: customers / size,
  low: 0,
  high: 1,
  orders: customers,
  amount: customers * 10,
  orders_each: customers / size,
  amount_each: (customers * 10) / size,
  average_cohorts: null,
  average_size: null,
  average_customers: null,
  average_share: null,
  average_low: null,
  average_high: null,
  average_orders_each: null,
  average_amount_each: null
});
const point = (age: number, share: number, more: Partial<CurvePoint> = {}): CurvePoint => ({
  place: 1,
  name: 'all',
  age,
  cohorts: 3,
  size: 1000,
  customers: share * 1000,
  share,
  low: share - 0.02,
  high: share + 0.02,
  orders_each: share * 1.2,
  amount_each: share * 100,
  ...more
});

describe('cohorts', () => {
  const usual = [cell(1, 1000, 210), cell(2, 1000, 205), cell(3, 1000, 220)];
  test.each([
    [
      'nothing stands out',
      usual,
      CHOICES,
      'On average **21.2%** of customers come back in month 1, and no cohort stands out beyond chance.',
      '第 1 个月平均有 **21.2%** 的客户回来，各批客户之间没有显著差异。'
    ],
    [
      'one is clearly lower',
      [...usual, cell(7, 1000, 140)],
      CHOICES,
      'On average **21.2%** of customers come back in month 1; the **Jul 2025** cohort is clearly lower (**14.0%**).',
      '第 1 个月平均有 **21.2%** 的客户回来；**2025-07** 这批客户明显偏低（**14.0%**）。'
    ],
    [
      'a small cohort is not compared',
      [...usual, cell(7, 20, 0)],
      CHOICES,
      'On average **21.2%** of customers come back in month 1, and no cohort stands out beyond chance.',
      null
    ],
    [
      'an incomplete cohort is not compared',
      [...usual, cell(7, 1000, 20, false)],
      CHOICES,
      'On average **21.2%** of customers come back in month 1, and no cohort stands out beyond chance.',
      null
    ],
    [
      'rolling',
      usual,
      { ...CHOICES, kind: 'rolling' as const },
      'On average **21.2%** of customers buy in month 1 or later, and no cohort stands out beyond chance.',
      null
    ],
    [
      'revenue',
      usual,
      { ...CHOICES, measure: 'revenue' as const },
      'In month 1 each first-time customer brings **¥21.20** on average.',
      '第 1 个月里，每位首购客户平均贡献 **¥21.20**。'
    ],
    [
      'revenue, rolling',
      usual,
      { ...CHOICES, measure: 'revenue' as const, kind: 'rolling' as const },
      'From month 1 on each first-time customer brings **¥21.20** on average.',
      '从第 1 个月起，每位首购客户平均贡献 **¥21.20**。'
    ],
    [
      'orders, by week',
      usual,
      { ...CHOICES, measure: 'orders' as const, grain: 'week' as const },
      'In week 1 every 100 first-time customers place **25.4** orders on average.',
      null
    ]
  ])('%s', (_name, cells, choices, english, chinese) => {
    expect(cohortFinding(cells, [point(0, 1), point(1, 0.212)], choices, en)).toBe(english);
    if (chinese !== null) expect(cohortFinding(cells, [point(0, 1), point(1, 0.212)], choices, zh)).toBe(chinese);
  });

  test('the averages come out of the cells, one per age that a cohort completed', () => {
    const average = {
      average_cohorts: 2,
      average_size: 300,
      average_customers: 60,
      average_share: 0.2,
      average_low: 0.16,
      average_high: 0.25,
      average_orders_each: 0.3,
      average_amount_each: 5
    };
    const cells = [
      { ...cell(1, 200, 40), ...average },
      { ...cell(2, 100, 20), ...average },
      { ...cell(2, 100, 0, false), age: 2 }
    ];
    expect(averagesOf(cells)).toEqual([
      {
        place: 1,
        name: 'all',
        age: 1,
        cohorts: 2,
        size: 300,
        customers: 60,
        share: 0.2,
        low: 0.16,
        high: 0.25,
        orders_each: 0.3,
        amount_each: 5
      }
    ]);
  });

  test('days take another preposition than months', () => {
    expect(cohortFinding([], [point(1, 0.02)], { ...CHOICES, grain: 'day' }, en)).toBe(
      'On average **2.0%** of customers come back on day 1.'
    );
  });

  test('says so when no period is complete', () => expect(cohortFinding([], [], CHOICES, en)).toContain('No cohort'));
});

describe('the curve', () => {
  test('without a split: periods 1, 3 and 6 as far as they exist', () => {
    expect(curveFinding([point(0, 1), point(1, 0.2), point(2, 0.15), point(3, 0.1)], CHOICES, en)).toBe(
      'Weighted average over complete periods: **20.0%** in month 1 and **10.0%** in month 3.'
    );
    expect(curveFinding([point(1, 0.2)], CHOICES, zh)).toBe('已结束周期的加权平均：第 1 个月 **20.0%**。');
  });
  const split = (low: number, high: number) => [
    point(3, low, { name: '直播' }),
    point(3, high, { place: 2, name: '天猫' }),
    point(3, 0.01, { place: 3, name: null })
  ];
  test('with a split: the worst and the best group, when their intervals do not touch', () => {
    expect(curveFinding(split(0.06, 0.12), { ...CHOICES, by: 'channel' }, zh)).toBe(
      '第 3 个月，首单来自**直播**的客户留存最低（**6.0%**），**天猫**最高（**12.0%**）。'
    );
    expect(curveFinding(split(0.06, 0.12), { ...CHOICES, by: 'channel', measure: 'revenue' }, zh)).toBe(
      '第 3 个月，首单来自**直播**的客户人均最低（**¥6.00**），**天猫**最高（**¥12.00**）。'
    );
    expect(curveFinding(split(0.1, 0.12), { ...CHOICES, by: 'channel' }, en)).toBe(
      'By month 3 no group differs clearly from another: the intervals overlap.'
    );
  });
});

test.each<[string, number[], string, string]>([
  [
    'the first step',
    [18_406, 6810, 3720],
    '**First → Second** is the biggest break: only **37.0%** get there.',
    '**首单 → 第 2 单**是最大的断层：只有 **37.0%** 走到第 2 单。'
  ],
  [
    'a later step',
    [100, 80, 10, 5],
    '**Second → Third** is the biggest break: only **12.5%** get there.',
    '**第 2 单 → 第 3 单**是最大的断层：只有 **12.5%** 走到第 3 单。'
  ],
  ['too few', [12, 1], 'Too few customers to say (12).', '客户太少（12 位），暂不下结论。']
])('the ladder breaks at %s', (_name, reached, english, chinese) => {
  const rungs = reached.map((count, place): Rung => ({
    step: place + 1,
    reached: count,
    reached_before: reached[place - 1] ?? null,
    share: place === 0 ? null : count / (reached[place - 1] ?? 1),
    low: 0,
    high: 1
  }));
  expect(ladderFinding(rungs, en)).toBe(english);
  expect(ladderFinding(rungs, zh)).toBe(chinese);
});

test('gaps: the quantiles in whole days, or too few', () => {
  const summary: GapSummary = {
    gaps: 4339,
    customers: 1139,
    mean: 70.9,
    deviation: 91,
    shortest: 1,
    p10: 4,
    p25: 12,
    median: 34,
    p75: 90.5,
    p90: 196,
    p95: 279,
    longest: 532
  };
  expect(gapFinding(summary, en)).toBe(
    'Half of all repurchases come within **34 days**, three quarters within **91 days**, nine in ten within **196 days**.'
  );
  expect(gapFinding({ ...summary, gaps: 3 }, zh)).toBe('客户太少（3 位），暂不下结论。');
});

test('months: the latest complete one, and the latest whose next is complete', () => {
  const month = (number: number, isComplete: boolean, isNextComplete: boolean): MonthRow => ({
    month: new Date(Date.UTC(2019, number - 1, 1)),
    buyers: 100,
    bought_twice: number,
    repeat_rate: number / 100,
    repeat_low: 0,
    repeat_high: 1,
    bought_next_month: 2 * number,
    rebuy_rate: (2 * number) / 100,
    rebuy_low: 0,
    rebuy_high: 1,
    new_customers: 1,
    orders: 1,
    amount: 1,
    is_complete: isComplete,
    is_next_complete: isNextComplete
  });
  const rows = [month(4, true, true), month(5, true, false), month(6, false, false)];
  expect(monthFinding(rows, en)).toBe(
    'In **May 2019**, **5.0%** of buyers bought on two or more days. Of the buyers of **Apr 2019**, **8.0%** bought again in the month after.'
  );
  expect(monthFinding(rows, zh)).toBe('**2019-05**，有 **5.0%** 的买家当月购买了两次及以上。**2019-04** 的买家中，**8.0%** 次月又买了。');
});

test('windows: 90 days, or the longest that enough were observed for', () => {
  const row = (days: number, eligible: number): WindowRow => ({
    days,
    eligible,
    repurchased: eligible / 10,
    share: eligible === 0 ? null : 0.1,
    low: 0,
    high: 1
  });
  expect(windowFinding([row(30, 2000), row(90, 1000), row(180, 500)], en)).toBe(
    'Within **90 days**, **10.0%** of first-time buyers buy again (100 of 1,000 observed that long).'
  );
  expect(windowFinding([row(30, 2000), row(60, 1000), row(90, 20)], zh)).toBe(
    '首购客户中有 **10.0%** 在 **60 天**内再次购买（观察满该天数的 1,000 位中 100 位）。'
  );
});
