import type { Estimate } from './estimate.ts';
import { fitting, type Fitted, type Unfitted } from './fit-repeat-model.ts';
import type { TotalForecast } from './forecast.ts';
import { part, type LongWork } from './long-work.ts';
import { aucOfGroups } from './ranking.ts';
import type { RepeatKind } from './repeat-model.ts';
import { fittingSpend } from './spend-model.ts';
import { columnIn, type NumberColumns, type TaskResult } from './task-columns.ts';
import { DAYS_PER_WEEK, gatherHistories, priceLines } from './value-inputs.ts';
import { lookingAhead } from './value-outlook.ts';

export interface ValueCheckOptions {
  readonly kind?: Exclude<RepeatKind, 'nbd'>;
  /** Days from the split, rising: the last one is the end of the data. */
  readonly horizons: readonly number[];
}

/** What was forecast at the split and what came, in all or for some customers. */
export interface Checked {
  readonly predicted: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly actual: number;
  /** predicted / actual − 1; null when nothing came. */
  readonly error: number | null;
}

/** Customers with the same number of repeat purchases at the split; the last row holds so many or more. */
export interface CheckedClass extends Checked {
  readonly x: number;
  readonly isOrMore: boolean;
  readonly customers: number;
}

/** A model fitted to the past as it was known on a day, held against what came after. */
export interface ValueCheck {
  readonly input: 'histories' | 'spends';
  readonly options: ValueCheckOptions;
  readonly report:
    | (Fitted & {
        readonly customers: number;
        readonly purchases: Checked;
        readonly buyers: Checked;
        /** Null where no money of repeat purchases was known at the split. */
        readonly money: Checked | null;
        /** Of two customers of whom one bought, how often that one had the higher forecast (AUC); null where all did alike. */
        readonly order: Estimate | null;
        /** Forecast purchases up to each horizon. */
        readonly path: readonly { readonly days: number; readonly purchases: TotalForecast }[];
        readonly classes: readonly CheckedClass[];
        /** Mean absolute error and root of the mean squared error, of one customer's purchases. */
        readonly meanError: number;
        readonly squareError: number;
      })
    | Unfitted;
}

const LAST_CLASS = 7;

/**
 * Reads `histories` as of the split: x, recency and age in days, later (purchases after it), and for these customers
 * together customers, spenders (those with a mean repeat purchase above 0), mean_money (the sum of these means) and
 * later_money; and `spends` as `customerValue` does. No rows.
 */
export function* valueCheck(
  { histories: given, spends }: Readonly<Record<ValueCheck['input'], NumberColumns>>,
  { kind, horizons }: ValueCheckOptions
): LongWork<TaskResult<ValueCheck['report']>> {
  const { histories, sums } = gatherHistories(given, ['spenders', 'mean_money', 'later_money']);
  const fit = yield* part(fitting(histories, kind ? { kind } : {}), 0, 0.5);
  if (!fit.isFitted) return { report: fit };
  const spend = yield* part(fittingSpend(columnIn(spends, 'x'), columnIn(spends, 'mean')), 0.5, 0.6);
  const line = spend ? priceLines(spend, histories.x) : null;
  const prices = line
    ? histories.x.map((_, at) => {
        const [people, spenders] = [histories.weight[at] as number, sums.spenders[at] as number];
        return (
          spenders * (line.base[at] as number) +
          (line.slope[at] as number) * (sums.mean_money[at] as number) +
          (people - spenders) * line.newcomer
        );
      })
    : null;
  const weeks = horizons.map((days) => days / DAYS_PER_WEEK);
  const outlook = yield* part(lookingAhead(fit.model, histories, weeks, { prices, last: LAST_CLASS }), 0.6, 1);
  const [later, people] = [columnIn(given, 'later'), columnIn(given, 'customers')];
  const [actual, sizes] = [new Float64Array(LAST_CLASS + 1), new Float64Array(LAST_CLASS + 1)];
  const bought = new Float64Array(histories.size);
  let [came, buyers, absolute, squares] = [0, 0, 0, 0];
  later.forEach((purchases, row) => {
    const [at, many] = [histories.of[row] as number, people[row] as number];
    const count = Math.min(LAST_CLASS, histories.x[at] as number);
    actual[count] = (actual[count] as number) + many * purchases;
    sizes[count] = (sizes[count] as number) + many;
    came += many * purchases;
    if (purchases > 0) {
      buyers += many;
      bought[at] = (bought[at] as number) + many;
    }
    const miss = (outlook.each[at] as number) - purchases;
    absolute += many * Math.abs(miss);
    squares += many * miss * miss;
  });
  const last = outlook.purchases.at(-1);
  if (!last) throw new RangeError('a check needs a horizon');
  return {
    report: {
      ...fit,
      customers: histories.customers,
      purchases: checked(last, came),
      buyers: checked(outlook.buyers, buyers),
      money: outlook.money
        ? {
            ...checked(
              outlook.money,
              sums.later_money.reduce((sum, money) => sum + money, 0)
            ),
            low: null,
            high: null
          }
        : null,
      order: aucOfGroups({
        scores: outlook.each,
        events: bought,
        others: histories.weight.map((many, at) => many - (bought[at] as number))
      }),
      path: horizons.map((days, at) => ({ days, purchases: outlook.purchases[at] ?? last })),
      classes: outlook.byCount
        .map((forecast, x) => ({
          x,
          isOrMore: x === LAST_CLASS,
          customers: sizes[x] as number,
          ...checked(forecast, actual[x] as number)
        }))
        .filter(({ customers }) => customers > 0),
      meanError: absolute / histories.customers,
      squareError: Math.sqrt(squares / histories.customers)
    }
  };
}

function checked({ value, low, high }: { value: number; low: number; high: number }, actual: number): Checked {
  return { predicted: value, low, high, actual, error: actual > 0 ? value / actual - 1 : null };
}
