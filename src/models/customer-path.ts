import { forecastRows } from './forecast.ts';
import type { LongWork } from './long-work.ts';
import type { RepeatModel } from './repeat-model.ts';
import { columnIn, type NumberColumns, type TaskResult } from './task-columns.ts';
import { DAYS_PER_WEEK } from './value-inputs.ts';

/** What a fitted model says of one customer, at each of several days, about the `horizon` days after it. */
export interface CustomerPath {
  readonly input: 'path';
  readonly options: { readonly model: RepeatModel; readonly horizon: number };
  readonly report: readonly { readonly buys: number; readonly low: number; readonly high: number; readonly alive: number }[];
}

/** Reads `path`: x, recency and age in days as they were on each day, in the order of the days; so is the report. */
export function* customerPath(
  { path }: Readonly<Record<CustomerPath['input'], NumberColumns>>,
  { model, horizon }: CustomerPath['options']
): LongWork<TaskResult<CustomerPath['report']>> {
  const [x, recency, age] = [columnIn(path, 'x'), columnIn(path, 'recency'), columnIn(path, 'age')];
  const rows = Array.from(x, (count, at) => ({
    x: count,
    recency: (recency[at] as number) / DAYS_PER_WEEK,
    age: (age[at] as number) / DAYS_PER_WEEK
  }));
  yield { stage: 'path', done: 0 };
  const { buys, alive } = forecastRows(model, rows, horizon / DAYS_PER_WEEK);
  const report = rows.map((_, at) => ({
    buys: buys.value[at] as number,
    low: buys.low[at] as number,
    high: buys.high[at] as number,
    alive: alive.value[at] as number
  }));
  return { report };
}
