import { defineQuery } from '../../engine/query.ts';
import historiesUntil from './histories-until.sql?raw';
import histories from './histories.sql?raw';
import spendsUntil from './spends-until.sql?raw';

/** The distinct purchase histories that models of repeat buying are fitted to. */
export const HISTORIES = defineQuery<{ as_of: Date }>()({
  name: 'forecasts/histories',
  sql: histories,
  columns: { x: 'number', recency: 'number', age: 'number', customers: 'number' }
});

const HISTORY_COLUMNS = {
  x: 'number',
  recency: 'number',
  age: 'number',
  later: 'number',
  customers: 'number',
  spenders: 'number',
  mean_money: 'number',
  later_money: 'number'
} as const;
const SPEND_COLUMNS = { x: 'number', mean: 'number?' } as const;

/** Histories as they were on a day, with what their customers spent on average, and what they bought afterwards; see `ceilingOf`. */
export const HISTORIES_UNTIL = defineQuery<{ until: Date; ceiling: number }>()({
  name: 'forecasts/histories-until',
  sql: historiesUntil,
  columns: HISTORY_COLUMNS
});

/** The money of repeat purchases up to a day, that models of spend are fitted to. */
export const SPENDS_UNTIL = defineQuery<{ until: Date; ceiling: number }>()({
  name: 'forecasts/spends-until',
  sql: spendsUntil,
  columns: SPEND_COLUMNS
});

/** Both as of the day looked at: nothing comes afterwards. */
export const HISTORIES_NOW = defineQuery<{ as_of: Date; ceiling: number }>()({
  name: 'forecasts/histories-now',
  sql: historiesUntil.replaceAll('$until', '$as_of'),
  columns: HISTORY_COLUMNS
});
export const SPENDS_NOW = defineQuery<{ as_of: Date; ceiling: number }>()({
  name: 'forecasts/spends-now',
  sql: spendsUntil.replaceAll('$until', '$as_of'),
  columns: SPEND_COLUMNS
});
