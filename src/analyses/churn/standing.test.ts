import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../../test/engine/engine.ts';
import { dayOf, randomOrders, shopOfOrders } from '../../../test/engine/random-shop.ts';
import { defineQuery } from '../../engine/query.ts';
import { formatFor } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { Shop } from '../../session/shop.ts';
import type { Counting } from '../../session/view.svelte.ts';
import { askChoice } from './flagging.ts';
import { CHANCE_CUSTOMERS, chanceFamily, chanceParams } from './chance-queries.ts';
import { PAST_DUE } from './queries.ts';
import { ruleOf } from './rule.ts';
import { standingOf } from './standing.ts';

const IDS = defineQuery()({
  name: 'test/ids',
  sql: '-- one row per customer\nselect customer, customer_id from customers order by customer',
  columns: { customer: 'integer', customer_id: 'text' }
});

let engine: Awaited<ReturnType<typeof startEngine>>;
let shop: Shop;
beforeAll(async () => {
  engine = await startEngine();
  await shopOfOrders(engine, randomOrders(5, 300, 420));
  shop = new Shop(engine, 1, () => ({ asOf: dayOf(419), from: null, filters: {} }));
});
afterAll(async () => {
  await shop.close();
  await engine.stop();
});

/** An address with these parameters, and what is kept for the page. */
function viewOf(params: Record<string, string>, kept: Record<string, string> = {}) {
  const counting = (of: Record<string, string>): Counting => ({
    choice: (name, allowed) => allowed.find((one) => one === of[name]) ?? allowed[0],
    number: (name, fallback) => (of[name] === undefined ? fallback : Number(of[name]))
  });
  return { ...counting(params), params: new URLSearchParams(params) as never, countingOf: () => ({ key: '', ...counting(kept) }) };
}

const standing = async (view: ReturnType<typeof viewOf>, id: string, locale: Locale = 'en') =>
  (await standingOf(shop, view, id, locale, formatFor(locale, 'CNY'), new AbortController().signal))?.value;

test.each([
  ['by days', { rule: 'days', days: '60' }],
  ['by the own gap', { rule: 'gap', k: '2', floor: '30' }],
  ['by chance', { rule: 'chance', rank: 'logistic', within: '60', below: '40' }]
])('who is said to be flagged is who is listed: %s', async (_name, params) => {
  const view = viewOf(params);
  const listed = new Set<number>();
  let chances = new Map<number, number>();
  if (params.rule === 'chance') {
    const { formula, horizon, below, day } = await askChoice(view, shop);
    const query = CHANCE_CUSTOMERS[chanceFamily(formula)];
    const { value } = await shop.ask(query, chanceParams(query, formula, { horizon, below, day }));
    chances = new Map(value.map(({ customer, chance }) => [customer, chance]));
    for (const { customer } of value) listed.add(customer);
  } else for (const { customer } of (await shop.ask(PAST_DUE, { ...ruleOf(view) })).value) listed.add(customer);
  const some = (await shop.ask(IDS, {})).value.filter((_, at) => at % 40 === 0);
  for (const { customer, customer_id } of some) {
    const said = await standing(view, customer_id);
    expect(said?.isFlagged, customer_id).toBe(listed.has(customer));
    const chance = chances.get(customer);
    if (chance !== undefined)
      expect(said?.text).toContain(`chance to buy within 60 days ${(100 * chance).toFixed(1)}% by the logistic model`);
    // A chance never stands without what makes it differ from that of the other pages.
    expect(said?.note === null).toBe(params.rule !== 'chance');
  }
});

test('an address that says nothing of flagging means what is kept for the page', async () => {
  const [{ customer_id } = { customer_id: '' }] = (await shop.ask(IDS, {})).value;
  expect((await standing(viewOf({}, { rule: 'gap', k: '3' }), customer_id, 'zh'))?.text).toContain(
    '沉默超过平时间隔 3 倍且超过 45 天的客户'
  );
  expect((await standing(viewOf({ rule: 'days', days: '30' }, { rule: 'gap' }), customer_id))?.text).toContain(
    'No purchase for more than 30 days'
  );
});
