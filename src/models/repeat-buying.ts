import { fitting, type Fitted, type Unfitted } from './fit-repeat-model.ts';
import { forecasting, forecastTotal, type TotalForecast } from './forecast.ts';
import { uniqueHistories } from './histories.ts';
import type { LongWork } from './long-work.ts';
import type { RepeatKind } from './repeat-model.ts';
import { columnIn, type NumberColumns, type TaskResult } from './task-columns.ts';

export interface RepeatBuyingOptions {
  /** MBG/NBD unless said. */
  readonly kind?: Exclude<RepeatKind, 'nbd'>;
  /** How many days ahead to look. */
  readonly horizon: number;
  /** The usual gap between purchases in days, where it is known. */
  readonly medianGap?: number;
}

/** Fits repeat buying and looks `horizon` days ahead; parameters in weeks, as papers give them. */
export interface RepeatBuying {
  readonly input: 'histories';
  readonly options: RepeatBuyingOptions;
  readonly report: (Fitted & { readonly expected: TotalForecast }) | Unfitted;
}

const DAYS_PER_WEEK = 7;

/**
 * Reads `histories`, one row per distinct x (repeat purchase days), recency and age (days), and customers (how many).
 * Gives a row per history: x, recency, age as they came, alive, buys, buys_low, buys_high, expected, expected_low,
 * expected_high, all within the horizon. No rows where nothing could be fitted.
 */
export function* repeatBuying(
  { histories: given }: Readonly<Record<'histories', NumberColumns>>,
  { kind, horizon, medianGap }: RepeatBuyingOptions
): LongWork<TaskResult<RepeatBuying['report']>> {
  const [x, recency, age] = [columnIn(given, 'x'), columnIn(given, 'recency'), columnIn(given, 'age')];
  const histories = uniqueHistories({ x, recency, age, weight: columnIn(given, 'customers') }, DAYS_PER_WEEK);
  const found = yield* fitting(histories, {
    ...(kind ? { kind } : {}),
    ...(medianGap === undefined ? {} : { medianGap: medianGap / DAYS_PER_WEEK })
  });
  if (!found.isFitted) return { report: found };
  const within = horizon / DAYS_PER_WEEK;
  const { alive, buys, expected } = yield* forecasting(found.model, histories, within);
  const each = (list: Float64Array) => Float64Array.from(histories.of, (at) => list[at] as number);
  return {
    report: { ...found, expected: forecastTotal(found.model, histories, within) },
    rows: {
      x,
      recency,
      age,
      alive: each(alive.value),
      buys: each(buys.value),
      buys_low: each(buys.low),
      buys_high: each(buys.high),
      expected: each(expected.value),
      expected_low: each(expected.low),
      expected_high: each(expected.high)
    }
  };
}
