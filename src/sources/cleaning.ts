import type { Mapping } from './mapping.ts';

/** Why a row is set aside. A row that several reasons fit gets the first of them, in this order. */
export const REASONS = [
  'duplicate',
  'refund-row',
  'other-currency',
  'cancelled',
  'unpaid',
  'missing-date',
  'unreadable-date',
  'unreadable-amount',
  'refunded',
  'negative',
  'zero',
  // By a repair.
  'outlier',
  // Of files about something other than orders.
  'missing-customer',
  'missing-product',
  'impossible-score',
  'unreadable-score',
  'no-answer',
  'needs-missing',
  'overlap',
  'not-orders',
  // Found by the reader, before there are columns.
  'title',
  'description',
  'repeated-header',
  'total',
  'footer',
  'blank',
  'padding',
  'malformed',
  'not-sampled'
] as const;
export type Reason = (typeof REASONS)[number];

/** Rules that the user may switch, and whether they are on unless said otherwise. */
export const SWITCHABLE: Readonly<Partial<Record<Reason, boolean>>> = {
  duplicate: true,
  'refund-row': true,
  cancelled: true,
  unpaid: true,
  refunded: true,
  negative: true,
  zero: false
};

/**
 * Whether a rule is on in this mapping. Identical rows are told to be duplicates only where an order id says
 * so: without one, two identical rows may be two orders, and the rule is off unless the user switches it on.
 */
export function isOn(mapping: Mapping, reason: Reason): boolean {
  const chosen = mapping.rules[reason];
  if (chosen !== undefined && SWITCHABLE[reason] !== undefined) return chosen;
  if (reason === 'duplicate') return mapping.roles.includes('order_id');
  return SWITCHABLE[reason] ?? true;
}

/** The currency that several are used beside, or counted in; `rates` is empty where each stays by itself. */
interface Kept {
  readonly code: string;
  readonly rates: ReadonlyMap<string, string>;
}

/** How a file's own words and columns decide fates. */
export interface FateRules {
  readonly mapping: Mapping;
  /** The paid amount has its refunds taken off already. */
  readonly isNet: boolean;
  readonly hasStatus: boolean;
  /** Some rows are in a currency that is not used: `is_foreign` tells them. */
  readonly hasCurrency: boolean;
  /** Rows of several currencies are used, as `currency` tells; rows that name none are in its `code`. Else null. */
  readonly currency: Kept | null;
  /** Nothing in the file tells an amount. */
  readonly hasNoAmount: boolean;
}

/** SQL: the refund of a row in the file's column, as far as the paid amount still holds it. */
export function refundToTakeOff(rules: FateRules, fromRows: string | null): string {
  // Nothing can be taken off an amount that nobody told.
  if (rules.hasNoAmount) return 'cast(0 as decimal(18, 2))';
  const column = 'coalesce(abs(refund), 0)';
  // The same refund in a column and in a row is taken once.
  if (rules.isNet) return fromRows ? `greatest(coalesce(${fromRows}, 0) - ${column}, 0)` : 'cast(0 as decimal(18, 2))';
  return fromRows ? `greatest(${column}, coalesce(${fromRows}, 0))` : column;
}

/** SQL: why the status alone sets a row aside, or null. */
export function statusFate(rules: FateRules): string {
  const cases = [
    ...(isOn(rules.mapping, 'cancelled') ? ["when meaning = 'cancelled' then 'cancelled'"] : []),
    ...(isOn(rules.mapping, 'unpaid') ? ["when meaning = 'unpaid' then 'unpaid'"] : []),
    // Without a status an order is paid when it has a time of payment, or an amount that was paid.
    ...(isOn(rules.mapping, 'unpaid') && !rules.hasStatus ? ["when is_unpaid_blank and coalesce(paid, 0) = 0 then 'unpaid'"] : [])
  ];
  return cases.length === 0 ? 'cast(null as varchar)' : `case ${cases.join(' ')} end`;
}

/** SQL: why the time sets a row or an order aside, or null. */
export const TIME_FATE = "case when order_time is not null then null when has_time then 'unreadable-date' else 'missing-date' end";

/**
 * SQL: why the money sets a row or an order aside, or null, over the columns paid, refund, meaning and
 * `takenOff`. A refund smaller than the amount is a partial one whatever the status says.
 */
export function moneyFate(rules: FateRules, takenOff: string): string {
  if (rules.hasNoAmount)
    return isOn(rules.mapping, 'refunded') ? "case when meaning = 'refunded' then 'refunded' end" : 'cast(null as varchar)';
  const isRefunded = rules.isNet
    ? `(paid <= ${takenOff} and (coalesce(abs(refund), 0) > 0 or ${takenOff} > 0)) or (coalesce(meaning = 'refunded', false) and coalesce(abs(refund), 0) = 0 and ${takenOff} = 0)`
    : `(${takenOff} > 0 and ${takenOff} >= paid) or (coalesce(meaning = 'refunded', false) and ${takenOff} = 0)`;
  const cases = [
    "when paid is null then 'unreadable-amount'",
    ...(isOn(rules.mapping, 'refunded') ? [`when ${isRefunded} then 'refunded'`] : []),
    ...(isOn(rules.mapping, 'negative') ? ["when paid < 0 then 'negative'"] : []),
    ...(isOn(rules.mapping, 'zero') ? ["when paid = 0 then 'zero'"] : [])
  ];
  return `case ${cases.join(' ')} end`;
}
