import { subjectOf } from '../../sources/guess-mapping.ts';
import type { Draft, Note, Question } from '../../sources/source.ts';
import { meetsNeeds, type Subject } from '../../sources/subject.ts';

/**
 * What a draft's rows are about, as the import takes them: a file of orders may turn out to list refunds only.
 */
export function aboutOf(draft: Draft): Subject {
  if (draft.readings.some(({ code }) => code === 'after-sales')) return 'returns';
  return subjectOf(draft.sketch.columns, draft.mapping);
}

/** Whether a draft brings orders, without which nothing can be analysed. */
export function bringsOrders(draft: Draft): boolean {
  return aboutOf(draft) === 'orders' && draft.balance.used > 0;
}

/** Columns without a role, by their place in the sketch. */
export function unusedColumns(draft: Draft): number[] {
  return draft.mapping.roles.flatMap((role, column) => (role === null ? [column] : []));
}

/** Columns about a person that stay out of the tables. */
export function columnsLeftOut(draft: Draft): number[] {
  return unusedColumns(draft).filter((column) => (draft.mapping.personal[column] ?? null) !== null);
}

/** The first different values of a column as the file has them; personal ones masked, but for comments that are read as such. */
export function firstValues(draft: Draft, column: number, most = 3): string[] {
  const isPersonal = (draft.mapping.personal[column] ?? null) !== null && draft.mapping.roles[column] !== 'comment';
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
  if (all.length !== 1 || !only || aboutOf(only) !== 'orders') return { kind: 'files', count: all.length };
  return only.customers === null ? { kind: 'orders', count: only.balance.orders } : { kind: 'customers', count: only.customers };
}

/** What stands between a draft and its analysis. */
export type Obstacle = 'question' | 'no-time' | 'needs-missing' | 'no-orders' | 'nothing-used';

/**
 * Why a draft cannot be analysed yet, or null when it can. Beside other files with orders (`hasOrders`) a file about
 * something else, or one whose orders all died, has its use.
 */
export function obstacle(draft: Draft, hasOrders = false): Obstacle | null {
  const { roles } = draft.mapping;
  const subject = aboutOf(draft);
  if (subject !== 'orders' && !meetsNeeds(roles, subject)) return 'needs-missing';
  if (subject === 'orders' && !roles.includes('order_time') && !roles.includes('pay_time')) return 'no-time';
  if (openQuestions(draft).length > 0) return 'question';
  if (subject !== 'orders' && !hasOrders) return 'no-orders';
  if (subject === 'returns') return null;
  return draft.balance.used === 0 && (!hasOrders || subject !== 'orders' || holdsNoOrders(draft)) ? 'nothing-used' : null;
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
