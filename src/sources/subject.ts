import { ORDER_ROLES, type Mapping, type Role } from './mapping.ts';

/**
 * What one row of a file is about: an order (or a line of one), a refund of an order, a member, something that
 * somebody did, an answer or a ticket, a message of a campaign to somebody, a product.
 */
export const SUBJECTS = ['orders', 'returns', 'members', 'events', 'feedback', 'touches', 'products'] as const;
export type Subject = (typeof SUBJECTS)[number];

const ROLES_OF: Readonly<Record<Subject, readonly Role[]>> = {
  // A phone or an e-mail beside the customer finds people of other files; it is never guessed.
  orders: [...ORDER_ROLES, 'phone', 'email'],
  returns: [
    'order_id',
    'line_id',
    'customer',
    'order_time',
    'pay_time',
    'refund',
    'refund_status',
    'status',
    'amount',
    'quantity',
    'product',
    'sku',
    'shop'
  ],
  members: [
    'customer',
    'phone',
    'email',
    'member_since',
    'birthday',
    'gender',
    'tier',
    'region',
    'tags',
    'consent',
    'owner',
    'company',
    'channel',
    'points'
  ],
  events: ['customer', 'event_time', 'event_name', 'channel', 'product', 'amount'],
  feedback: [
    'customer',
    'order_id',
    'survey_time',
    'nps',
    'csat',
    'comment',
    'ticket_id',
    'ticket_type',
    'ticket_open',
    'first_reply',
    'resolved',
    'status',
    'channel',
    'product'
  ],
  touches: ['customer', 'campaign', 'group', 'sent_time', 'cost', 'response', 'channel'],
  products: ['sku', 'product', 'category', 'cost', 'unit_price']
};

const each = (ones: readonly Role[], others: readonly Role[]): (readonly Role[])[] =>
  ones.flatMap((one) => others.map((other) => [one, other]));

const NEEDS_OF: Readonly<Record<Subject, readonly (readonly Role[])[]>> = {
  orders: each(['order_time', 'pay_time'], ['amount', 'gross', 'unit_price', 'customer', 'order_id']),
  returns: each(['order_id'], ['refund', 'refund_status']),
  members: [['customer'], ['phone'], ['email']],
  events: [['customer', 'event_time']],
  feedback: [['nps'], ['csat'], ['comment'], ['ticket_id'], ['ticket_open']],
  // Without a customer a campaign's groups can still be compared by their answers.
  touches: [...each(['customer'], ['campaign', 'group', 'sent_time']), ['group', 'response']],
  products: each(['sku', 'product'], ['category', 'cost'])
};

/** The roles that columns of a file about `subject` can have, the most telling first. */
export function rolesOf(subject: Subject): readonly Role[] {
  return ROLES_OF[subject];
}

/** What a file about `subject` cannot do without: all roles of any one of these sets. */
export function needsOf(subject: Subject): readonly (readonly Role[])[] {
  return NEEDS_OF[subject];
}

/** Whether the mapped roles hold one of the sets that `subject` needs. */
export function meetsNeeds(roles: Mapping['roles'], subject: Subject): boolean {
  return NEEDS_OF[subject].some((needed) => needed.every((role) => roles.includes(role)));
}
