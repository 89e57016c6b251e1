import { defineQuery } from '../../engine/query.ts';
import { withTables } from '../../sources/scope.ts';
import { KEPT_SCORES, withScores, type ScoringParams } from '../scores/scoring.ts';
import { DELAYS, KEPT_DELAYS, REASONS, SEEN } from '../signs/signs.ts';
import backtestCustomers from './backtest-customers.sql?raw';
import backtest from './backtest.sql?raw';
import churnMonths from './churn-months.sql?raw';
import contactFirst from './contact-first.sql?raw';
import flaggedSummary from './flagged-summary.sql?raw';
import monthLost from './month-lost.sql?raw';
import flaggedByRule from './parts/flagged-by-rule.sql?raw';
import lateChosen from './parts/late-chosen.sql?raw';
import pastDue from './past-due.sql?raw';
import regularsPastDueSummary from './regulars-past-due-summary.sql?raw';
import regularsPastDue from './regulars-past-due.sql?raw';
import rulePast from './rule-past.sql?raw';
import secondCustomers from './second-customers.sql?raw';
import secondPurchase from './second-purchase.sql?raw';

/**
 * When a customer counts as leaving: silent for more than `days`, or for more than `k` times the own usual gap
 * (the shop's for those with a single purchase), never under `floor` days.
 */
export type RuleParams = { rule: string; days: number; k: number; floor: number; as_of: Date };

const ruled = (sql: string, ...parts: readonly (readonly [string, string])[]): string =>
  withTables(sql, [DELAYS[0], ...parts.map(([name, text]) => [name, text.trim()] as const)]);

/** How many are flagged, and what they brought; `FLAGGED_SUMMARY` reads `flagged` (customer, amount). */
export const SUMMARY_COLUMNS = {
  customers: 'integer',
  past_due: 'integer',
  share: 'number?',
  low: 'number?',
  high: 'number?',
  amount_year: 'number',
  customers_of_half: 'integer'
} as const;
export const FLAGGED_SUMMARY: string = flaggedSummary;

export const PAST_DUE_SUMMARY = defineQuery<RuleParams>()({
  name: 'churn/past-due-summary',
  sql: ruled(flaggedSummary, ['flagged', flaggedByRule]),
  keeps: ['shop'],
  columns: SUMMARY_COLUMNS
});

/** Those past the rule; like every list of flagged customers with `why`, what takes most from a model's chance. */
export const PAST_DUE = defineQuery<RuleParams>()({
  name: 'churn/past-due',
  sql: withTables(pastDue, DELAYS),
  keeps: KEPT_DELAYS,
  columns: { customer: 'integer', why: 'text?' }
});

/** A flagged customer of a past day: what they had brought in the year before, what decides the order of contacting, and whether they stayed away. */
export const PAST_COLUMNS = { amount_year: 'number', at_stake: 'number', away: 'integer' } as const;

/** Whom to contact first, and why: the chance to buy where there is one. */
export const CONTACT_COLUMNS = {
  place: 'integer',
  customer: 'integer',
  customer_id: 'text',
  segment: 'text',
  amount_year: 'number',
  purchases: 'integer',
  usual_gap: 'number?',
  reference_gap: 'number?',
  silent_days: 'integer',
  lateness: 'number?',
  plain_place: 'integer',
  chance: 'number?',
  reason: 'text?'
} as const;
/** What the choice of customers and the question about them stand on; takes the scoring, the pace and the words of reasons. */
export const KEPT_CONTACTS: readonly string[] = [...KEPT_SCORES, ...KEPT_DELAYS];
/** The question about contacts: `parts` end with `chosen`, and may read DELAYS. */
export function contactsOf(parts: readonly (readonly [string, string])[]): string {
  return withScores(contactFirst, [...DELAYS, ...parts, SEEN, REASONS]);
}

export type ContactParams = RuleParams & ScoringParams & { most: number } & Record<`say_${string}`, string>;

export const CONTACT_FIRST = defineQuery<ContactParams>()({
  name: 'churn/contact-first',
  sql: contactsOf([['chosen', lateChosen]]),
  keeps: KEPT_CONTACTS,
  columns: CONTACT_COLUMNS
});

export const CHURN_MONTHS = defineQuery<RuleParams>()({
  name: 'churn/churn-months',
  sql: churnMonths,
  keeps: ['shop'],
  columns: { month: 'date', active: 'integer', lost: 'integer', share: 'number?', low: 'number?', high: 'number?', is_complete: 'boolean' }
});

export const MONTH_LOST = defineQuery<RuleParams & { month: Date }>()({
  name: 'churn/month-lost',
  sql: monthLost,
  keeps: ['shop'],
  columns: { customer: 'integer' }
});

export const BACKTEST = defineQuery<RuleParams & { cuts: number }>()({
  name: 'churn/backtest',
  sql: backtest,
  keeps: ['shop'],
  columns: {
    cut_day: 'date',
    until_day: 'date',
    horizon_days: 'integer',
    customers: 'integer',
    stayed_away: 'integer',
    base_share: 'number',
    warned: 'integer',
    warned_away: 'integer',
    share: 'number?',
    low: 'number?',
    high: 'number?',
    plain_away: 'number',
    plain_share: 'number?',
    plain_low: 'number?',
    plain_high: 'number?',
    caught_share: 'number?'
  }
});

/** What contacting those whom the rule had warned on a past day would have met: a row for each of them, of every `every`-th customer. */
export const RULE_PAST = defineQuery<Omit<RuleParams, 'as_of'> & { day: Date; until: Date; every: number }>()({
  name: 'churn/rule-past',
  sql: rulePast,
  columns: PAST_COLUMNS
});

/** Those behind a cut: `group` is 'warned', 'right' (warned and away) or 'away'. */
export const BACKTEST_CUSTOMERS = defineQuery<Omit<RuleParams, 'as_of'> & { warned_on: Date; until: Date; group: string }>()({
  name: 'churn/backtest-customers',
  sql: backtestCustomers,
  columns: { customer: 'integer' }
});

export const SECOND_CUSTOMERS = defineQuery<{ by_day: number }>()({
  name: 'churn/second-customers',
  sql: secondCustomers,
  columns: { customer: 'integer' }
});

export const SECOND_PURCHASE = defineQuery<{ as_of: Date }>()({
  name: 'churn/second-purchase',
  sql: secondPurchase,
  columns: { days: 'integer', again: 'integer', waiting: 'integer' }
});

export const REGULARS_PAST_DUE = defineQuery<{ k: number; floor: number; as_of: Date }>()({
  name: 'churn/regulars-past-due',
  sql: regularsPastDue,
  columns: { customer: 'integer' }
});

export const REGULARS_PAST_DUE_SUMMARY = defineQuery<{ k: number; floor: number; as_of: Date }>()({
  name: 'churn/regulars-past-due-summary',
  sql: regularsPastDueSummary,
  columns: { customers: 'integer', amount_year: 'number' }
});
