import { defineQuery, type RowOf } from '../../engine/query.ts';
import { KEPT_SCORES, withScores, type ScoringParams } from '../scores/scoring.ts';
import customerMember from './customer-member.sql?raw';
import customerOrders from './customer-orders.sql?raw';
import customerTimeline from './customer-timeline.sql?raw';
import customerPath from './customer-path.sql?raw';
import customer from './customer.sql?raw';

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
export const customerTimelineQuery = defineQuery<{ customer_id: string; as_of: Date }>()({
  name: 'customers/timeline',
  sql: customerTimeline,
  columns: { day: 'date?', kind: 'text', what: 'text?', score: 'number?', remark: 'text?', outcome: 'text?', channel: 'text?' }
});
export type Happening = RowOf<typeof customerTimelineQuery.columns>;
