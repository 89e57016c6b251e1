import type { Query, RowOf } from '../../engine/query.ts';
import { paramNames, type SqlParams } from '../../engine/sql.ts';
import { withTables } from '../../sources/scope.ts';
import type { Audience } from '../analysis.ts';
import { CUSTOMER_VALUES, KEPT_VALUES } from '../forecasts/customer-values.ts';
import { KEPT_SCORES, withScores } from '../scores/scoring.ts';
import segmentList from '../scores/segment-list.sql?raw';
import { DELAYS, KEPT_DELAYS, REASONS, SEEN } from '../signs/signs.ts';
import chosenOfList from './chosen-of-list.sql?raw';
import chosenOfPage from './chosen-of-page.sql?raw';
import expectedNothing from './expected-nothing.sql?raw';
import expectedValues from './expected-values.sql?raw';
import knownReasons from './known-reasons.sql?raw';
import listPage from './list-page.sql?raw';
import listSummary from './list-summary.sql?raw';
import listedAudience from './listed-audience.sql?raw';
import listedByChance from './listed-by-chance.sql?raw';
import listedBySign from './listed-by-sign.sql?raw';
import listedEverybody from './listed-everybody.sql?raw';
import listedFlagged from './listed-flagged.sql?raw';
import listedNarrowed from './listed-narrowed.sql?raw';
import listedWithReason from './listed-with-reason.sql?raw';
import noDelays from './no-delays.sql?raw';
import noReasons from './no-reasons.sql?raw';
import pageKeys from './page-keys.sql?raw';

/** What the list can be ordered by. */
export const SORTS = [
  'monetary',
  'customer_id',
  'segment',
  'r',
  'f',
  'm',
  'reason',
  'chance',
  'first_day',
  'last_day',
  'recency',
  'frequency',
  'orders',
  'usual_gap',
  'reference_gap',
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
  chance: 'number?',
  first_day: 'date',
  last_day: 'date',
  recency: 'integer',
  frequency: 'integer',
  orders: 'integer',
  monetary: 'number',
  usual_gap: 'number?',
  reference_gap: 'number?',
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
export const AHEAD = ['p_buys', 'value', 'lateness', 'reference_gap'] as const satisfies readonly Sort[];

/** What is asked beyond the orders. */
export interface Ahead {
  /** What is expected, and how late: reads the rows of `valueFitting` under the name `forecasts`, takes `margin`, `k` and `floor`. */
  readonly hasValues: boolean;
  /** Only those within bounds of that: takes `least_chance`, `most_chance`, `least_value` and `least_late`, 0 where there is none. */
  readonly isNarrowed: boolean;
  /** Only those of whom `sign` was seen. */
  readonly isBySign: boolean;
  /** Reasons, of a page alone or, to order by them, of all: takes the words of `reasonParams`, `k` and `floor`. */
  readonly reasons: 'none' | 'page' | 'all';
}
export const NOT_AHEAD: Ahead = { hasValues: false, isNarrowed: false, isBySign: false, reasons: 'none' };

type Table = readonly [name: string, definition: string];

/** How an audience is listed: by what its query says beside who is in it. */
function listing({ query }: Audience): string {
  if ('chance' in query.columns) return listedByChance;
  if ('why' in query.columns) return listedFlagged;
  return 'reason' in query.columns ? listedWithReason : listedAudience;
}

/** Whether the list says why somebody is in it without being asked. */
export function saysWhy(audience: Audience | null): boolean {
  return audience !== null && ('reason' in audience.query.columns || 'why' in audience.query.columns);
}

/** The tables that say who is listed: everybody, or the audience; what is expected of them, and how late they are. */
function listed(audience: Audience | null, { hasValues, isNarrowed, isBySign, reasons }: Ahead): Table[] {
  const unsigned = isBySign || reasons === 'all' ? 'listed_unsigned' : 'listed';
  const before = isNarrowed ? 'listed_before' : unsigned;
  const who: Table[] =
    audience === null
      ? [[before, listedEverybody]]
      : [
          ['audience', audience.query.sql],
          [before, listing(audience)]
        ];
  return [
    ...(hasValues ? [CUSTOMER_VALUES] : []),
    ['expectations', hasValues ? expectedValues : expectedNothing],
    ...(hasValues || reasons !== 'none' ? DELAYS : [['delays', noDelays] as const]),
    ...who,
    ...(isNarrowed ? [[unsigned, listedNarrowed] as const] : []),
    ...(unsigned === 'listed' ? [] : ([['chosen', chosenOfList], SEEN] as const)),
    ...(isBySign ? [['listed', listedBySign] as const] : unsigned === 'listed' ? [] : [['listed', `select * from ${unsigned}`] as const])
  ];
}

/** The tables that give a page of `listed`, with reasons of those on it at least. */
function paged({ isBySign, reasons }: Ahead): Table[] {
  const [none, known]: readonly [Table, Table] = [
    ['known_reasons', noReasons],
    ['known_reasons', knownReasons]
  ];
  if (reasons === 'none') return [none, ['page_keys', pageKeys], ['reasons', noReasons]];
  if (reasons === 'all' || isBySign) return [REASONS, known, ['page_keys', pageKeys]];
  return [none, ['page_keys', pageKeys], ['chosen', chosenOfPage], SEEN, REASONS];
}

/**
 * A page of the list of `audience`, or of everybody, in a total order. Takes the scoring, `search` (part of an id, or ''), `sort` (one of
 * SORTS), `is_descending`, `page_size`, `page_start`, and the audience's own parameters.
 */
export function listPageQuery(audience: Audience | null, ahead = NOT_AHEAD): Query<SqlParams, typeof LIST_COLUMNS> {
  return {
    name: 'customers/list',
    sql: withScores(listPage, [['segment_list', segmentList], ...listed(audience, ahead), ...paged(ahead)]),
    keeps: [...keptOf(ahead), ...KEPT_SCORES],
    columns: LIST_COLUMNS
  };
}

const SUMMARY_COLUMNS = { customers: 'integer', share: 'number?', revenue: 'number', revenue_share: 'number?' } as const;

/** How many the list holds. Takes `search` and the audience's parameters. */
export function listSummaryQuery(audience: Audience | null, ahead = NOT_AHEAD): Query<SqlParams, typeof SUMMARY_COLUMNS> {
  return {
    name: 'customers/list-summary',
    sql: withTables(listSummary, listed(audience, ahead)),
    keeps: keptOf(ahead),
    columns: SUMMARY_COLUMNS
  };
}

function keptOf({ hasValues, reasons }: Ahead): readonly string[] {
  return [...(hasValues ? KEPT_VALUES : []), ...(hasValues || reasons !== 'none' ? KEPT_DELAYS : [])];
}

/** Of `params`, those that `query` takes. */
export function taken(query: Query<SqlParams>, params: SqlParams): SqlParams {
  const names = paramNames(query.sql);
  return Object.fromEntries(Object.entries(params).filter(([name]) => names.has(name)));
}
