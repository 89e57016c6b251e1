import { describe, expect, test } from 'vitest';
import { formatFor } from '../../i18n/format.ts';
import { kaplanMeier } from '../../models/survival.ts';
import { backtestFinding, contactFinding, monthFinding, secondFinding, type ChurnMonth, type Cut } from './finding.ts';
import { CHURN } from './messages.ts';
import { DEFAULT_RULE, type Rule, type Telling } from './rule.ts';

const telling = (locale: 'en' | 'zh'): Telling => ({ words: CHURN[locale], format: formatFor(locale, 'CNY'), audience: () => '' });
const en = telling('en');
const zh = telling('zh');
const BY_GAP: Rule = { ...DEFAULT_RULE, rule: 'gap' };

test('contacts: how many hold half of the money, or that there is none', () => {
  const summary = {
    customers: 7000,
    past_due: 412,
    share: 0.059,
    low: 0.054,
    high: 0.065,
    amount_year: 382_000,
    customers_of_half: 58
  };
  expect(contactFinding(summary, zh.words.contact, zh.format)).toBe(
    '**412** 位客户已超期；其中前 **58** 位就占了他们过去一年 **¥38.2万** 的一半。按“过去一年价值 × 超期倍数”排序。'
  );
  expect(contactFinding({ ...summary, amount_year: 0, customers_of_half: 0 }, en.words.contact, en.format)).toContain(
    'none of them brought money in the last 12 months'
  );
});

describe('the backtest', () => {
  const cut = (more: Partial<Cut> = {}): Cut => ({
    cut_day: new Date('2025-08-31'),
    until_day: new Date('2025-10-31'),
    horizon_days: 61,
    customers: 7000,
    stayed_away: 4200,
    base_share: 0.6,
    warned: 389,
    warned_away: 276,
    share: 276 / 389,
    low: 0.66,
    high: 0.75,
    plain_away: 272,
    plain_share: 0.7,
    plain_low: 0.65,
    plain_high: 0.74,
    caught_share: 0.066,
    ...more
  });
  const first = 'On **31 Aug 2025** it would have warned **389** customers: **71.0%** of them bought nothing in the time after.';
  const told = ' Of all customers 60.0% stayed away, so the rule tells them apart.';
  const LISTS = ' It lists who has been silent, and does not predict.';
  const chance = ` Of all customers it was **70.0%**: this rule tells no more than chance.${LISTS}`;
  test.each<[string, Rule, Partial<Cut>, string]>([
    ['about as good', BY_GAP, {}, `${told} Going by silence alone: 70.0%, about as good.`],
    ['better', BY_GAP, { plain_share: 0.5 }, `${told} Going by silence alone: 50.0%, so the rule is clearly better.`],
    [
      'worse',
      BY_GAP,
      { plain_share: 0.9, plain_low: 0.85 },
      `${told} Going by silence alone: **90.0%**, which is better: rank by silence, use the rule to explain.`
    ],
    ['as everybody', BY_GAP, { base_share: 0.7 }, `${chance} Going by silence alone: 70.0%.`],
    [
      'worse than anybody',
      BY_GAP,
      { base_share: 0.78 },
      ` Of all customers it was **78.0%**: naming anybody would have been right more often.${LISTS} Going by silence alone: 70.0%.`
    ],
    ['fixed days', DEFAULT_RULE, {}, told],
    ['fixed days, no better than chance', DEFAULT_RULE, { base_share: 0.7 }, chance]
  ])('%s', (_name, rule, more, verdict) =>
    expect(backtestFinding([cut({ cut_day: new Date('2025-06-30'), warned: 9 }), cut(more)], rule, en)).toBe(first + verdict)
  );

  test('a rule that would have warned nobody is unchecked, and one that warned a few says too little', () => {
    expect(backtestFinding([cut({ warned: 0 })], BY_GAP, zh)).toContain('未经检验');
    expect(backtestFinding([cut({ warned: 1, warned_away: 1, share: 1, low: 0.2, high: 1 })], DEFAULT_RULE, en)).toBe(
      'On **31 Aug 2025** it would have warned **1 customer**, and 1 bought nothing in the time after: too few to say whether the warning is right.'
    );
  });
});

test('months: the latest complete one against those before', () => {
  const month = (number: number, active: number, lost: number, isComplete = true): ChurnMonth => ({
    month: new Date(Date.UTC(2025, number - 1, 1)),
    active,
    lost,
    share: active === 0 ? null : lost / active,
    low: 0,
    high: 1,
    is_complete: isComplete
  });
  expect(monthFinding([month(6, 1000, 50), month(7, 1000, 60), month(8, 1000, 70), month(9, 1000, 90), month(10, 900, 5, false)], en)).toBe(
    'In **Sept 2025**, **9.0%** of the customers active at its start were lost (90 of 1,000), against 6.0% in the 3 complete months before.'
  );
  expect(monthFinding([month(1, 0, 0), month(2, 100, 7)], zh)).toBe('**2025-02**，月初活跃的客户中有 **7.0%** 流失（100 位中 7 位）。');
  expect(monthFinding([month(2, 100, 7, false)], en)).toBe('No month is complete yet.');
});

test('the second purchase: back by day 90, and what silence then still promises', () => {
  const counts = [
    { time: 10, events: 200, censored: 0 },
    { time: 120, events: 80, censored: 0 },
    { time: 400, events: 0, censored: 720 }
  ];
  expect(secondFinding(kaplanMeier(counts), en)).toBe(
    '**20.0%** of first-time buyers have bought again within **90 days**; of those still silent after 90 days, **10.0%** come back in as many days again.'
  );
  expect(
    secondFinding(
      kaplanMeier([
        { time: 10, events: 5, censored: 0 },
        { time: 40, events: 0, censored: 15 }
      ]),
      zh
    )
  ).toBe('首购客户中有 **25.0%** 在 **30 天**内买了第二次。');
});
