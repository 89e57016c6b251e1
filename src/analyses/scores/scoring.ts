import { withTables } from '../../sources/scope.ts';
import type { View } from '../../session/view.svelte.ts';
import earlierCustomers from './earlier-customers.sql?raw';
import marks from './marks.sql?raw';
import measures from './measures.sql?raw';
import members from './members.sql?raw';
import scores from './scores.sql?raw';
import splits from './splits.sql?raw';

/**
 * How customers are scored and put into segments. Three pages need it (segments, the customer list, the
 * overview) and a page may not read another's files, so it lives between them.
 */
export const TEMPLATES = ['cn8', 'west11', 'r10', 'activity'] as const;
export type Template = (typeof TEMPLATES)[number];
export const SCORES = ['quantile', 'rank', 'rrfm', 'own'] as const;
export type Score = (typeof SCORES)[number];
export const SPLITS = ['mean', 'value-mean', 'median', 'own'] as const;
export type Split = (typeof SPLITS)[number];
export type Frequency = 'purchases' | 'orders';
export type Monetary = 'sum' | 'mean';
export type Four = readonly [number, number, number, number];
export type Three = readonly [number, number, number];

export interface Scoring {
  readonly template: Template;
  readonly score: Score;
  readonly split: Split;
  readonly frequency: Frequency;
  readonly monetary: Monetary;
  /** Own marks between the scores, rising: days, purchases, money. A value on a mark has passed it. */
  readonly r: Four;
  readonly f: Four;
  readonly m: Four;
  /** Own splits between high and low: days, purchases, money. */
  readonly cut: Three;
}

/** The scoring as the queries take it. */
export type ScoringParams = {
  template: string;
  score: string;
  split: string;
  frequency: string;
  monetary: string;
  cut_r: number;
  cut_f: number;
  cut_m: number;
} & Record<`${'r' | 'f' | 'm'}${1 | 2 | 3 | 4}`, number>;

const OWN_R: Four = [30, 60, 90, 120];
const OWN_F: Four = [2, 3, 4, 5];
const OWN_M: Four = [50, 100, 150, 200];
const OWN_CUT: Three = [90, 1, 100];

/**
 * The scoring that the address asks for. Chinese readers start with the Chinese 8, others with the Western 11;
 * the R package's template starts with the package's own way of scoring, so that its document can be followed.
 */
export function scoringOf(view: Pick<View, 'params' | 'locale'>): Scoring {
  const template = chosen(view, 'template', TEMPLATES) ?? (view.locale === 'zh' ? 'cn8' : 'west11');
  const isPackage = template === 'r10';
  return {
    template,
    score: chosen(view, 'score', SCORES) ?? (isPackage ? 'rrfm' : 'quantile'),
    split: chosen(view, 'split', SPLITS) ?? 'mean',
    frequency: chosen(view, 'frequency', ['purchases', 'orders']) ?? (isPackage ? 'orders' : 'purchases'),
    monetary: chosen(view, 'monetary', ['sum', 'mean']) ?? 'sum',
    r: marksOf(view.params.get('r')) ?? OWN_R,
    f: marksOf(view.params.get('f')) ?? OWN_F,
    m: marksOf(view.params.get('m')) ?? OWN_M,
    cut: cutsOf(view.params.get('cut')) ?? OWN_CUT
  };
}

export function scoringParams({ template, score, split, frequency, monetary, r, f, m, cut }: Scoring): ScoringParams {
  return {
    template,
    score,
    split,
    frequency,
    monetary,
    r1: r[0],
    r2: r[1],
    r3: r[2],
    r4: r[3],
    f1: f[0],
    f2: f[1],
    f3: f[2],
    f4: f[3],
    m1: m[0],
    m2: m[1],
    m3: m[2],
    m4: m[3],
    cut_r: cut[0],
    cut_f: cut[1],
    cut_m: cut[2]
  };
}

/** The scoring as parameters of an address: every choice that matters for it, so that the link means the same in both languages. */
export function scoringLink({ template, score, split, frequency, monetary, r, f, m, cut }: Scoring): Record<string, string | null> {
  const splits = template === 'cn8' || template === 'activity';
  return {
    template,
    score,
    frequency,
    monetary,
    split: splits ? split : null,
    r: score === 'own' ? r.join(',') : null,
    f: score === 'own' ? f.join(',') : null,
    m: score === 'own' ? m.join(',') : null,
    cut: splits && split === 'own' ? cut.join(',') : null
  };
}

/** Four rising numbers separated by commas, or null. */
export function marksOf(text: string | null): Four | null {
  const numbers = numbersOf(text, 4);
  return numbers?.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number)) ? (numbers as unknown as Four) : null;
}

/** Three numbers separated by commas, as typed in either language, or null. */
export function cutsOf(text: string | null): Three | null {
  return numbersOf(text, 3) as Three | null;
}

function numbersOf(text: string | null, count: number): number[] | null {
  const parts = (text ?? '').split(/[,，、;；]/).map((part) => part.trim());
  const numbers = parts.map(Number);
  return parts.length === count && parts.every((part) => part !== '') && numbers.every(Number.isFinite) ? numbers : null;
}

function chosen<const T extends string>(view: Pick<View, 'params'>, name: string, allowed: readonly T[]): T | null {
  return allowed.find((one) => one === view.params.get(name)) ?? null;
}

const STEPS = [
  ['measures', measures],
  ['marks', marks],
  ['scores', scores],
  ['splits', splits],
  ['members', members]
] as const;

/** The tables of scoring that are worth keeping: every page that scores begins with them. */
export const KEPT_SCORES: readonly string[] = ['marks', 'members'];

/** `sql` with the tables of scoring as its first CTEs: measures, marks, scores, splits, members; `more` follow them. */
export function withScores(sql: string, more: readonly (readonly [string, string])[] = []): string {
  return withTables(
    sql,
    [...STEPS, ...more].map(([name, definition]) => [name, definition.trim()] as const)
  );
}

/** `sql` that also reads `earlier_members`: the members as they stood on the day `$compare`. */
export function withEarlierScores(sql: string, more: readonly (readonly [string, string])[] = []): string {
  const before = [['customers', earlierCustomers], ...STEPS.slice(0, -1)].map(
    ([name = '', definition = '']) => [name, definition.trim()] as const
  );
  return withScores(sql, [...more, ['earlier_members', withTables(members.trim(), before)]]);
}
