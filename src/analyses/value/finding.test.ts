import { describe, expect, test } from 'vitest';
import { formatFor } from '../../i18n/format.ts';
import type { CustomerValue } from '../../models/value-customers.ts';
import type { ValueCheck } from '../../models/value-check.ts';
import type { Check } from './checking.ts';
import { rulesOf, type Rules, type Telling } from './choices.ts';
import {
  checkFinding,
  classesFinding,
  cohortsFinding,
  concentrationFinding,
  groupsFinding,
  groupsLack,
  isWithoutMoney,
  listFinding,
  loyalFinding,
  tiersFinding,
  unfittedText,
  whatIfFinding,
  whatIfNote
} from './finding.ts';
import { VALUE } from './messages.ts';
import type { ValueGroup } from '../forecasts/value-groups.ts';
import type { Suitability } from '../forecasts/suitability.ts';
import { modelNotes } from './model-notes.ts';
import { paybackFinding, paybacks, paybackTable } from './payback.ts';
import type { CohortValue, Side, TierPart, ValuableCustomer } from './queries.ts';

const telling = (locale: 'en' | 'zh'): Telling => ({ words: VALUE[locale], format: formatFor(locale, 'CNY'), audience: () => '' });
const en = telling('en');
const zh = telling('zh');
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const checked = (predicted: number, actual: number, reach = 50) => ({
  predicted,
  low: predicted - reach,
  high: predicted + reach,
  actual,
  error: actual > 0 ? predicted / actual - 1 : null
});
type Report = Extract<ValueCheck['report'], { isFitted: true }>;
const check = (purchases: Report['purchases'], more: Partial<Report> = {}): Check => ({
  split: { until: day('1997-09-30'), days: 273, step: 21 },
  path: [],
  report: {
    isFitted: true,
    customers: 2357,
    purchases,
    buyers: purchases,
    money: null,
    order: { value: 0.456, low: 0.434, high: 0.478 },
    path: [],
    classes: [],
    meanError: 0.76,
    squareError: 1.6,
    churnEvidence: 1,
    model: {} as Report['model'],
    ...more
  }
});

test.each<[string, Check, string, string]>([
  [
    'too low',
    check(checked(1576.7, 1882), { money: checked(57_128, 70_976) }),
    'On **30 Sept 1997** the model expected **1,577** purchases of its 2,357 customers in the 273 days after; **1,882** came, so it was off by **-16.2%**. In money: ¥57,128 against ¥70,976 (-19.5%). Read the values on this page as too low; the error to plan with is -19.5%.',
    '站在 **1997-09-30**，模型预计当时的 2,357 位客户在之后 273 天购买 **1,577** 次，实际 **1,882** 次，误差 **-16.2%**。按金额：预计 ¥57,128，实际 ¥70,976（-19.5%）。本页的价值偏低，做计划时请按 -19.5% 的误差留出余地。'
  ],
  [
    'good',
    check(checked(1050, 1000)),
    'On **30 Sept 1997** the model expected **1,050** purchases of its 2,357 customers in the 273 days after; **1,000** came, so it was off by **+5.0%**. That is close enough to plan with.',
    '站在 **1997-09-30**，模型预计当时的 2,357 位客户在之后 273 天购买 **1,050** 次，实际 **1,000** 次，误差 **+5.0%**。这个误差可以用来做计划。'
  ],
  [
    'good in purchases, not in money',
    check(checked(1070, 1000), { money: checked(11_530, 10_000) }),
    'On **30 Sept 1997** the model expected **1,070** purchases of its 2,357 customers in the 273 days after; **1,000** came, so it was off by **+7.0%**. In money: ¥11,530 against ¥10,000 (+15.3%). Read the values on this page as too high; the error to plan with is +15.3%.',
    '站在 **1997-09-30**，模型预计当时的 2,357 位客户在之后 273 天购买 **1,070** 次，实际 **1,000** 次，误差 **+7.0%**。按金额：预计 ¥11,530，实际 ¥10,000（+15.3%）。本页的价值偏高，做计划时请按 +15.3% 的误差留出余地。'
  ],
  [
    'off in opposite directions',
    check(checked(850, 1000), { money: checked(12_000, 10_000) }),
    'On **30 Sept 1997** the model expected **850** purchases of its 2,357 customers in the 273 days after; **1,000** came, so it was off by **-15.0%**. In money: ¥12,000 against ¥10,000 (+20.0%). Purchases and money were off in opposite directions, so plan with neither sum alone.',
    '站在 **1997-09-30**，模型预计当时的 2,357 位客户在之后 273 天购买 **850** 次，实际 **1,000** 次，误差 **-15.0%**。按金额：预计 ¥12,000，实际 ¥10,000（+20.0%）。次数和金额的误差方向相反，做计划时不要只看其中一个合计。'
  ],
  [
    'far off, but in a good order',
    check(checked(347, 1052), { order: { value: 0.773, low: 0.754, high: 0.791 } }),
    'On **30 Sept 1997** the model expected **347** purchases of its 2,357 customers in the 273 days after; **1,052** came, so it was off by **-67.0%**. That is too far off to plan with the sums. Their order held better: of two customers of whom one bought, that one had the higher forecast in **77.3%** of cases (95% interval 75.4% to 79.1%; guessing gives 50%).',
    '站在 **1997-09-30**，模型预计当时的 2,357 位客户在之后 273 天购买 **347** 次，实际 **1,052** 次，误差 **-67.0%**。误差太大，合计不宜用来做计划。客户的先后次序相对可靠：任取后来买了和没买的客户各一位，预测较高的是买了的那位，占 **77.3%**（95% 区间 75.4% 至 79.1%；随机猜是 50%）。'
  ],
  [
    'far off',
    check(checked(347, 1052)),
    'On **30 Sept 1997** the model expected **347** purchases of its 2,357 customers in the 273 days after; **1,052** came, so it was off by **-67.0%**. That is too far off to plan with the sums. Nor trust the order of customers: of two of whom one bought, that one had the higher forecast in only **45.6%** of cases (95% interval 43.4% to 47.8%; guessing gives 50%).',
    '站在 **1997-09-30**，模型预计当时的 2,357 位客户在之后 273 天购买 **347** 次，实际 **1,052** 次，误差 **-67.0%**。误差太大，合计不宜用来做计划。客户的先后次序也不可信：任取后来买了和没买的客户各一位，预测较高的是买了的那位，只占 **45.6%**（95% 区间 43.4% 至 47.8%；随机猜是 50%）。'
  ],
  [
    'nothing came',
    check(checked(12, 0)),
    'On **30 Sept 1997** the model expected **12** purchases in the 273 days after; none came.',
    '站在 **1997-09-30**，模型预计之后 273 天有 **12** 次购买，实际一次也没有。'
  ]
])('the forecast was %s', (_name, value, english, chinese) => {
  expect(checkFinding(value, en)).toBe(english);
  expect(checkFinding(value, zh)).toBe(chinese);
});

test('by number of purchases: how many groups lie outside, and the furthest off per customer, however few they are', () => {
  const row = (x: number, customers: number, predicted: number, actual: number) => ({
    x,
    isOrMore: x === 7,
    customers,
    ...checked(predicted, actual, 10)
  });
  // Off by a quarter of what was forecast, but by less per customer than those who buy often.
  const value = check(checked(1, 1), { classes: [row(0, 1000, 200, 205), row(1, 100, 102, 79), row(6, 7, 14, 40)] });
  expect(classesFinding(value, en)).toBe(
    'In **2 of 3** groups what came lies outside the 95% interval, of these furthest off per customer: **7 purchases** (7 customers), for whom **2.00** each were forecast and **5.71** came.'
  );
  expect(classesFinding(value, zh)).toBe(
    '3 组中有 **2** 组的实际次数落在 95% 区间之外，其中人均相差最多的是**购买 7 次**（7 位客户）：预测 **2.00** 次，实际 **5.71** 次。'
  );
  expect(classesFinding(check(checked(1, 1), { classes: [row(0, 1000, 200, 205)] }), zh)).toBe('每一组的实际次数都落在 95% 区间之内。');
});

const group = (place: number, name: string | null, customers: number, value: number | null): ValueGroup => ({
  place,
  name,
  customers,
  share: 0.5,
  orders: customers,
  purchases: customers,
  monetary: 100 * place,
  monetary_share: place / 10,
  buyers: null,
  expected: null,
  value,
  value_low: null,
  value_high: null,
  value_share: value === null ? null : value / 1000,
  value_each: value === null ? null : value / customers
});

describe('groups', () => {
  const channels = [group(1, '天猫', 100, 500), group(2, '直播', 40, 300), group(3, null, 10, 900)];
  test('most value ahead, most per customer; all others together are not named', () => {
    expect(groupsFinding(channels, 'channel', 'month', en)).toBe(
      'Most is ahead from **天猫**: **¥500**, 50.0% of all. Per customer it is most for **直播** (**¥7.50**).'
    );
    expect(groupsFinding(channels, 'channel', 'month', zh)).toBe(
      '未来价值最多的是**天猫**：**¥500**，占 50.0%。人均最高的是**直播**（**¥7.50**）。'
    );
  });
  test('without a forecast: the money so far', () => {
    const past = channels.map((one) => ({ ...one, value: null, value_each: null, value_share: null }));
    expect(groupsFinding(past, 'channel', 'month', en)).toBe('Most came from **直播** so far: **¥200**, 20.0% of all.');
    const tenths = [group(1, '1', 10, null), group(6, '6', 10, null), group(7, '7', 10, null)];
    expect(groupsFinding(tenths, 'tenth', 'month', en)).toBe(
      'The first tenth of customers brought **10.0%** of the money so far; the lower half together **130.0%**.'
    );
    expect(groupsFinding(tenths, 'tenth', 'month', zh)).toBe(
      '到目前为止，金额最高的十分之一客户带来了 **10.0%**，后一半客户合计 **130.0%**。'
    );
  });
  test('fewer than ten customers make no tenths', () => {
    const nine = [1, 2, 3].map((place) => group(place, String(place), 3, 10));
    expect(groupsLack(nine, 'tenth', zh)).toContain('不足十位客户');
    expect(groupsLack(nine, 'channel', en)).toBeNull();
    expect(groupsLack([...nine, group(4, '4', 1, 1)], 'tenth', en)).toBeNull();
    expect(groupsLack([], 'tenth', en)).toBe('No customers in this selection.');
  });
  test('tenths', () => {
    const tenths = [group(1, '1', 10, 640), group(2, '2', 10, 300), group(6, '6', 10, 60)];
    expect(groupsFinding(tenths, 'tenth', 'month', en)).toBe(
      'The first tenth of customers holds **64.0%** of the value ahead; the lower half together **6.0%**.'
    );
    expect(groupsFinding(tenths, 'tenth', 'month', zh)).toBe('价值最高的十分之一客户占未来价值的 **64.0%**，后一半客户合计占 **6.0%**。');
  });
});

test('the most valuable customers', () => {
  const row = (value: number, buys: number) => ({ value, buys }) as ValuableCustomer;
  const rows = [row(900, 0.9), row(100, 0.4)];
  expect(listFinding(rows, en)).toBe(
    'The first **2** customers are worth **¥1,000**; **1** of them will more likely than not buy within the horizon.'
  );
  expect(listFinding(rows, zh)).toBe('前 **2** 位客户的未来价值合计 **¥1,000**，其中 **1** 位在展望期内购买的概率超过一半。');
});

test('concentration, with and without a forecast', () => {
  const whole = {
    customers: 100,
    top_customers: 20,
    in_both: 15,
    past_top_share: 0.675,
    future_top_share: 0.812,
    past_gini: 0.63,
    future_gini: 0.74
  };
  expect(concentrationFinding(whole, en)).toBe(
    'So far the best 20% of customers brought **67.5%** of the money; of the value ahead the best 20% hold **81.2%**. **15** of 20 are among both.'
  );
  expect(concentrationFinding({ ...whole, customers: 3, top_customers: 1 }, en)).toBe(
    'So far the best **1** of 3 customers brought **67.5%** of the money.'
  );
  expect(concentrationFinding({ ...whole, future_top_share: null }, zh)).toBe('到目前为止，前 20% 的客户带来了 **67.5%** 的金额。');
});

const RULES: Rules = { loyal: 3, coupon: 0.8, contacts: 12, cost: 1 };

test('a contact costs what was typed here, else what the files tell, whatever was typed on another page', () => {
  const costAt = (params: Readonly<Record<string, number>>, usual: number | null) =>
    rulesOf({ number: (name: string, otherwise: number) => params[name] ?? otherwise } as never, usual).cost;
  expect([costAt({}, null), costAt({}, 0.4), costAt({ contact_cost: 3 }, 0.4), costAt({ cost: 2.5 }, 0.4)]).toEqual([1, 0.4, 3, 0.4]);
});

test('the loyal and the others', () => {
  const side = (place: number, share: number, value: number | null, each: number | null) =>
    ({ place, share, monetary_share: 0.74, value_share: value, value_each: each }) as Side;
  expect(loyalFinding([side(1, 0.31, 0.86, 133), side(2, 0.69, 0.14, 10)], RULES, en)).toBe(
    '**31.0%** of customers bought 3 times or more; they brought **74.0%** of the money and hold **86.0%** of the value ahead: **13.3 ×** as much each.'
  );
  expect(loyalFinding([side(1, 0.31, null, null), side(2, 0.69, null, null)], RULES, zh)).toBe(
    '**31.0%** 的客户购买过 3 次及以上，带来了 **74.0%** 的金额。'
  );
  expect(loyalFinding([side(2, 1, 1, 1)], RULES, en)).toBe('Nobody has bought so often yet: lower the number.');
});

test('a customer over time, and when the cost of winning one is earned back', () => {
  const rows = [30, 45, 50].map((value, at): CohortValue => ({ cohort: null, customers: 10, months: at + 1, value_each: value }));
  expect(cohortsFinding(rows, 0, en)).toBe('After **3 × 30 days** a customer has brought **¥50.00** on average.');
  expect(cohortsFinding(rows, 40, en)).toBe(
    'After **3 × 30 days** a customer has brought **¥50.00** on average; a cost of ¥40 is earned back within **2 × 30 days**.'
  );
  expect(cohortsFinding(rows, 60.5, zh)).toBe(
    '首购后 **3 个 30 天**，一位客户平均已带来 **¥50.00**；¥60.50 的获客成本在已观察的时间内**尚未回本**。'
  );
  expect(cohortsFinding([], 0, zh)).toBe('还没有同期群观察满 30 天。');
});

test('the cost is earned back per cohort and for all, read from the same lines', () => {
  const line = (cohort: Date | null, ...each: number[]) =>
    each.map((value_each, at): CohortValue => ({ cohort, customers: 10, months: at + 1, value_each }));
  const rows = [
    ...line(day('2024-01-01'), 30, 45, 60),
    ...line(day('2024-04-01'), 50),
    ...line(day('2024-07-01'), 20),
    ...line(null, 30, 41, 56)
  ];
  const lines = paybacks(rows, 50);
  expect(lines.map(({ months, value_each, within }) => [months, value_each, within])).toEqual([
    [3, 60, 3],
    [1, 50, 1],
    [1, 20, null],
    [3, 56, 3]
  ]);
  expect(paybackFinding(lines, 'quarter', en)).toBe(
    '**2** of **3** cohorts have earned back what winning a customer cost; the quickest is **2024 Q2**, within **1 × 30 days**.'
  );
  expect(paybackFinding(paybacks(rows, 99), 'quarter', zh)).toBe('**3** 个同期群都还没有收回获客成本。');
  expect(paybackTable(lines, 'quarter', en, () => '').rows.map((row) => row[4])).toEqual([
    'within 3 × 30 days',
    'within 1 × 30 days',
    'not yet',
    'within 3 × 30 days'
  ]);
});

test('whom to leave alone: what it frees and puts at stake', () => {
  const part = (tier: string, value: number | null, discount = 0): TierPart => ({
    tier,
    reason: 'little',
    customers: 100,
    share: 0.25,
    amount: 1000,
    amount_share: 0.1,
    net: 1000,
    discounted_share: 0,
    buyers: null,
    value,
    discount_year: discount,
    messages: 0,
    message_cost: 0,
    contact_cost: 1200,
    told: value === null ? 0 : 100,
    told_cost: value === null ? 0 : 1200
  });
  expect(tiersFinding([part('core', 9000), part('casual', 500, 80)], en)).toBe(
    '**100** customers are not worth chasing by these rules (25.0%): contacting no more frees **¥1,200** and puts at most **¥500** of expected value at stake. They got ¥80 of discounts in the last 12 months.'
  );
  expect(tiersFinding([part('casual', null)], zh)).toBe('按这些规则，**100** 位客户（25.0%）不值得追：不再触达可省下 **¥1,200**。');
  expect(tiersFinding([part('core', 9000)], zh)).toBe('按这些规则没有可以不追的客户：每位客户的预期价值都高于触达成本。');
  expect(tiersFinding([part('core', null)], en)).toContain('Without a forecast');
});

test('what if', () => {
  const report = { now: 1000, moreRetention: 1080, moreOrder: 1050, both: 1134, staying: { now: 0.8, then: 0.84, isAtLimit: false } };
  expect(whatIfFinding(report, { retention: 0.05, order: 0.05 }, en)).toBe(
    'Retention 5% higher is worth **¥80** (+8.0%); an order value 5% higher **¥50** (+5.0%).'
  );
  expect(whatIfFinding(report, { retention: 0.05, order: 0.025 }, zh)).toBe(
    '留存提高 5%，价值增加 **¥80**（+8.0%）；客单价提高 2.5%，增加 **¥50**（+5.0%）。'
  );
  const most = { ...report, staying: { now: 0.968, then: 0.9999, isAtLimit: true } };
  expect(whatIfFinding(most, { retention: 0.2, order: 0.05 }, en)).toBe(
    'Retention can rise by 3.3% at most, which is worth **¥80** (+8.0%); an order value 5% higher **¥50** (+5.0%).'
  );
  expect(whatIfNote(most, 'mbg-nbd', en)).toContain('is 96.80% already and can rise to 99.99% only');
  expect(whatIfNote(report, 'mbg-nbd', zh)).toBe('每次购买后留下的比例从 80.0% 变为 84.0%。');
  expect(whatIfFinding({ ...report, staying: null }, { retention: 0.05, order: 0.05 }, zh)).toBe(
    '看不出有人离开，留存无从提高，这里只有客单价起作用。'
  );
});

describe('what the models say of themselves is said first', () => {
  const facts = {
    first_day: day('2024-01-01'),
    last_day: day('2024-12-31'),
    purchase_days: 300,
    customers: 1000,
    repeaters: 400,
    last_start: day('2024-12-20')
  } as Suitability;
  type ModelReport = CustomerValue['report'];
  const none = { spend: null, purchases: null, buyers: null };
  const fitted = (...notes: string[]) => ({ ...none, spend: {}, fit: { isFitted: true, model: { notes } } }) as unknown as ModelReport;
  const unfitted = (reason: 'few-repeaters' | 'short-window') =>
    ({
      ...none,
      fit: { isFitted: false, reason, customers: 1000, repeaters: 40, leastRepeaters: 100, medianAge: 17, medianGap: 10, holds: [] }
    }) as ModelReport;
  const ids = (some: Partial<Suitability>, report: ModelReport = fitted()) =>
    modelNotes({ ...facts, ...some }, report, { onceEach: null, hasMoney: true }, en).map(({ id }) => id);

  test('nothing where nothing is wrong', () => expect(ids({})).toEqual([]));
  test('seen too briefly; too few who came back is a matter of the data', () => {
    expect(modelNotes(facts, unfitted('short-window'), { onceEach: null, hasMoney: true }, en)[0]?.text).toContain(
      'no longer than **119 days**, and who comes back takes **70 days**'
    );
    expect(ids({}, unfitted('few-repeaters'))).toEqual([]);
  });
  test('orders without amounts', () => {
    expect(modelNotes(facts, fitted(), { onceEach: null, hasMoney: false }, en)[0]?.text).toContain('no amounts');
    expect(unfittedText({ ...fitted(), spend: null }, zh)).toBe('复购的订单都没有金额，金额无从预测。');
    const side = { place: 1, share: 0.31, monetary_share: null, value_share: null } as Side;
    expect(loyalFinding([side], RULES, en)).toBe('**31.0%** of customers bought 3 times or more.');
    expect(isWithoutMoney([group(0, null, 100, null)])).toBe(true);
    expect(isWithoutMoney([group(1, null, 100, null)])).toBe(false);
  });
  test('boundaries of the model', () => {
    expect(ids({}, fitted('no-churn-visible'))).toEqual(['no-churn']);
    expect(ids({}, fitted('all-or-nothing'))).toEqual(['all-or-nothing']);
  });
  test('mostly one purchase, with what one of them is still worth', () => {
    expect(modelNotes({ ...facts, repeaters: 70 }, fitted(), { onceEach: 1.5, hasMoney: true }, en)[0]?.text).toContain(
      '**93.0%** of customers bought once'
    );
    expect(modelNotes({ ...facts, repeaters: 70 }, fitted(), { onceEach: 1.5, hasMoney: true }, zh)[0]?.text).toContain(
      '平均还值 **¥1.50** 左右'
    );
  });
  test('a closed group', () => expect(ids({ last_start: day('2024-05-01') })).toEqual(['closed']));
  test('nothing of nobody', () => expect(ids({ customers: 0, first_day: null })).toEqual([]));
});
