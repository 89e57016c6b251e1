import type { Role } from '../../sources/mapping.ts';
import type { Draft, Note, Question } from '../../sources/source.ts';

/** Roles always asked for, in the order of the table; the rest appear when a column has them. */
const ALWAYS: readonly Role[] = ['customer', 'order_time', 'pay_time', 'amount', 'order_id', 'status'];
const WHEN_MAPPED: readonly Role[] = [
  'order_clock',
  'row_kind',
  'gross',
  'discount',
  'refund',
  'refund_status',
  'quantity',
  'unit_price',
  'line_id',
  'product',
  'sku',
  'category',
  'channel',
  'shop',
  'region',
  'tier',
  'currency'
];
/** The roles by which pages can be filtered: worth a line when a file has none of them. */
const FILTERS: readonly Role[] = ['channel', 'category', 'region', 'tier', 'shop'];

/** One line of the mapping table. */
export interface RoleLine {
  readonly role: Role;
  /** Place of the column in the sketch, or null when no column has the role. */
  readonly column: number | null;
  /** Whether nothing can be analysed without it. */
  readonly isNeeded: boolean;
}

/** The lines of the mapping table for a draft. */
export function roleLines(draft: Draft): RoleLine[] {
  const { roles } = draft.mapping;
  const line = (role: Role): RoleLine => {
    const column = roles.indexOf(role);
    return { role, column: column < 0 ? null : column, isNeeded: role === 'order_time' && !roles.includes('pay_time') };
  };
  // One clock is enough: the other is asked for only where both are missing, or both are there.
  const isSpare = (role: Role) =>
    (role === 'pay_time' && !roles.includes('pay_time')) ||
    (role === 'order_time' && !roles.includes('order_time') && roles.includes('pay_time'));
  const mapped = WHEN_MAPPED.filter((role) => roles.includes(role));
  const missingFilter = FILTERS.some((role) => roles.includes(role)) ? [] : FILTERS.slice(0, 1);
  return [...ALWAYS.filter((role) => !isSpare(role)), ...mapped, ...missingFilter].map(line);
}

/** Columns without a role, by their place in the sketch. */
export function unusedColumns(draft: Draft): number[] {
  return draft.mapping.roles.flatMap((role, column) => (role === null ? [column] : []));
}

/** Columns about a person that stay out of the tables. */
export function columnsLeftOut(draft: Draft): number[] {
  return unusedColumns(draft).filter((column) => (draft.mapping.personal[column] ?? null) !== null);
}

/** The first different values of a column as the file has them; personal ones masked. */
export function firstValues(draft: Draft, column: number, most = 3): string[] {
  const isPersonal = (draft.mapping.personal[column] ?? null) !== null;
  const values = new Set<string>();
  for (const row of draft.sketch.sample) {
    const value = (row[column] ?? '').trim();
    if (value !== '') values.add(isPersonal ? masked(value) : value);
    if (values.size === most) break;
  }
  return [...values];
}

/** A value of which only the beginning can be read: "1861234" → "18****". Already masked ones stay. */
export function masked(value: string): string {
  if (value.includes('*')) return value;
  const letters = [...value];
  return `${letters.slice(0, letters.length < 5 ? 1 : 2).join('')}****`;
}

/** Questions that still want an answer. */
export function openQuestions(draft: Draft): Question[] {
  return draft.questions.filter((question) => question.answer === null);
}

/** What the button that accepts the mapping promises. */
export type AnalysisPromise = { readonly kind: 'customers' | 'orders' | 'files'; readonly count: number };

/**
 * What the analysis of `drafts` together with the files already in the shop will hold: customers of
 * the one file, its orders where customers cannot be told apart, or the number of files, because
 * customers of several files overlap and are only counted once they are joined.
 */
export function promiseOf(drafts: readonly Draft[], sources: readonly Draft[]): AnalysisPromise {
  const all = [...sources.filter((source) => drafts.every((draft) => draft.id !== source.id)), ...drafts];
  const [only] = all;
  if (all.length !== 1 || !only) return { kind: 'files', count: all.length };
  return only.customers === null ? { kind: 'orders', count: only.balance.orders } : { kind: 'customers', count: only.customers };
}

/**
 * Why a draft cannot be analysed yet, or null when it can. Beside other files with orders (`hasOrders`) a list of
 * refunds, or of orders that all died, has its use.
 */
export function obstacle(draft: Draft, hasOrders = false): 'question' | 'no-time' | 'nothing-used' | null {
  const { roles } = draft.mapping;
  if (hasOrders && draft.readings.some(({ code }) => code === 'after-sales')) return null;
  if (!roles.includes('order_time') && !roles.includes('pay_time')) return 'no-time';
  if (openQuestions(draft).length > 0) return 'question';
  return draft.balance.used === 0 && (!hasOrders || holdsNoOrders(draft)) ? 'nothing-used' : null;
}

/** Whether the balance adds up, and by how many rows it does not. */
export function missingRows(draft: Draft): number {
  const { inFile, used, setAside } = draft.balance;
  return inFile - used - setAside.reduce((sum, reason) => sum + (reason.isOn ? reason.rows : 0), 0);
}

/** Remarks about a column, the gravest first. */
export function checksOf(draft: Draft, column: number): readonly Note[] {
  return draft.checks[column] ?? [];
}

/** Whether nothing in the file looks like an order, so that not one row could be read. */
export function holdsNoOrders(draft: Draft): boolean {
  return draft.balance.used === 0 && draft.balance.setAside.some(({ reason, rows }) => reason === 'not-orders' && rows > 0);
}
