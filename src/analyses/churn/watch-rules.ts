import { defineQuery, type RowOf } from '../../engine/query.ts';
import type { Counting } from '../../session/view.svelte.ts';
import { withTables } from '../../sources/scope.ts';
import watched from './parts/watched.sql?raw';
import watchCustomers from './watch-customers.sql?raw';
import watch from './watch.sql?raw';

/** Thresholds of the watch rules: days, a share, a factor. */
export type WatchParams = { window: number; drop: number; jump: number; as_of: Date };

export const WATCH = defineQuery<WatchParams>()({
  name: 'churn/watch',
  sql: withTables(watch, [['watched', watched.trim()]]),
  columns: { kind: 'text', customers: 'integer', amount_year: 'number' }
});

/** The people of one rule: 'drop', 'unusual', 'negative', or 'any'. */
export const WATCH_CUSTOMERS = defineQuery<WatchParams & { kind: string }>()({
  name: 'churn/watch-customers',
  sql: withTables(watchCustomers, [['watched', watched.trim()]]),
  columns: { customer: 'integer' }
});

export type WatchRow = RowOf<(typeof WATCH)['columns']>;
export const KINDS = ['drop', 'unusual', 'negative'] as const;
export const WATCH_BOUNDS = { window: [7, 365], drop: [10, 100], jump: [1.5, 20] } as const;
/** The thresholds as they stand in the address. */
export type WatchChoice = Omit<WatchParams, 'as_of'>;
export const DEFAULT_WATCH: WatchChoice = { window: 30, drop: 0.5, jump: 3 };

export function watchOf(view: Counting): WatchChoice {
  return {
    window: Math.round(view.number('watch_days', DEFAULT_WATCH.window, ...WATCH_BOUNDS.window)),
    drop: view.number('watch_drop', DEFAULT_WATCH.drop * 100, ...WATCH_BOUNDS.drop) / 100,
    jump: view.number('watch_jump', DEFAULT_WATCH.jump, ...WATCH_BOUNDS.jump)
  };
}
