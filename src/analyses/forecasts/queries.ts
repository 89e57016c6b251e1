import { defineQuery } from '../../engine/query.ts';
import histories from './histories.sql?raw';

/** The distinct purchase histories that models of repeat buying are fitted to. */
export const HISTORIES = defineQuery<{ as_of: Date }>()({
  name: 'forecasts/histories',
  sql: histories,
  columns: { x: 'number', recency: 'number', age: 'number', customers: 'number' }
});
