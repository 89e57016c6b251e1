import type { Columns, Query } from '../../engine/query.ts';
import { paramNames, type SqlParams } from '../../engine/sql.ts';
import type { ChanceFormula } from '../../models/churn-formula.ts';
import { withTables } from '../../sources/scope.ts';
import { KEPT_SCORES, withScores } from '../scores/scoring.ts';
import { chanceFamily, chanceParams, chanceParts, type Parts } from './chance-queries.ts';
import changedCustomers from './flag-changed-customers.sql?raw';
import changes from './flag-changes.sql?raw';
import flagOf from './flag-of.sql?raw';
import segmentCustomers from './flag-segment-customers.sql?raw';
import segments from './flag-segments.sql?raw';
import byChance from './parts/flags-by-chance.sql?raw';
import byRule from './parts/flags-by-rule.sql?raw';
import type { Rule } from './rule.ts';

/** How customers are flagged on a day: past a rule, or with a chance below a threshold. */
export type Flagging =
  | { readonly by: 'rule'; readonly rule: Rule; readonly day: Date }
  | { readonly by: 'chance'; readonly formula: ChanceFormula; readonly horizon: number; readonly below: number; readonly day: Date };

/** What decides how a question about flags is written: a rule, or from what chances are computed. */
export type Family = 'rule' | 'history' | 'features';
export const FAMILIES: readonly Family[] = ['rule', 'history', 'features'];

export function familyOf(flagging: Flagging): Family {
  return flagging.by === 'rule' ? 'rule' : chanceFamily(flagging.formula);
}

/** The tables that end with `flags` (customer, is_flagged) on `$day`. */
function flagParts(family: Family): Parts {
  return family === 'rule' ? [['flags', byRule.trim()]] : [...chanceParts(family), ['flags', byChance.trim()]];
}

/** The same on `$compare`, as one table. */
function earlierFlags(family: Family): Parts {
  const parts = flagParts(family);
  const [, flags = ''] = parts.at(-1) ?? [];
  return [['earlier_flags', withTables(flags, parts.slice(0, -1)).replace(/\$day\b/g, '$$compare')]];
}

function about<C extends Columns>(name: string, sql: string, columns: C): Query<SqlParams, C> {
  return { name, sql, columns, keeps: [...KEPT_SCORES, 'chances'] };
}

/** Whether the one called `customer_id` is past the rule. */
export const FLAG_OF = about('churn/flag-of', withTables(flagOf, flagParts('rule')), { is_flagged: 'boolean' });

/** Who was flagged, recovered or is still silent since `$compare`. */
export function flagChanges(family: Family) {
  const sql = withTables(changes, [...flagParts(family), ...earlierFlags(family)]);
  return about('churn/flag-changes', sql, { change: 'text', customers: 'integer', amount_year: 'number' });
}

/** The customers of one `$change`. */
export function flagChangedCustomers(family: Family) {
  const sql = withTables(changedCustomers, [...flagParts(family), ...earlierFlags(family)]);
  return about('churn/flag-changed-customers', sql, { customer: 'integer' });
}

/** The flagged by segment. */
export function flagSegments(family: Family) {
  return about('churn/flag-segments', withScores(segments, flagParts(family)), {
    segment: 'text',
    customers: 'integer',
    flagged: 'integer',
    share: 'number?',
    low: 'number?',
    high: 'number?',
    amount_year: 'number'
  });
}

/** The flagged customers of one `$segment`. */
export function flagSegmentCustomers(family: Family) {
  return about('churn/flag-segment-customers', withScores(segmentCustomers, flagParts(family)), { customer: 'integer' });
}

/** The numbers of `flagging`, and more, as `query` takes them. Throws where the query is written for another family. */
export function flagParams(query: Query<SqlParams>, flagging: Flagging, more: SqlParams): Omit<SqlParams, 'as_of'> {
  const { day } = flagging;
  if (flagging.by === 'chance') {
    const { formula, horizon, below } = flagging;
    return chanceParams(query, formula, { day, horizon, below, ...more });
  }
  const used = paramNames(query.sql);
  const { rule, days, k, floor } = flagging.rule;
  return Object.fromEntries(Object.entries({ rule, days, k, floor, day, ...more }).filter(([key]) => used.has(key)));
}
