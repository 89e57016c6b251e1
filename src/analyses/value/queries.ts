import { defineQuery, type Query, type RowOf } from '../../engine/query.ts';
import type { SqlParams } from '../../engine/sql.ts';
import { KEPT_VALUES, withCustomerValues } from '../forecasts/customer-values.ts';
import { withTables } from '../../sources/scope.ts';
import { SEGMENT_GROUPS, VALUE_BY_SEGMENT, type VALUE_OF_ALL, valueGroups } from '../forecasts/value-groups.ts';
import { KEPT_SCORES, withScores } from '../scores/scoring.ts';
import atRiskCustomers from './at-risk-customers.sql?raw';
import atRisk from './at-risk.sql?raw';
import cohorts from './cohorts.sql?raw';
import concentrationSummary from './concentration-summary.sql?raw';
import concentration from './concentration.sql?raw';
import groupCustomers from './group-customers.sql?raw';
import cohort from './groups/cohort.sql?raw';
import first from './groups/first.sql?raw';
import tenth from './groups/tenth.sql?raw';
import loyalCustomers from './loyal-customers.sql?raw';
import loyal from './loyal.sql?raw';
import modelAhead from './model-ahead.sql?raw';
import mostValuable from './most-valuable.sql?raw';
import pastPath from './past-path.sql?raw';
import secondAhead from './second-ahead.sql?raw';
import tierCustomers from './tier-customers.sql?raw';
import tierSizes from './tier-sizes.sql?raw';
import tiers from './tiers.sql?raw';
import topCustomers from './top-customers.sql?raw';

const GROUPINGS = { tenth, first, cohort } as const;
/** How the people can be split: in tenths by value, by segment, by the first order's dimension, by cohort. */
export type Grouping = keyof typeof GROUPINGS | 'segment';

/** What each group brought and what is expected of it. Takes `margin`; `first` also `by` and `groups`, `cohort` the grain, `segment` the scoring. */
export function groupsQuery(by: Grouping): typeof VALUE_OF_ALL {
  return by === 'segment' ? VALUE_BY_SEGMENT : valueGroups(`value/by-${by}`, GROUPINGS[by]);
}

/** Only tenths are of values: the others need no model to be listed. */
export const isByValue = (by: Grouping): boolean => by === 'tenth';

/** Who is in a group: `name`, or `is_rest` for the smaller ones together. */
export function groupCustomersQuery(by: Grouping): Query<SqlParams, { customer: 'integer' }> {
  const columns = { customer: 'integer' } as const;
  const name = `value/${by}-customers`;
  if (by === 'segment') return { name, sql: withScores(withTables(groupCustomers, SEGMENT_GROUPS)), keeps: KEPT_SCORES, columns };
  const grouping = [['customer_groups', GROUPINGS[by]]] as const;
  const sql = isByValue(by) ? withCustomerValues(groupCustomers, grouping) : withTables(groupCustomers, grouping);
  return { name, sql, keeps: isByValue(by) ? KEPT_VALUES : [], columns };
}

export const MOST_VALUABLE = defineQuery<{ margin: number; most: number; as_of: Date }>()({
  name: 'value/most-valuable',
  sql: withCustomerValues(mostValuable),
  keeps: KEPT_VALUES,
  columns: {
    place: 'integer',
    customer_id: 'text',
    purchases: 'integer',
    monetary: 'number',
    last_day: 'date',
    x: 'integer',
    recency: 'integer',
    age: 'integer',
    mean: 'number?',
    price: 'number?',
    buys: 'number?',
    buys_low: 'number?',
    buys_high: 'number?',
    expected: 'number?',
    value: 'number?',
    value_low: 'number?',
    value_high: 'number?',
    next_early: 'date?',
    next_half: 'date?',
    next_late: 'date?'
  }
});
export type ValuableCustomer = RowOf<(typeof MOST_VALUABLE)['columns']>;

/** The first so many hundredths by the money so far ('past') or by the value expected ('future'). */
export const TOP_CUSTOMERS = defineQuery<{ margin: number; top: number; order: string; as_of: Date }>()({
  name: 'value/top-customers',
  sql: withCustomerValues(topCustomers),
  keeps: KEPT_VALUES,
  columns: { customer: 'integer' }
});

export const CONCENTRATION = defineQuery<{ margin: number; as_of: Date }>()({
  name: 'value/concentration',
  sql: withCustomerValues(concentration),
  keeps: KEPT_VALUES,
  columns: { hundredth: 'integer', customers: 'integer', customer_share: 'number', past_share: 'number?', future_share: 'number?' }
});
export type Hundredth = RowOf<(typeof CONCENTRATION)['columns']>;

export const CONCENTRATION_SUMMARY = defineQuery<{ margin: number; as_of: Date }>()({
  name: 'value/concentration-summary',
  sql: withCustomerValues(concentrationSummary),
  keeps: KEPT_VALUES,
  columns: {
    customers: 'integer',
    top_customers: 'integer',
    in_both: 'integer',
    past_top_share: 'number?',
    future_top_share: 'number?',
    past_gini: 'number?',
    future_gini: 'number?'
  }
});
export type Concentrated = RowOf<(typeof CONCENTRATION_SUMMARY)['columns']>;

/** Repeat purchases so far, in steps of `step` days before and after the split `until`. */
export const PAST_PATH = defineQuery<{ until: Date; step: number; as_of: Date }>()({
  name: 'value/past-path',
  sql: pastPath,
  columns: { step: 'integer', day: 'date', repeats: 'integer' }
});
export type PathPoint = RowOf<(typeof PAST_PATH)['columns']>;

export const LOYAL = defineQuery<{ margin: number; loyal: number; as_of: Date }>()({
  name: 'value/loyal',
  sql: withCustomerValues(loyal),
  keeps: KEPT_VALUES,
  columns: {
    place: 'integer',
    customers: 'integer',
    share: 'number',
    monetary: 'number',
    monetary_share: 'number?',
    value: 'number?',
    value_share: 'number?',
    monetary_each: 'number?',
    value_each: 'number?',
    buys: 'number?',
    order_amount: 'number?',
    usual_gap: 'number?',
    discounted_share: 'number?',
    refund_share: 'number?'
  }
});
export type Side = RowOf<(typeof LOYAL)['columns']>;

/** One side: 1 the loyal, 2 all others. */
export const LOYAL_CUSTOMERS = defineQuery<{ side: number; loyal: number }>()({
  name: 'value/loyal-customers',
  sql: loyalCustomers,
  columns: { customer: 'integer' }
});

export const COHORTS = defineQuery<{ grain: string; margin: number; most_ages: number; as_of: Date }>()({
  name: 'value/cohorts',
  sql: cohorts,
  columns: { cohort: 'date?', customers: 'integer', months: 'integer', value_each: 'number' }
});
export type CohortValue = RowOf<(typeof COHORTS)['columns']>;

export const TIERS = ['core', 'chance', 'casual'] as const;
export type Tier = (typeof TIERS)[number];
export const REASONS = ['core', 'young', 'unseen', 'coupon', 'fading', 'little', 'deaf', 'loses'] as const;
export type Reason = (typeof REASONS)[number];

/** The rules of the tiers: `loyal` purchases, `coupon` the share of discounted orders, `contacts` within the time looked ahead at `cost` each. */
export type TierParams = { margin: number; loyal: number; coupon: number; contacts: number; cost: number; as_of: Date };
/** Without a forecast: the days looked ahead to a second purchase. */
export type SecondTierParams = TierParams & { within: number };

const TIER_COLUMNS = {
  tier: 'text',
  reason: 'text',
  customers: 'integer',
  share: 'number',
  amount: 'number',
  amount_share: 'number?',
  net: 'number',
  discounted_share: 'number?',
  buyers: 'number?',
  value: 'number?',
  discount_year: 'number',
  messages: 'integer',
  message_cost: 'number',
  contact_cost: 'number',
  told: 'integer',
  told_cost: 'number'
} as const;
export type TierPart = RowOf<typeof TIER_COLUMNS>;

/** What lies ahead by the models, and, where none can be fitted, by the curve of the second purchase. */
const byModel = (sql: string) =>
  withCustomerValues(sql, [
    ['ahead', modelAhead],
    ['tiers', tiers]
  ]);
const bySecond = (sql: string) =>
  withTables(sql, [
    ['ahead', secondAhead],
    ['tiers', tiers]
  ]);
const KEPT_TIERS = [...KEPT_VALUES, 'tiers'];

export const TIER_SIZES = defineQuery<TierParams>()({
  name: 'value/tiers',
  sql: byModel(tierSizes),
  keeps: KEPT_TIERS,
  columns: TIER_COLUMNS
});
export const SECOND_TIER_SIZES = defineQuery<SecondTierParams>()({
  name: 'value/second-tiers',
  sql: bySecond(tierSizes),
  keeps: ['tiers'],
  columns: TIER_COLUMNS
});

/** The customers of a tier, or only those with the reason `why`, which is empty for all; the words are those of the reasons. */
export const TIER_CUSTOMERS = defineQuery<TierParams & TierListParams>()({
  name: 'value/tier-customers',
  sql: byModel(tierCustomers),
  keeps: KEPT_TIERS,
  columns: { customer: 'integer', reason: 'text' }
});
export const SECOND_TIER_CUSTOMERS = defineQuery<SecondTierParams & TierListParams>()({
  name: 'value/second-tier-customers',
  sql: bySecond(tierCustomers),
  keeps: ['tiers'],
  columns: { customer: 'integer', reason: 'text' }
});
type TierListParams = { tier: string; why: string } & Record<
  'loses' | 'deaf' | 'little' | 'coupons' | 'fading' | 'young' | 'unseen' | 'core',
  string
>;

/** Last year's money, and the part of it that came from customers who will buy no more, by their chances. */
export const AT_RISK = defineQuery<{ margin: number; as_of: Date }>()({
  name: 'value/at-risk',
  sql: withCustomerValues(atRisk),
  keeps: KEPT_VALUES,
  columns: { customers: 'integer', amount: 'number', at_risk: 'number?', best_unlikely: 'integer', best_amount: 'number' }
});

export const AT_RISK_CUSTOMERS = defineQuery<{ margin: number; as_of: Date }>()({
  name: 'value/at-risk-customers',
  sql: withCustomerValues(atRiskCustomers),
  keeps: KEPT_VALUES,
  columns: { customer: 'integer' }
});
