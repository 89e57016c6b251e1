import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { golden } from '../../../test/golden/golden.ts';
import { shopOf } from '../../../test/golden/shops.ts';
import { startEngine } from '../../../test/engine/engine.ts';
import { formatFor } from '../../i18n/format.ts';
import { LEAST_WATCHED } from '../../models/second-value.ts';
import { kaplanMeier } from '../../models/survival.ts';
import { Shop } from '../../session/shop.ts';
import type { Scope } from '../../sources/scope.ts';
import type { Terms } from '../forecasts/terms.ts';
import type { Rules, Telling } from './choices.ts';
import { VALUE } from './messages.ts';
import { SECOND_TIER_CUSTOMERS, type TierPart } from './queries.ts';
import { askSecond, SECOND_VALUE } from './second.ts';
import { askTiers, secondRuleParams, tieringFinding } from './tiering.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const TERMS: Terms = { model: 'mbg-nbd', months: 12, month: 'year', discount: 0.1, margin: 0.5, timing: 'end', outliers: 'kept' };
const RULES: Rules = { loyal: 3, coupon: 0.8, contacts: 12, cost: 1 };
const CUT = day('2019-04-01');
const sum = <T>(list: readonly T[], of: (one: T) => number) => list.reduce((all, one) => all + of(one), 0);

describe.skipIf(!golden)('25,420 customers of whom 93 % bought once, and no forecast', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  let shop: Shop;
  beforeAll(async () => {
    engine = await startEngine();
    await shopOf(engine, 'cn_orders_paid');
    shop = new Shop(engine, 1, (): Scope => ({ asOf: day('2019-06-30'), from: null, filters: {} }));
  });
  afterAll(async () => {
    await shop.close();
    await engine.stop();
  });

  test('what a second purchase is expected to bring is the curve’s, silence by silence', async () => {
    const { value } = await askTiers(shop, TERMS, { ...RULES, cost: 0 }, CUT);
    const { horizon, basket } = (await askSecond(shop, CUT, TERMS.margin)).value;
    expect(value.within).toBe(horizon);
    expect(sum(value.rows, ({ customers }) => customers)).toBe(25_420);
    const waits = (await shop.ask(SECOND_VALUE, { cut: CUT })).value.filter(({ side }) => side === 'all');
    const { steps } = kaplanMeier(waits.map(({ days, again, waiting }) => ({ time: days, events: again, censored: waiting })));
    const reach = steps.findLast(({ atRisk }) => atRisk >= LEAST_WATCHED)?.time ?? 0;
    const survival = (time: number) => steps.findLast((step) => step.time <= time)?.survival ?? 1;
    const told = waits.filter(({ days, waiting }) => waiting > 0 && reach - days >= 14);
    const expected = sum(
      told,
      ({ days, waiting }) => waiting * (1 - survival(Math.min(days + (horizon ?? NaN), reach)) / survival(days)) * (basket ?? NaN)
    );
    expect(sum(value.rows, (row) => row.value ?? 0) / expected).toBeCloseTo(1, 9);
    expect(sum(value.rows, (row) => row.told)).toBe(sum(told, ({ waiting }) => waiting));
  });

  test('with dearer contacts more are left alone, their list holds them, and the sentence adds up', async () => {
    const left = async (cost: number) => {
      const rules = { ...RULES, cost };
      const { value } = await askTiers(shop, TERMS, rules, CUT);
      const casual = value.rows.filter(({ tier }) => tier === 'casual');
      const list = await shop.ask(SECOND_TIER_CUSTOMERS, {
        ...secondRuleParams(rules, value.within ?? NaN),
        ...{ margin: TERMS.margin, tier: 'casual', why: '' },
        ...{ loses: '1', deaf: '2', little: '3', coupons: '4', fading: '5', young: '6', unseen: '7', core: '8' }
      });
      expect(list.value).toHaveLength(sum(casual, ({ customers }) => customers));
      for (const { value: each, contact_cost } of casual) expect(each ?? 0).toBeLessThanOrEqual(contact_cost);
      return list.value.length;
    };
    const [cheap, dear] = [await left(0.01), await left(2)];
    expect(cheap).toBe(0);
    expect(dear).toBeGreaterThan(5000);
  });
});

const telling = (locale: 'en' | 'zh'): Telling => ({ words: VALUE[locale], format: formatFor(locale, 'CNY'), audience: () => '' });
const part = (tier: string, reason: string, some: Partial<TierPart>) =>
  ({ tier, reason, customers: 100, share: 0.25, value: null, contact_cost: 200, told: 0, told_cost: 0, ...some }) as TierPart;
const others = [part('chance', 'young', { value: 500, told: 100, told_cost: 200 }), part('chance', 'unseen', { customers: 40 })];
test.each<[string, readonly TierPart[], string, string]>([
  [
    'some',
    [part('casual', 'little', { value: 150, told: 100, told_cost: 200 }), ...others],
    '**100** customers (25.0%) are not worth chasing by these rules: contacting them no more frees **¥200** within 60 days and puts second purchases of at most **¥150** at stake. For the **100** who remain of those who bought once, contacts cost **¥200** and second purchases are expected to bring **¥500**: contacting pays only if it brings about more than **40.0%** of them. Of **40** who have been silent for longer, the data tell nothing.',
    '按这些规则，**100** 位客户（25.0%）不值得追：60 天内不再触达可省下 **¥200**，最多涉及 **¥150** 的第二次购买。留下的 **100** 位只买过一次的客户，触达要花 **¥200**，第二次购买预计带来 **¥500**：其中超过 **40.0%** 得是触达带来的，触达才划算。另有 **40** 位沉默更久，数据说明不了。'
  ],
  [
    'nobody',
    others.slice(0, 1),
    'By these rules nobody is to be left alone: after every silence that the data tell of, a second purchase is expected to bring more than the contacts of the next 60 days cost. For the **100** who remain of those who bought once, contacts cost **¥200** and second purchases are expected to bring **¥500**: contacting pays only if it brings about more than **40.0%** of them.',
    '按这些规则没有可以不追的客户：在数据能说明的每一种沉默时长上，第二次购买的预期金额都高于未来 60 天的触达成本。留下的 **100** 位只买过一次的客户，触达要花 **¥200**，第二次购买预计带来 **¥500**：其中超过 **40.0%** 得是触达带来的，触达才划算。'
  ]
])('without a forecast, whom to leave alone: %s', (_name, rows, english, chinese) => {
  expect(tieringFinding({ rows, within: 60 }, telling('en'))).toBe(english);
  expect(tieringFinding({ rows, within: 60 }, telling('zh'))).toBe(chinese);
});
