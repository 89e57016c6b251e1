import { defineQuery, type Query, type RowOf } from '../../engine/query.ts';
import type { SqlParams } from '../../engine/sql.ts';
import type { Audience } from '../analysis.ts';
import { CUSTOMER_VALUES, KEPT_VALUES } from '../forecasts/customer-values.ts';
import { KEPT_SCORES, withScores, type ScoringParams } from '../scores/scoring.ts';
import segmentList from '../scores/segment-list.sql?raw';
import customerMember from './customer-member.sql?raw';
import customerOrders from './customer-orders.sql?raw';
import customerTimeline from './customer-timeline.sql?raw';
import customerPath from './customer-path.sql?raw';
import customer from './customer.sql?raw';
import expectedNothing from './expected-nothing.sql?raw';
import expectedValues from './expected-values.sql?raw';
import listPage from './list-page.sql?raw';
import listSummary from './list-summary.sql?raw';
import listedAudience from './listed-audience.sql?raw';
import listedByChance from './listed-by-chance.sql?raw';
import listedEverybody from './listed-everybody.sql?raw';
import listedWithReason from './listed-with-reason.sql?raw';
import { withTables } from '../../sources/scope.ts';

/** What the list can be ordered by. */
export const SORTS = [
  'monetary',
  'customer_id',
  'segment',
  'r',
  'f',
  'm',
  'reason',
  'first_day',
  'last_day',
  'recency',
  'frequency',
  'orders',
  'usual_gap',
  'p_buys',
  'value',
  'lateness',
  'first_channel',
  'first_category',
  'first_region',
  'first_tier',
  'first_shop'
] as const;
export type Sort = (typeof SORTS)[number];

const LIST_COLUMNS = {
  customer_id: 'text',
  segment: 'text',
  r: 'integer',
  f: 'integer',
  m: 'integer',
  reason: 'text?',
  first_day: 'date',
  last_day: 'date',
  recency: 'integer',
  frequency: 'integer',
  orders: 'integer',
  monetary: 'number',
  usual_gap: 'number?',
  lateness: 'number?',
  p_buys: 'number?',
  value: 'number?',
  first_channel: 'text?',
  first_category: 'text?',
  first_region: 'text?',
  first_tier: 'text?',
  first_shop: 'text?'
} as const;
export type ListRow = RowOf<typeof LIST_COLUMNS>;

/** The columns that look ahead: those of a model, and how late a customer is. */
export const AHEAD = ['p_buys', 'value', 'lateness'] as const satisfies readonly Sort[];

/**
 * What is asked beyond the orders: `hasValues` reads the rows of `valueFitting` under the name `forecasts` and takes
 * `margin`; `byChance` keeps those whose chance is within `least_chance` and `most_chance`, which it takes, too.
 */
export interface Ahead {
  readonly hasValues: boolean;
  readonly byChance: boolean;
}
const NOT_AHEAD: Ahead = { hasValues: false, byChance: false };

/** The tables that say who is listed: everybody, or the audience; and what is expected of them. */
function listed(audience: Audience | null, { hasValues, byChance }: Ahead): [string, string][] {
  const before = byChance ? 'listed_before' : 'listed';
  return [
    ...(hasValues ? [CUSTOMER_VALUES] : []),
    ['expectations', hasValues ? expectedValues : expectedNothing],
    ...(audience === null
      ? [[before, listedEverybody] as [string, string]]
      : [
          ['audience', audience.query.sql] as [string, string],
          [before, 'reason' in audience.query.columns ? listedWithReason : listedAudience] as [string, string]
        ]),
    ...(byChance ? [['listed', listedByChance] as [string, string]] : [])
  ];
}

/**
 * A page of the list of `audience`, or of everybody, in a total order. Takes the scoring, `search` (part of an id, or ''), `sort` (one of
 * SORTS), `is_descending`, `page_size`, `page_start`, and the audience's own parameters.
 */
export function listPageQuery(audience: Audience | null, ahead = NOT_AHEAD): Query<SqlParams, typeof LIST_COLUMNS> {
  return {
    name: 'customers/list',
    sql: withScores(listPage, [['segment_list', segmentList], ...listed(audience, ahead)]),
    keeps: ahead.hasValues ? [...KEPT_VALUES, ...KEPT_SCORES] : KEPT_SCORES,
    columns: LIST_COLUMNS
  };
}

const SUMMARY_COLUMNS = { customers: 'integer', share: 'number?', revenue: 'number', revenue_share: 'number?' } as const;

/** How many the list holds. Takes `search` and the audience's parameters. */
export function listSummaryQuery(audience: Audience | null, ahead = NOT_AHEAD): Query<SqlParams, typeof SUMMARY_COLUMNS> {
  return {
    name: 'customers/list-summary',
    sql: withTables(listSummary, listed(audience, ahead)),
    keeps: ahead.hasValues ? KEPT_VALUES : [],
    columns: SUMMARY_COLUMNS
  };
}

/** One customer; no row when nobody in the scope has the id. */
export const customerQuery = defineQuery<ScoringParams & { customer_id: string }>()({
  name: 'customers/customer',
  sql: withScores(customer),
  keeps: KEPT_SCORES,
  columns: {
    customer_id: 'text',
    segment: 'text',
    r: 'integer',
    f: 'integer',
    m: 'integer',
    first_day: 'date',
    last_day: 'date',
    recency: 'integer',
    frequency: 'integer',
    orders: 'integer',
    monetary: 'number',
    mean_purchase: 'number?',
    usual_gap: 'number?',
    first_channel: 'text?',
    first_category: 'text?',
    first_region: 'text?',
    first_tier: 'text?',
    first_shop: 'text?'
  }
});
export type Customer = RowOf<typeof customerQuery.columns>;

export const customerOrdersQuery = defineQuery<{ customer_id: string }>()({
  name: 'customers/orders',
  sql: customerOrders,
  columns: {
    order_id: 'text?',
    order_time: 'timestamp',
    day: 'date',
    gap: 'integer?',
    amount: 'number',
    gross: 'number?',
    discount: 'number?',
    refund: 'number?',
    quantity: 'number?',
    product: 'text?',
    channel: 'text?',
    category: 'text?',
    region: 'text?',
    tier: 'text?',
    shop: 'text?'
  }
});
export type CustomerOrder = RowOf<typeof customerOrdersQuery.columns>;

/** A customer's purchase history as it was, week by week. */
export const customerPathQuery = defineQuery<{ customer_id: string; as_of: Date }>()({
  name: 'customers/path',
  sql: customerPath,
  columns: { day: 'date', x: 'number', recency: 'number', age: 'number' }
});

/** What lists of members say of one customer; no row for a customer who is in none. */
export const customerMemberQuery = defineQuery<{ customer_id: string }>()({
  name: 'customers/member',
  sql: customerMember,
  columns: {
    member_since: 'date?',
    birthday: 'date?',
    gender: 'text?',
    tier: 'text?',
    region: 'text?',
    tags: 'text?',
    consent: 'boolean?',
    owner: 'text?',
    company: 'text?',
    channel: 'text?',
    points: 'number?'
  }
});
export type MemberEntry = RowOf<typeof customerMemberQuery.columns>;

/** What one customer did, said and got beside the orders; `kind` is event, nps, csat, comment, ticket or touch. */
export const customerTimelineQuery = defineQuery<{ customer_id: string }>()({
  name: 'customers/timeline',
  sql: customerTimeline,
  columns: { day: 'date?', kind: 'text', what: 'text?', score: 'number?', remark: 'text?', outcome: 'text?', channel: 'text?' }
});
export type Happening = RowOf<typeof customerTimelineQuery.columns>;
