import type { Mapping, Role } from '../../sources/mapping.ts';
import type { Draft } from '../../sources/source.ts';
import { meetsNeeds, needsOf, rolesOf, type Subject } from '../../sources/subject.ts';
import { aboutOf } from './draft-facts.ts';

/** Roles always asked for, in the order of the table; the rest appear when a column has them. */
const ASKED: Readonly<Record<Subject, readonly Role[]>> = {
  orders: ['customer', 'order_time', 'pay_time', 'amount', 'order_id', 'status'],
  returns: ['order_id', 'refund', 'refund_status'],
  members: ['customer', 'phone', 'email', 'member_since', 'tier', 'region'],
  events: ['customer', 'event_time', 'event_name'],
  feedback: ['customer', 'survey_time', 'nps', 'csat', 'comment'],
  touches: ['customer', 'campaign', 'group', 'sent_time', 'response'],
  products: ['sku', 'product', 'category', 'cost']
};
const ASKED_OF_TICKETS: readonly Role[] = ['customer', 'ticket_id', 'ticket_type', 'ticket_open', 'first_reply', 'resolved', 'csat'];
/** The roles by which pages can be filtered: worth a line when a file of orders has none of them. */
const FILTERS: readonly Role[] = ['channel', 'category', 'region', 'tier', 'shop'];

/** One line of the mapping table. */
export interface RoleLine {
  readonly role: Role;
  /** Place of the column in the sketch, or null when no column has the role. */
  readonly column: number | null;
  /** Whether the file is of no use without it, or without it and some others; null when it is not needed, or there. */
  readonly need: 'this' | 'one-of' | null;
}

/** The lines of the mapping table for a draft: what is asked of its subject, and every role that a column has. */
export function roleLines(draft: Draft): RoleLine[] {
  const { roles } = draft.mapping;
  const subject = aboutOf(draft);
  const needs = neededRoles(roles, subject);
  // One clock is enough: the other is asked for only where both are missing, or both are there.
  const isSpare = (role: Role) =>
    (role === 'pay_time' && !roles.includes('pay_time')) ||
    (role === 'order_time' && !roles.includes('order_time') && roles.includes('pay_time'));
  const isTickets = subject === 'feedback' && (roles.includes('ticket_id') || roles.includes('ticket_open'));
  const asked = (isTickets ? ASKED_OF_TICKETS : ASKED[subject]).filter((role) => !isSpare(role));
  const mapped = roles.filter((role) => role !== null);
  const missingFilter = subject !== 'orders' || FILTERS.some((role) => roles.includes(role)) ? [] : FILTERS.slice(0, 1);
  const shown = new Set([
    ...asked,
    ...needs.keys(),
    ...rolesOf(subject).filter((role) => mapped.includes(role)),
    ...mapped,
    ...missingFilter
  ]);
  return [...shown].map((role) => {
    const column = roles.indexOf(role);
    return { role, column: column < 0 ? null : column, need: needs.get(role) ?? null };
  });
}

/** The roles that are missing for the subject: of the sets it may do with, those that lack the least. */
function neededRoles(roles: Mapping['roles'], subject: Subject): ReadonlyMap<Role, 'this' | 'one-of'> {
  if (subject === 'orders') return new Map(roles.includes('order_time') || roles.includes('pay_time') ? [] : [['order_time', 'this']]);
  if (meetsNeeds(roles, subject)) return new Map();
  const lacking = needsOf(subject).map((needed) => needed.filter((role) => !roles.includes(role)));
  const least = Math.min(...lacking.map((set) => set.length));
  const closest = lacking.filter((set) => set.length === least);
  return new Map(closest.flat().map((role) => [role, closest.every((set) => set.includes(role)) ? 'this' : 'one-of']));
}
