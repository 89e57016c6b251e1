import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '../../../test/engine/engine.ts';
import { dayOf } from '../../../test/engine/random-shop.ts';
import { makeShop } from '../../../test/engine/shop.ts';
import type { EngineService } from '../../engine/contract.ts';
import { exponentialDraw, uniformFrom } from '../../models/random.ts';
import type { ChurnJudged } from '../../models/churn-ranking.ts';
import { Shop } from '../../session/shop.ts';
import type { Scope } from '../../sources/scope.ts';
import { scoringOf, scoringParams } from '../scores/scoring.ts';
import { DEFAULT_PACE } from '../signs/pace.ts';
import { reasonParams } from '../signs/signs.ts';
import { askGround, judged } from './chance-model.ts';
import { CHANCE_CONTACT, chanceParams } from './chance-queries.ts';

// Customers who buy every twelve days and visit every four, at random. Some day each has trouble: a ticket that stays open, or
// visits that stop. Where trouble drives leaving, they buy on for up to forty days and then never again; where it does not, it
// passes after forty days, and who leaves, some other day, leaves without a sign.
const DAYS = 430;
const CUSTOMERS = 700;
const HORIZON = 45;

async function simulate(engine: EngineService, seed: number, isDriving: boolean): Promise<void> {
  const uniform = uniformFrom(seed);
  const [orders, visits, tickets]: [string[], string[], string[]] = [[], [], []];
  const on = (day: number) => `date '${dayOf(Math.floor(day)).toISOString().slice(0, 10)}'`;
  for (let customer = 0; customer < CUSTOMERS; customer++) {
    const start = uniform() * (DAYS - 20);
    const trouble = start + 200 * exponentialDraw(uniform);
    const isTicket = uniform() < 0.5;
    const over = trouble + 40;
    const left = isDriving ? trouble + 40 * uniform() : start + 220 * exponentialDraw(uniform);
    const isQuiet = (day: number) => !isTicket && day > trouble && (isDriving || day < over);
    for (let day = start; day < Math.min(left, DAYS); day += 1 + 11 * exponentialDraw(uniform))
      orders.push(`('c${customer}', ${on(day)}, ${20 + Math.floor(40 * uniform())})`);
    for (let day = start; day < DAYS; day += 0.5 + 3.5 * exponentialDraw(uniform))
      if (!isQuiet(day)) visits.push(`('c${customer}', ${on(day)})`);
    if (isTicket && trouble < DAYS) tickets.push(`('c${customer}', ${on(trouble)}, ${isDriving || over >= DAYS ? 'null' : on(over)})`);
  }
  const keyed = (rows: readonly string[], names: string) =>
    `(values ${rows.join(', ')}) as t (${names}) join customer_profiles on customer_profiles.customer_id = t.id`;
  await makeShop(
    engine,
    `select id as customer_id, cast(day as timestamp) as order_time, cast(amount as decimal(18, 2)) as amount from (values ${orders.join(', ')}) as t (id, day, amount)`
  );
  await engine.execute('subjects', [
    `insert into all_events (customer, event_time, day, event) select customer, cast(t.day as timestamp), t.day, 'visit' from ${keyed(visits, 'id, day')}`,
    `insert into all_feedback (customer, day, kind, opened, resolved) select customer, t.day, 'ticket', cast(t.day as timestamp), cast(t.resolved as timestamp) from ${keyed(tickets, 'id, day, resolved')}`
  ]);
}

describe('what drives leaving is found where it does, and only there', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  const asOf = dayOf(DAYS - 1);
  const shopNow = () => new Shop(engine, 1, (): Scope => ({ asOf, from: null, filters: {} }));
  async function judge(shop: Shop): Promise<ChurnJudged> {
    const report = (await judged(shop, (await askGround(shop)).value, HORIZON)).value;
    if (!report.isJudged) throw new Error(report.reason);
    return report;
  }
  const logisticTest = ({ tests }: ChurnJudged) => tests[0]?.rankings.find(({ ranking }) => ranking === 'logistic');
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  test('open complaints and falling visits that drive it: the logistic model beats silence, is chosen, and its reasons name them', async () => {
    await simulate(engine, 7, true);
    const shop = shopNow();
    const report = await judge(shop);
    expect(logisticTest(report)?.againstSilence?.low).toBeGreaterThan(0);
    expect(report).toMatchObject({ chosen: 'logistic', isTelling: true });
    const formula = report.formulas.find(({ now }) => now.ranking === 'logistic')?.now;
    if (!formula) throw new Error('no formula');
    expect(formula.weights.complaint.weight).toBeLessThan(0);
    expect(Math.max(formula.weights.activity.weight, formula.weights.activity_trend.weight)).toBeGreaterThan(0);
    const query = CHANCE_CONTACT.features;
    for (const [locale, complaint, visits] of [
      ['en', 'an open complaint', /less active than average|activity has dropped/],
      ['zh', '投诉未关闭', /活跃度低于平均|活跃度下降/]
    ] as const) {
      const told = {
        ...scoringParams(scoringOf({ params: new URLSearchParams() as never, locale })),
        ...DEFAULT_PACE,
        ...reasonParams(locale)
      };
      const asked = { day: asOf, horizon: HORIZON, below: 0.5, most: 10_000, ...told };
      const rows = (await shop.ask(query, chanceParams(query, formula, asked))).value;
      // Those who bought within the last two weeks: silence would not have flagged them.
      const early = rows.filter(({ silent_days }) => silent_days <= 14);
      expect(early.length).toBeGreaterThan(5);
      const reasons = early.map(({ reason }) => reason ?? '');
      const named = reasons.filter((reason) => reason.includes(complaint) || visits.test(reason));
      expect(named.length / early.length).toBeGreaterThan(0.9);
      expect(reasons.some((reason) => reason.includes(complaint))).toBe(true);
      expect(reasons.some((reason) => visits.test(reason))).toBe(true);
    }
    await shop.close();
  });

  test.each([1, 2, 3])('the same signs that mean nothing (shop %d): the logistic model is not chosen', async (seed) => {
    await simulate(engine, seed, false);
    const shop = shopNow();
    const report = await judge(shop);
    expect(logisticTest(report)).toBeDefined();
    expect(report.chosen).not.toBe('logistic');
    await shop.close();
  });
});
