import { defineQuery } from '../../engine/query.ts';
import averageCustomers from './average-customers.sql?raw';
import bracketCustomers from './bracket-customers.sql?raw';
import brackets from './brackets.sql?raw';
import cohortCustomers from './cohort-customers.sql?raw';
import cohorts from './cohorts.sql?raw';
import curve from './curve.sql?raw';
import gapCustomers from './gap-customers.sql?raw';
import gapSummary from './gap-summary.sql?raw';
import gaps from './gaps.sql?raw';
import ladderCustomers from './ladder-customers.sql?raw';
import ladder from './ladder.sql?raw';
import monthCustomers from './month-customers.sql?raw';
import months from './months.sql?raw';
import waitingCustomers from './waiting-customers.sql?raw';
import waiting from './waiting.sql?raw';
import windowCustomers from './window-customers.sql?raw';
import windows from './windows.sql?raw';

/** What coming back means: in that very period, in it or later, or a second purchase by its end. */
export const KINDS = ['in-period', 'rolling', 'cumulative'] as const;
export type Kind = (typeof KINDS)[number];
export const GRAINS = ['month', 'day', 'week', 'quarter'] as const;
export type CohortGrain = (typeof GRAINS)[number];
export const MEASURES = ['customers', 'orders', 'revenue'] as const;
export type Measure = (typeof MEASURES)[number];

/** One row per cohort and age: the latest `cohorts` cohorts, ages 0 to `periods`; the averages are over all cohorts. */
export const COHORTS = defineQuery<{ grain: string; kind: string; cohorts: number; periods: number; as_of: Date }>()({
  name: 'retention/cohorts',
  sql: cohorts,
  columns: {
    cohort: 'date',
    size: 'integer',
    age: 'integer',
    starts: 'date',
    is_complete: 'boolean',
    customers: 'integer',
    share: 'number',
    low: 'number',
    high: 'number',
    orders: 'integer',
    amount: 'number',
    orders_each: 'number',
    amount_each: 'number',
    average_cohorts: 'integer?',
    average_size: 'integer?',
    average_customers: 'integer?',
    average_share: 'number?',
    average_low: 'number?',
    average_high: 'number?',
    average_orders_each: 'number?',
    average_amount_each: 'number?'
  }
});

/** One row per group of the first order's `by` and age, over all cohorts that completed the period. */
export const CURVE = defineQuery<{ grain: string; kind: string; periods: number; by: string; groups: number; as_of: Date }>()({
  name: 'retention/curve',
  sql: curve,
  columns: {
    place: 'integer',
    name: 'text?',
    age: 'integer',
    cohorts: 'integer',
    size: 'integer',
    customers: 'integer',
    share: 'number',
    low: 'number',
    high: 'number',
    orders_each: 'number',
    amount_each: 'number'
  }
});

export const LADDER = defineQuery<{ steps: number }>()({
  name: 'retention/ladder',
  sql: ladder,
  columns: { step: 'integer', reached: 'integer', reached_before: 'integer?', share: 'number?', low: 'number?', high: 'number?' }
});

/** Spans of `width` days, `spans` of them and an open one. */
export const GAPS = defineQuery<{ width: number; spans: number }>()({
  name: 'retention/gaps',
  sql: gaps,
  columns: { from_days: 'integer', to_days: 'integer?', gaps: 'integer', share: 'number?', customers: 'integer' }
});

export const GAP_SUMMARY = defineQuery()({
  name: 'retention/gap-summary',
  sql: gapSummary,
  columns: {
    gaps: 'integer',
    customers: 'integer',
    mean: 'number?',
    deviation: 'number?',
    shortest: 'integer?',
    p10: 'number?',
    p25: 'number?',
    median: 'number?',
    p75: 'number?',
    p90: 'number?',
    p95: 'number?',
    longest: 'integer?'
  }
});

export const MONTHS = defineQuery<{ as_of: Date }>()({
  name: 'retention/months',
  sql: months,
  columns: {
    month: 'date',
    buyers: 'integer',
    bought_twice: 'integer',
    repeat_rate: 'number?',
    repeat_low: 'number?',
    repeat_high: 'number?',
    bought_next_month: 'integer?',
    rebuy_rate: 'number?',
    rebuy_low: 'number?',
    rebuy_high: 'number?',
    new_customers: 'integer',
    orders: 'integer',
    amount: 'number',
    is_complete: 'boolean',
    is_next_complete: 'boolean'
  }
});

export const WINDOWS = defineQuery<{ as_of: Date }>()({
  name: 'retention/windows',
  sql: windows,
  columns: { days: 'integer', eligible: 'integer', repurchased: 'integer', share: 'number?', low: 'number?', high: 'number?' }
});

export const BRACKETS = defineQuery<{ as_of: Date }>()({
  name: 'retention/brackets',
  sql: brackets,
  columns: {
    from_days: 'integer',
    to_days: 'integer',
    eligible: 'integer',
    retained: 'integer',
    share: 'number?',
    low: 'number?',
    high: 'number?'
  }
});

export const COHORT_CUSTOMERS = defineQuery<{ grain: string; cohort: Date; age: number; kind: string }>()({
  name: 'retention/cohort-customers',
  sql: cohortCustomers,
  columns: { customer: 'integer' }
});

/** The customers counted by a point of the averages or of `CURVE`. */
export const AVERAGE_CUSTOMERS = defineQuery<{
  grain: string;
  age: number;
  kind: string;
  by: string;
  first: string;
  rest: number;
  as_of: Date;
}>()({
  name: 'retention/average-customers',
  sql: averageCustomers,
  columns: { customer: 'integer' }
});

export const LADDER_CUSTOMERS = defineQuery<{ step: number; at: string }>()({
  name: 'retention/ladder-customers',
  sql: ladderCustomers,
  columns: { customer: 'integer' }
});

export const WINDOW_CUSTOMERS = defineQuery<{ days: number; again: string; as_of: Date }>()({
  name: 'retention/window-customers',
  sql: windowCustomers,
  columns: { customer: 'integer' }
});

export const BRACKET_CUSTOMERS = defineQuery<{ day_from: number; day_to: number; as_of: Date }>()({
  name: 'retention/bracket-customers',
  sql: bracketCustomers,
  columns: { customer: 'integer' }
});

export const GAP_CUSTOMERS = defineQuery<{ shortest: number; longest: number }>()({
  name: 'retention/gap-customers',
  sql: gapCustomers,
  columns: { customer: 'integer' }
});

export const MONTH_CUSTOMERS = defineQuery<{ month: Date; group: string }>()({
  name: 'retention/month-customers',
  sql: monthCustomers,
  columns: { customer: 'integer' }
});

/** Newcomers of the last `days` days without a second purchase, and the share of earlier newcomers who came back in time. */
export const WAITING = defineQuery<{ days: number; as_of: Date }>()({
  name: 'retention/waiting',
  sql: waiting,
  columns: { waiting: 'integer', amount: 'number', observed: 'integer', returned: 'integer', share: 'number?' }
});

export const WAITING_CUSTOMERS = defineQuery<{ days: number; as_of: Date }>()({
  name: 'retention/waiting-customers',
  sql: waitingCustomers,
  columns: { customer: 'integer' }
});
