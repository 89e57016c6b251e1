import type { Gathering } from '../engine/readers/gathering.ts';
import { unreadable } from '../engine/readers/unreadable.ts';
import { REFUND_SUFFIX } from './cells.ts';
import { subjectOf } from './guess-mapping.ts';
import { leftOutOf, type Lighter } from './left-out.ts';
import { columnOf, LEFT_OUT, ROWS_QUESTION, type Mapping, type Role } from './mapping.ts';
import { sampleOf, withSample } from './sampling.ts';

/** What a page can be narrowed by, or tells beside customers, days and amounts. */
const BESIDE: readonly Role[] = ['product', 'sku', 'category', 'channel', 'shop', 'region', 'tier'];
/** What several orders cannot have together. */
const OF_ONE: readonly Role[] = ['line_id', 'product', 'sku'];

/** The mapping of a file of orders with columns `headers` that makes it lighter; of any other file unchanged. */
export function withLighter(mapping: Mapping, headers: readonly string[], { sample, fewColumns, byDay, parts }: Lighter): Mapping {
  if (subjectOf(headers, mapping) !== 'orders') return mapping;
  const has = (role: Role) => mapping.roles.includes(role);
  // What an amount is made of stays; so does what tells whether refunds are taken off it already.
  const money: Role[] = has('amount')
    ? ['quantity', 'unit_price', 'discount', ...(has('refund') ? [] : (['gross'] as const))]
    : has('unit_price') && has('quantity')
      ? ['gross', 'discount']
      : ['quantity', 'unit_price'];
  const leftOut = fewColumns ? [...BESIDE, ...money] : byDay ? [...OF_ONE, ...money] : [];
  const less = leftOut.length > 0 ? withoutRoles(mapping, headers, leftOut) : mapping;
  const gathered = byDay ? { ...less, answers: { ...less.answers, [ROWS_QUESTION]: parts ? `days/${parts}` : 'days' } } : less;
  return sample === undefined ? gathered : withSample(gathered, sample);
}

/** Whether the orders of a customer on a day are loaded as one row; a sample comes before that. */
export function isByDay(mapping: Mapping): boolean {
  return mapping.answers[ROWS_QUESTION] !== undefined && sampleOf(mapping) === 1;
}

/** How the rows of a file are gathered; undefined where they are not. Throws `gather-…` where what its columns mean does not allow it. */
export function gatheringOf(headers: readonly string[], mapping: Mapping): Gathering | undefined {
  if (!isByDay(mapping) || subjectOf(headers, mapping) !== 'orders') return undefined;
  const at = (role: Role) => columnOf(mapping, role);
  const customer = at('customer');
  if (customer === null) throw unreadable('gather-key');
  const amount = at('amount') ?? (at('discount') === null && at('unit_price') === null ? at('gross') : null);
  if (amount === null) throw unreadable('gather-amounts');
  // Which kinds are refunds is known only once the rows are read.
  if (at('row_kind') !== null) throw unreadable('gather-refunds');
  const days = [at('order_time'), at('pay_time')].filter((column) => column !== null);
  if (days.length === 0) throw unreadable('gather-days');
  const parts = Number(mapping.answers[ROWS_QUESTION]?.split('/')[1]);
  return {
    by: [customer],
    days,
    amount,
    sums: [at('gross'), at('refund')].filter((column) => column !== null).filter((column) => column !== amount),
    zero: at('refund'),
    id: at('order_id'),
    suffix: at('status') === null && at('refund_status') === null ? null : REFUND_SUFFIX,
    blanks: [at('line_id'), at('product'), at('sku'), at('order_clock'), at('quantity')].filter((column) => column !== null),
    ...(parts > 0 ? { parts } : {})
  };
}

function withoutRoles(mapping: Mapping, headers: readonly string[], leftOut: readonly Role[]): Mapping {
  const isLeftOut = (role: Role | null): role is Role => role !== null && leftOut.includes(role);
  const told = mapping.roles.flatMap((role, column) => (isLeftOut(role) ? [[headers[column] ?? '', role] as const] : []));
  if (told.length === 0) return mapping;
  const before = leftOutOf(mapping).map(({ header, role }) => [header, role] as const);
  return {
    ...mapping,
    roles: mapping.roles.map((role) => (isLeftOut(role) ? null : role)),
    confidence: mapping.confidence.map((one, column) => (isLeftOut(mapping.roles[column] ?? null) ? null : one)),
    answers: { ...mapping.answers, [LEFT_OUT]: JSON.stringify(Object.fromEntries([...before, ...told])) }
  };
}
