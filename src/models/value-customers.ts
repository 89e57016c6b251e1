import { pairsAround, STEP, type Estimates } from './estimate.ts';
import { fitting, type Fitted, type Unfitted } from './fit-repeat-model.ts';
import { forecasting, type TotalForecast } from './forecast.ts';
import type { Histories } from './histories.ts';
import { discountedIfAlive, type ValueTerms } from './lifetime-value.ts';
import { livingGroups, overGroups } from './living-groups.ts';
import { part, type LongWork } from './long-work.ts';
import { predictorOf, type RepeatKind, type RepeatModel } from './repeat-model.ts';
import { fittingSpend, spendVariation, type SpendModel } from './spend-model.ts';
import { columnIn, type NumberColumns, type TaskResult } from './task-columns.ts';
import { DAYS_PER_WEEK, gatherHistories, priceLines } from './value-inputs.ts';
import { lookingAhead, type Outlook } from './value-outlook.ts';

/** What is asked of the future; money is before margin. */
export interface CustomerValueOptions extends Pick<ValueTerms, 'periods' | 'discount' | 'timing'> {
  readonly kind?: Exclude<RepeatKind, 'nbd'>;
  /** Length of one period in days. */
  readonly periodDays: number;
}

/** Repeat buying and spend of every customer; totals count the horizon without discount and are null where nothing was fitted. */
export interface CustomerValue {
  readonly input: 'histories' | 'spends';
  readonly options: CustomerValueOptions;
  readonly report: {
    readonly fit: Fitted | Unfitted;
    readonly spend: SpendModel | null;
    readonly purchases: TotalForecast | null;
    readonly buyers: TotalForecast | null;
  };
}

/** Directions in which parameters can err: four of repeat buying, three of spend; what a model lacks is 0. */
const BUYING_DIRECTIONS = 4;
const SPEND_DIRECTIONS = 3;

/**
 * Reads `histories` (x, recency and age in days, customers) and `spends` (x and mean, one row per customer who came back:
 * the money of the repeat purchases). Gives a row per history: x, recency, age; is_known (1 where repeat buying could be
 * fitted), is_priced (1 where spend could be, too); alive, buys and expected with buys_low, buys_high within the
 * horizon; wait_early, wait_half and wait_late (days within which a quarter, half, three quarters of those who are still
 * customers have bought); bought (expected purchases, discounted); base, slope and newcomer (the expected money of one
 * purchase is base + slope · m for a customer whose repeat purchases have the mean m, at most most_mean, newcomer for others); and what one
 * standard error along each independent direction of the parameters changes: bought_1 … bought_4, base_1 … base_3,
 * slope_1 … slope_3, newcomer_1 … newcomer_3. Sums of these give the error of any group (delta method). By chance the
 * money of the discounted purchases varies by chance squares of the expected money of one (chance_newcomer for others);
 * sums of it over customers add to the squares of those errors.
 */
export function* customerValue(
  { histories: given, spends }: Readonly<Record<CustomerValue['input'], NumberColumns>>,
  { kind, periods, periodDays, discount, timing }: CustomerValueOptions
): LongWork<TaskResult<CustomerValue['report']>> {
  const { histories } = gatherHistories(given, []);
  const fit = yield* part(fitting(histories, kind ? { kind } : {}), 0, 0.3);
  const spend = yield* part(fittingSpend(columnIn(spends, 'x'), columnIn(spends, 'mean')), 0.3, 0.4);
  const terms: ValueTerms = { periods, period: periodDays / DAYS_PER_WEEK, discount, margin: 1, timing };
  const rows = new Rows(given, histories);
  rows.add('is_known', () => (fit.isFitted ? 1 : 0));
  rows.add('is_priced', () => (fit.isFitted && spend ? 1 : 0));
  const horizon = periods * terms.period;
  if (fit.isFitted) yield* part(buyingRows(rows, fit.model, histories, horizon, terms), 0.4, 0.9);
  else rows.empty([...BUYING, ...numbered(['bought'], BUYING_DIRECTIONS)]);
  if (spend) spendRows(rows, spend, histories.x);
  else rows.empty([...PRICES, ...numbered(PRICES, SPEND_DIRECTIONS)]);
  const mostMean = columnIn(spends, 'mean').reduce((most, mean) => (mean > most ? mean : most), 0);
  rows.add('most_mean', () => mostMean);
  const outlook = fit.isFitted ? yield* part(lookingAhead(fit.model, histories, [horizon]), 0.9, 1) : null;
  if (outlook && spend) chanceRows(rows, outlook, spend, histories);
  else rows.empty(CHANCES);
  return { report: { fit, spend, purchases: outlook?.purchases[0] ?? null, buyers: outlook?.buyers ?? null }, rows: rows.columns };
}

const BUYING = ['alive', 'buys', 'buys_low', 'buys_high', 'expected', 'wait_early', 'wait_half', 'wait_late', 'bought'] as const;
const PRICES = ['base', 'slope', 'newcomer'] as const;
const CHANCES = ['chance', 'chance_newcomer'] as const;
/** Beyond this, in days, "later" says it all. */
const LONGEST_WAIT = 36_500;

function* buyingRows(rows: Rows, model: RepeatModel, histories: Histories, horizon: number, terms: ValueTerms): LongWork<void> {
  const { alive, buys, expected } = yield* part(forecasting(model, histories, horizon), 0, 0.3);
  const of = (list: Estimates, what: keyof Estimates) => (at: number) => list[what][at] as number;
  rows.add('alive', of(alive, 'value'));
  rows.add('buys', of(buys, 'value'));
  rows.add('buys_low', of(buys, 'low'));
  rows.add('buys_high', of(buys, 'high'));
  rows.add('expected', of(expected, 'value'));
  const predictor = predictorOf(model);
  const living = livingGroups(histories);
  const wait = (share: number) => {
    const weeks = overGroups(living, (x, age) => predictor.waitIfAlive(x, age, share) ?? Infinity);
    return (at: number) => Math.min(LONGEST_WAIT, (weeks[living.of[at] as number] as number) * DAYS_PER_WEEK);
  };
  rows.add('wait_early', wait(0.25));
  rows.add('wait_half', wait(0.5));
  rows.add('wait_late', wait(0.75));
  const purchasesAt = discounting(histories, terms);
  const bought = purchasesAt(model);
  rows.add('bought', (at) => bought[at] as number);
  const pairs = pairsAround(model);
  for (let direction = 0; direction < BUYING_DIRECTIONS; direction++) {
    yield { stage: 'value', done: 0.3 + (0.7 * direction) / BUYING_DIRECTIONS };
    const pair = pairs[direction];
    const ends = pair?.map((logs) => purchasesAt({ ...model, logs }));
    rows.add(`bought_${direction + 1}`, (at) => ((ends?.[0]?.[at] ?? 0) - (ends?.[1]?.[at] ?? 0)) / (2 * STEP));
  }
}

/**
 * Gives the expected purchases of one customer of each history, discounted, at the parameters of a model, which are
 * taken as known. What depends on x and T alone is computed once for all histories that share them.
 */
export function discounting(histories: Histories, terms: ValueTerms): (model: RepeatModel) => Float64Array {
  const living = livingGroups(histories);
  return (model) => {
    const predictor = predictorOf(model);
    const perGroup = overGroups(living, discountedIfAlive(predictor, terms));
    return histories.x.map((x, at) => {
      const alive = predictor.alive(x, histories.recency[at] as number, histories.age[at] as number);
      return alive * (perGroup[living.of[at] as number] as number);
    });
  };
}

function spendRows(rows: Rows, spend: SpendModel, x: Float64Array): void {
  const centre = priceLines(spend, x);
  rows.add('base', (at) => centre.base[at] as number);
  rows.add('slope', (at) => centre.slope[at] as number);
  rows.add('newcomer', () => centre.newcomer);
  const pairs = pairsAround(spend);
  for (let direction = 0; direction < SPEND_DIRECTIONS; direction++) {
    const [up, down] = (pairs[direction] ?? [spend.logs, spend.logs]).map((logs) => priceLines(spend, x, logs));
    if (!up || !down) throw new Error('a direction has two ends');
    rows.add(`base_${direction + 1}`, (at) => ((up.base[at] as number) - (down.base[at] as number)) / (2 * STEP));
    rows.add(`slope_${direction + 1}`, (at) => ((up.slope[at] as number) - (down.slope[at] as number)) / (2 * STEP));
    rows.add(`newcomer_${direction + 1}`, () => (up.newcomer - down.newcomer) / (2 * STEP));
  }
}

/**
 * The variance of one customer's money around its expectation, in squares of the expected price. For N purchases at a
 * price around the own mean Z: E(N) · Var(price | Z) + E(N²) · Var(Z) + Var(N) · E(Z)². All purchases count as
 * discounted alike, by the mean discount of the expected ones.
 */
function chanceRows(rows: Rows, { each, variance }: Outlook, spend: SpendModel, { x }: Histories): void {
  const [bought, of] = [rows.columns['bought'], rows.of];
  const newcomer = spendVariation(spend, 0);
  const known = new Map([...new Set(x)].map((count) => [count, spendVariation(spend, count)] as const));
  const discount = new Float64Array(each.length);
  of.forEach((at, row) => (discount[at] = (each[at] as number) > 0 ? (bought?.[row] ?? 0) / (each[at] as number) : 0));
  const chance = (at: number, { within, between }: typeof newcomer) => {
    const [mean, spread] = [each[at] as number, variance[at] as number];
    return (discount[at] as number) ** 2 * (mean * within + (spread + mean * mean) * between + spread);
  };
  rows.add('chance', (at) => chance(at, known.get(x[at] as number) ?? newcomer));
  rows.add('chance_newcomer', (at) => chance(at, newcomer));
}

/** Columns of a row per given history, filled from what is known of each distinct one. */
class Rows {
  readonly columns: Record<string, Float64Array>;
  /** The distinct history of each row. */
  readonly of: Int32Array;

  constructor(given: NumberColumns, { of }: Histories) {
    this.columns = { x: columnIn(given, 'x'), recency: columnIn(given, 'recency'), age: columnIn(given, 'age') };
    this.of = of;
  }

  add(name: string, value: (at: number) => number): void {
    this.columns[name] = Float64Array.from(this.of, value);
  }

  empty(names: readonly string[]): void {
    for (const name of names) this.columns[name] = new Float64Array(this.of.length);
  }
}

function numbered(names: readonly string[], count: number): string[] {
  return names.flatMap((name) => Array.from({ length: count }, (_, at) => `${name}_${at + 1}`));
}
