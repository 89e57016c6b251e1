import { defineQuery, type Query } from '../../engine/query.ts';
import { overOrders, type PlannedRepair } from '../../sources/repair-preview.ts';
import gaps from './gaps.sql?raw';
import headline from './headline.sql?raw';
import lastDay from './last-day.sql?raw';
import lastPeriod from './last-period.sql?raw';
import linkedCustomers from './linked-customers.sql?raw';
import outlierOrders from './outlier-orders.sql?raw';
import outliers from './outliers.sql?raw';
import truncation from './truncation.sql?raw';

const HEADLINE_COLUMNS = {
  customers: 'integer',
  orders: 'integer',
  amount: 'number',
  average: 'number?',
  purchases: 'integer',
  repurchase: 'number?',
  churn: 'number?'
} as const;

/** The headline numbers, of the orders as they are or as a repair would leave them. */
export function headlineQuery(repair: PlannedRepair | null = null): Query<{ as_of: Date }, typeof HEADLINE_COLUMNS> {
  return defineQuery<{ as_of: Date }>()({
    name: repair === null ? 'quality/headline' : 'quality/headline-repaired',
    sql: overOrders(headline, repair),
    columns: HEADLINE_COLUMNS
  });
}

/** The last day of the orders that a repair would leave; null where it leaves none. */
export function lastDayQuery(repair: PlannedRepair): Query<Record<never, never>, { last_day: 'date?' }> {
  return defineQuery()({ name: 'quality/last-day', sql: overOrders(lastDay, repair), columns: { last_day: 'date?' } });
}

/** The limits of amounts at `k` times the usual spread of their logarithms; no row where the rule cannot tell. */
export const OUTLIERS = defineQuery<{ k: number }>()({
  name: 'quality/outliers',
  sql: outliers,
  columns: {
    judged: 'integer',
    median_amount: 'number',
    low: 'number',
    high: 'number',
    above: 'integer',
    below: 'integer',
    above_share: 'number?',
    most: 'number'
  }
});

/** The orders farthest beyond the limits. */
export const OUTLIER_ORDERS = defineQuery<{ low: number; high: number; middle: number }>()({
  name: 'quality/outlier-orders',
  sql: outlierOrders,
  columns: { order_id: 'text?', customer_id: 'text?', day: 'date', amount: 'number' }
});

/** Runs of days without orders that chance hardly makes. */
export const GAPS = defineQuery()({
  name: 'quality/gaps',
  sql: gaps,
  columns: { first_day: 'date', last_day: 'date', days: 'integer', usual_orders: 'number', expected: 'number' }
});

/** Whether customers are older than the data. */
export const TRUNCATION = defineQuery()({
  name: 'quality/truncation',
  sql: truncation,
  columns: {
    first_day: 'date',
    last_day: 'date',
    stretches: 'integer',
    start_share: 'number?',
    later_share: 'number?',
    start_level: 'number?',
    start_first_timers: 'integer',
    usual_first_timers: 'number?',
    long_gap: 'number?',
    members_known: 'integer',
    members_older: 'integer'
  }
});

/** The last day and month beside what is usual. */
export const LAST_PERIOD = defineQuery()({
  name: 'quality/last-period',
  sql: lastPeriod,
  columns: {
    first_day: 'date',
    last_day: 'date',
    day_orders: 'integer',
    usual_day_orders: 'number?',
    days_before: 'integer',
    day_before: 'date',
    month_orders: 'integer',
    usual_month_orders: 'number?',
    months_before: 'integer',
    days_covered: 'integer',
    days_in_month: 'integer',
    month_before_end: 'date'
  }
});

/** The customers behind ids that are linked, the one who ordered first before the others. */
export const LINKED_CUSTOMERS = defineQuery<{ ids: readonly string[] }>()({
  name: 'quality/linked-customers',
  sql: linkedCustomers,
  columns: { customer_id: 'text', shown_id: 'text', customer: 'integer', first_day: 'date', orders: 'integer', amount: 'number' }
});
