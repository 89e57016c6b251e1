import { defineQuery, type RowOf } from '../../engine/query.ts';
import concentration from './concentration.sql?raw';
import concentrationSummary from './concentration-summary.sql?raw';
import health from './health.sql?raw';
import lifecycleAudience from './lifecycle-audience.sql?raw';
import lifecycle from './lifecycle.sql?raw';
import orderHealth from './order-health.sql?raw';
import orderMonths from './order-months.sql?raw';
import topAudience from './top-audience.sql?raw';

/** The headline numbers, now and a period before. */
export const healthQuery = defineQuery<{ as_of: Date }>()({
  name: 'overview/health',
  sql: health,
  columns: {
    first_day: 'date?',
    days_of_data: 'integer?',
    customers: 'integer',
    customers_before: 'integer?',
    active: 'integer',
    active_before: 'integer?',
    buyers: 'integer',
    repurchase: 'number?',
    repurchase_low: 'number?',
    repurchase_high: 'number?',
    repurchase_before: 'number?',
    churn_base: 'integer',
    churned: 'integer',
    churn: 'number?',
    churn_low: 'number?',
    churn_high: 'number?',
    churn_before: 'number?',
    revenue: 'number',
    revenue_before: 'number?'
  }
});
export type Health = RowOf<typeof healthQuery.columns>;

export const lifecycleQuery = defineQuery<{ as_of: Date }>()({
  name: 'overview/lifecycle',
  sql: lifecycle,
  columns: {
    month: 'date',
    new_customers: 'integer',
    retained: 'integer',
    won_back: 'integer',
    lost: 'integer',
    active: 'integer',
    is_complete: 'boolean'
  }
});
export type LifecycleMonth = RowOf<typeof lifecycleQuery.columns>;

export const STAGES = ['new', 'retained', 'won-back', 'lost'] as const;
export type Stage = (typeof STAGES)[number];
/** What the list of a month can hold: one of its bars, or everybody who bought in it. */
export const MONTH_GROUPS = [...STAGES, 'active'] as const;
export type MonthGroup = (typeof MONTH_GROUPS)[number];

export const lifecycleAudienceQuery = defineQuery<{ month: Date; stage: string }>()({
  name: 'overview/lifecycle-customers',
  sql: lifecycleAudience,
  columns: { customer: 'integer' }
});

export const concentrationQuery = defineQuery()({
  name: 'overview/concentration',
  sql: concentration,
  columns: { hundredth: 'integer', customers: 'integer', customer_share: 'number', revenue: 'number', revenue_share: 'number?' }
});
export type ConcentrationRow = RowOf<typeof concentrationQuery.columns>;

export const concentrationSummaryQuery = defineQuery()({
  name: 'overview/concentration-summary',
  sql: concentrationSummary,
  columns: { customers: 'integer', top_customers: 'integer', top_revenue: 'number', top20: 'number?', gini: 'number?' }
});
export type ConcentrationSummary = RowOf<typeof concentrationSummaryQuery.columns>;

/** The best `top` hundredths. */
export const topAudienceQuery = defineQuery<{ top: number }>()({
  name: 'overview/top-customers',
  sql: topAudience,
  columns: { customer: 'integer' }
});

export const orderMonthsQuery = defineQuery<{ as_of: Date }>()({
  name: 'overview/order-months',
  sql: orderMonths,
  columns: { month: 'date', orders: 'integer', revenue: 'number', average: 'number?', is_complete: 'boolean' }
});
export type OrderMonth = RowOf<typeof orderMonthsQuery.columns>;

export const orderHealthQuery = defineQuery<{ as_of: Date }>()({
  name: 'overview/order-health',
  sql: orderHealth,
  columns: {
    orders_ever: 'integer',
    orders: 'integer',
    orders_before: 'integer?',
    revenue: 'number',
    revenue_before: 'number?',
    average: 'number?',
    average_before: 'number?'
  }
});
export type OrderHealth = RowOf<typeof orderHealthQuery.columns>;
