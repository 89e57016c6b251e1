import { uniqueHistories, type Histories } from './histories.ts';
import { expectedSpend, type SpendModel } from './spend-model.ts';
import { columnIn, type NumberColumns } from './task-columns.ts';

/** Models of repeat buying count weeks, as their papers do; data count days. */
export const DAYS_PER_WEEK = 7;

/** Distinct histories in weeks, with sums of further columns over the rows that share one. */
export interface GatheredHistories<N extends string> {
  readonly histories: Histories;
  readonly sums: Readonly<Record<N, Float64Array>>;
}

/** Reads rows of x, recency, age (days) and customers (how many), and adds up `names` per distinct history. */
export function gatherHistories<const N extends string>(given: NumberColumns, names: readonly N[]): GatheredHistories<N> {
  const histories = uniqueHistories(
    { x: columnIn(given, 'x'), recency: columnIn(given, 'recency'), age: columnIn(given, 'age'), weight: columnIn(given, 'customers') },
    DAYS_PER_WEEK
  );
  const summed = names.map((name) => {
    const sum = new Float64Array(histories.size);
    columnIn(given, name).forEach((value, row) => {
      const at = histories.of[row] as number;
      sum[at] = (sum[at] as number) + value;
    });
    return [name, sum] as const;
  });
  return { histories, sums: Object.fromEntries(summed) as Record<N, Float64Array> };
}

/**
 * The expected money of one purchase as a straight line in a customer's mean repeat purchase m: base + slope · m for
 * those who have one, `newcomer` for all others. It is the conditional mean of Gamma-Gamma written out, see `expectedSpend`.
 */
export interface PriceLine {
  readonly base: Float64Array;
  readonly slope: Float64Array;
  readonly newcomer: number;
}

/** The line for each number of repeat purchases in `x`, at the fitted parameters or at others (as logarithms). */
export function priceLines(model: SpendModel, x: Float64Array, logs = model.logs): PriceLine {
  const unit = model.populationMean;
  const known = new Map<number, readonly [number, number]>();
  const lineAt = (count: number): readonly [number, number] => {
    const found = known.get(count);
    if (found) return found;
    const [one, two] = [expectedSpend(model, count, unit, logs), expectedSpend(model, count, 2 * unit, logs)];
    const line = [2 * one - two, (two - one) / unit] as const;
    known.set(count, line);
    return line;
  };
  return {
    base: x.map((count) => lineAt(count)[0]),
    slope: x.map((count) => lineAt(count)[1]),
    newcomer: expectedSpend(model, 0, 0, logs)
  };
}
