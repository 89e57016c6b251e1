import type { Subject } from './subject.ts';

/** What a column of an order file can mean. */
export const ORDER_ROLES = [
  'customer',
  'order_id',
  'line_id',
  'order_time',
  'order_clock',
  'pay_time',
  'amount',
  'gross',
  'discount',
  'refund',
  'refund_status',
  'status',
  'row_kind',
  'quantity',
  'unit_price',
  'product',
  'sku',
  'category',
  'channel',
  'shop',
  'region',
  'tier',
  'currency'
] as const;

/** What a column can mean; `rolesOf` says which of these a file takes. */
export const ROLES = [
  ...ORDER_ROLES,
  'phone',
  'email',
  'member_since',
  'birthday',
  'gender',
  'tags',
  'consent',
  'owner',
  'company',
  'points',
  'event_time',
  'event_name',
  'survey_time',
  'nps',
  'csat',
  'comment',
  'ticket_id',
  'ticket_type',
  'ticket_open',
  'first_reply',
  'resolved',
  'campaign',
  'group',
  'sent_time',
  'cost',
  'response'
] as const;
/**
 * `order_clock` is the time of day beside a date-only `order_time` (Square's Date + Time); `row_kind` tells
 * payments from refunds that have rows of their own (Square's Event Type). `phone` and `email` are further
 * keys of a member beside `customer`. `first_reply` and `resolved` are moments, or how long it took from
 * `ticket_open`: see `spanUnit`. `nps` runs from 0 to 10, `csat` from 1 to 5 or in words.
 */
export type Role = (typeof ROLES)[number];
/** Columns about a person, left out by default unless taken as the customer key. */
export type PersonalKind = 'name' | 'phone' | 'email' | 'address' | 'id-number' | 'ip' | 'message';

/** How a file's columns were understood. Plain JSON, so that it can be remembered and shared. */
export interface Mapping {
  /** The export it was recognised as ('taobao', 'shopify', …), or null. */
  readonly family: string | null;
  /** What its rows are about. Mappings remembered before there was a choice have none: orders, or refunds. */
  readonly subject?: Subject;
  /**
   * How sure the subject is: the headers of a known export, what headers and values say together, several
   * subjects being possible (to be asked), or the user's word.
   */
  readonly subjectConfidence?: 'exact' | 'words' | 'unsure' | 'user';
  /** Role of each column of the sketch, or null when the column is not used. A role is used at most once. */
  readonly roles: readonly (Role | null)[];
  /** Which columns are personal, by kind, or null. */
  readonly personal: readonly (PersonalKind | null)[];
  /** How sure the guess is, per column: exact header, alias, part of the header, values, or the user's word. */
  readonly confidence: readonly ('exact' | 'alias' | 'contains' | 'values' | 'user' | null)[];
  /** The user's answers to questions, by question id. */
  readonly answers: Readonly<Record<string, string>>;
  /** Cleaning rules switched off or on by the user, by reason. */
  readonly rules: Readonly<Record<string, boolean>>;
}

/** The answer that takes one in so many customers of a file of orders: "10". */
export const SAMPLE_QUESTION = 'sample';
/** The answer that loads the orders of a customer on a day as one row: "days", or "days/4" to read them in four parts. */
export const ROWS_QUESTION = 'rows';
/** The columns that were left out to make the file lighter: JSON of header → the role it had. */
export const LEFT_OUT = 'left-out';

/** The mapping with all customers taken. */
export function withoutSample(mapping: Mapping): Mapping {
  const { [SAMPLE_QUESTION]: _of, ...answers } = mapping.answers;
  return { ...mapping, answers };
}

/** The column that has a role, or null. */
export function columnOf(mapping: Mapping, role: Role): number | null {
  const column = mapping.roles.indexOf(role);
  return column < 0 ? null : column;
}

/** The mapping with one column's role changed by the user; a column that had the role before loses it. */
export function withRole(mapping: Mapping, column: number, role: Role | null, confidence: Mapping['confidence'][number] = 'user'): Mapping {
  const loses = (index: number) => index !== column && role !== null && mapping.roles[index] === role;
  return {
    ...mapping,
    roles: mapping.roles.map((old, index) => (index === column ? role : loses(index) ? null : old)),
    confidence: mapping.confidence.map((old, index) => (index === column ? confidence : loses(index) ? null : old))
  };
}
