import { defineQuery, type Columns, type Query } from '../../engine/query.ts';
import { paramNames, type SqlParams } from '../../engine/sql.ts';
import { PREDICTORS, type ChanceFormula } from '../../models/churn-formula.ts';
import { withTables } from '../../sources/scope.ts';
import chanceCustomers from './chance-customers.sql?raw';
import chanceOf from './chance-of.sql?raw';
import chancePastCustomers from './chance-past-customers.sql?raw';
import chancePast from './chance-past.sql?raw';
import ground from './ground.sql?raw';
import chanceChosen from './parts/chance-chosen.sql?raw';
import byFeatures from './parts/chances-by-features.sql?raw';
import byHistory from './parts/chances-by-history.sql?raw';
import features from './parts/features.sql?raw';
import flaggedByChance from './parts/flagged-by-chance.sql?raw';
import standings from './parts/standings.sql?raw';
import pastStandings from './past-standings.sql?raw';
import { CONTACT_COLUMNS, contactsOf, FLAGGED_SUMMARY, KEPT_CONTACTS, PAST_COLUMNS, SUMMARY_COLUMNS } from './queries.ts';

/** What the data can carry. */
export const GROUND = defineQuery<{ as_of: Date }>()({
  name: 'churn/ground',
  sql: ground,
  columns: {
    customers: 'integer',
    first_day: 'date?',
    seen_days: 'integer',
    p75: 'number?',
    p80: 'number?',
    p90: 'number?',
    as_of: 'date'
  }
});

/** Tables that queries begin with, in order. */
export type Parts = readonly (readonly [name: string, definition: string])[];
const trimmed = (parts: Parts): Parts => parts.map(([name, definition]) => [name, definition.trim()]);

/** Customers with what was known of them on a day, and what they did after it: the input of the ranking. */
export const PAST_STANDINGS = defineQuery<{ day: Date; horizon: number; every: number }>()({
  name: 'churn/past-standings',
  sql: withTables(
    pastStandings,
    trimmed([
      ['standings', standings],
      ['features', features]
    ])
  ),
  columns: {
    x: 'number',
    recency: 'number',
    age: 'number',
    silence: 'number',
    lateness: 'number',
    times: 'number',
    tenure: 'number',
    trend: 'number',
    basket: 'number',
    discount: 'number',
    refund: 'number',
    unhappy: 'number',
    complaint: 'number',
    activity: 'number',
    activity_trend: 'number',
    away: 'number'
  }
});

/** From what chances are computed: purchase histories alone, or everything known of a customer. */
export type ChanceFamily = 'history' | 'features';
export function chanceFamily({ ranking }: Pick<ChanceFormula, 'ranking'>): ChanceFamily {
  return ranking === 'silence' || ranking === 'repeat-model' ? 'history' : 'features';
}

/** The table `chances` (customer, silence, why, chance) on `$day`, with those it is made of. */
export function chanceParts(family: ChanceFamily): Parts {
  return trimmed(
    family === 'history'
      ? [
          ['standings', standings],
          ['chances', byHistory]
        ]
      : [
          ['standings', standings],
          ['features', features],
          ['chances', byFeatures]
        ]
  );
}

/** One question about chances: how they are computed decides which tables it begins with. */
export type ChanceQuery<C extends Columns> = Readonly<Record<ChanceFamily, Query<SqlParams, C>>>;

function aboutChances<const C extends Columns>(name: string, sql: string, columns: C, more: Parts = []): ChanceQuery<C> {
  const by = (family: ChanceFamily): Query<SqlParams, C> => ({
    name,
    sql: withTables(sql, [...chanceParts(family), ...trimmed(more)]),
    columns,
    keeps: ['chances']
  });
  return { history: by('history'), features: by('features') };
}

export const CHANCE_SUMMARY = aboutChances('churn/chance-summary', FLAGGED_SUMMARY, SUMMARY_COLUMNS, [['flagged', flaggedByChance]]);

export const CHANCE_CUSTOMERS = aboutChances('churn/chance-customers', chanceCustomers, {
  customer: 'integer',
  chance: 'number',
  why: 'text?'
});

/** The chance of the one called `customer_id`. */
export const CHANCE_OF = aboutChances('churn/chance-of', chanceOf, { chance: 'number', why: 'text?' });

/** Those flagged on a past day: all, or those who stayed away. */
export const CHANCE_PAST_CUSTOMERS = aboutChances('churn/chance-past-customers', chancePastCustomers, { customer: 'integer' });

export const CHANCE_PAST = aboutChances('churn/chance-past', chancePast, PAST_COLUMNS);

const contactsBy = (family: ChanceFamily): Query<SqlParams, typeof CONTACT_COLUMNS> => ({
  name: 'churn/chance-contact',
  sql: contactsOf([...chanceParts(family), ['chosen', chanceChosen]]),
  columns: CONTACT_COLUMNS,
  keeps: [...KEPT_CONTACTS, 'chances']
});
export const CHANCE_CONTACT: ChanceQuery<typeof CONTACT_COLUMNS> = { history: contactsBy('history'), features: contactsBy('features') };

/** The numbers of a formula, and more, as `query` takes them. */
export function chanceParams(query: Query<SqlParams>, formula: ChanceFormula, more: SqlParams): Omit<SqlParams, 'as_of'> {
  const { repeat, weights, ...curve } = formula;
  const all: SqlParams = {
    ...curve,
    every: 1,
    r: repeat?.r ?? 1,
    alpha: repeat?.alpha ?? 1,
    a: repeat?.a ?? 0,
    b: repeat?.b ?? 1,
    ...Object.fromEntries(
      PREDICTORS.flatMap((name) => [
        [`w_${name}`, weights[name].weight],
        [`c_${name}`, weights[name].centre]
      ])
    ),
    ...more
  };
  const used = paramNames(query.sql);
  used.delete('as_of');
  return Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
}
