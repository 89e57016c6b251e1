import type { Query, RowOf } from '../../engine/query.ts';
import type { SqlParams } from '../../engine/sql.ts';
import segmentList from '../scores/segment-list.sql?raw';
import { KEPT_SCORES, withScores } from '../scores/scoring.ts';
import bySegment from './by-segment.sql?raw';
import { KEPT_VALUES, withCustomerValues } from './customer-values.ts';
import everybody from './everybody.sql?raw';
import groups from './value-groups.sql?raw';

const COLUMNS = {
  place: 'integer',
  name: 'text?',
  customers: 'integer',
  share: 'number',
  orders: 'integer',
  purchases: 'integer',
  monetary: 'number',
  monetary_share: 'number?',
  buyers: 'number?',
  expected: 'number?',
  value: 'number?',
  value_low: 'number?',
  value_high: 'number?',
  value_share: 'number?',
  value_each: 'number?'
} as const;
export type ValueGroup = RowOf<typeof COLUMNS>;
type GroupsQuery = Query<SqlParams, typeof COLUMNS>;

/**
 * What each group of customers brought and what is expected of it. `grouping` is a select of customer, place, name, one
 * row per customer. Takes `margin`, and what `grouping` asks for.
 */
export function valueGroups(name: string, grouping: string): GroupsQuery {
  return { name, sql: withCustomerValues(groups, [['customer_groups', grouping]]), keeps: KEPT_VALUES, columns: COLUMNS };
}

/** Everybody together. */
export const VALUE_OF_ALL: GroupsQuery = valueGroups('forecasts/value-of-all', everybody);

/** The tables that lead from scores to the groups of a template's segments. */
export const SEGMENT_GROUPS: readonly [string, string][] = [
  ['segment_list', segmentList],
  ['customer_groups', bySegment]
];

/** By segment of the chosen template; takes the scoring, too. */
export const VALUE_BY_SEGMENT: GroupsQuery = {
  name: 'forecasts/value-by-segment',
  sql: withScores(withCustomerValues(groups, SEGMENT_GROUPS)),
  keeps: [...KEPT_VALUES, ...KEPT_SCORES],
  columns: COLUMNS
};
