import { defineQuery } from '../../engine/query.ts';
import sql from './what-changed.sql?raw';

/** After so many days without an order a customer counts as lost on the page of what changed. */
export const SILENT_DAYS = 90;

/** Customers that are new since a day, bought again after it, or have been silent for too long since. */
export const whatChangedQuery = defineQuery<{ as_of: Date; since: Date; silent_days: number }>()({
  name: 'projects/what-changed',
  sql,
  columns: { customers: 'integer', new_customers: 'integer?', returned: 'integer?', lost: 'integer?' }
});
