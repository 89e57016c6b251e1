import { defineQuery } from '../../engine/query.ts';
import { withTables } from '../../sources/scope.ts';
import backtestCustomers from './backtest-customers.sql?raw';
import backtest from './backtest.sql?raw';
import churnMonths from './churn-months.sql?raw';
import contactFirst from './contact-first.sql?raw';
import flaggedSummary from './flagged-summary.sql?raw';
import monthLost from './month-lost.sql?raw';
import facts from './parts/facts.sql?raw';
import flaggedByRule from './parts/flagged-by-rule.sql?raw';
import lateChosen from './parts/late-chosen.sql?raw';
import shop from './parts/shop.sql?raw';
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

/** The usual gap of the shop as every query writes it, so that one kept table serves them all. */
export const SHOP_PART: readonly [string, string] = ['shop', shop.replace(/^--.*\n/, '').trim()];
const ruled = (sql: string, ...parts: readonly (readonly [string, string])[]): string =>
  withTables(sql, [SHOP_PART, ...parts.map(([name, text]) => [name, text.trim()] as const)]);

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

/** The words are those of the reason: a sentence for a single purchase, and what stands around the lateness. */
export const PAST_DUE = defineQuery<RuleParams & { once: string; late_before: string; late_after: string }>()({
  name: 'churn/past-due',
  sql: pastDue,
  keeps: ['shop'],
  columns: { customer: 'integer', reason: 'text' }
});

/** A flagged customer of a past day: what they had brought in the year before, what decides the order of contacting, and whether they stayed away. */
export const PAST_COLUMNS = { amount_year: 'number', at_stake: 'number', away: 'integer' } as const;

/** Whom to contact first, with what is seen of them; `CONTACTS` reads `chosen`. The chance, and what takes most from it, where there is one. */
export const CONTACT_COLUMNS = {
  place: 'integer',
  customer: 'integer',
  customer_id: 'text',
  amount_year: 'number',
  purchases: 'integer',
  usual_gap: 'number?',
  silent_days: 'integer',
  lateness: 'number',
  plain_place: 'integer',
  chance: 'number?',
  why: 'text?',
  last_day: 'date',
  is_last_refunded: 'boolean',
  is_always_discounted: 'boolean',
  is_basket_falling: 'boolean',
  has_open_ticket: 'boolean',
  is_unhappy: 'boolean',
  last_channel: 'text?',
  channel_before: 'text?'
} as const;
export const CONTACTS: string = contactFirst;

export const CONTACT_FIRST = defineQuery<RuleParams & { most: number }>()({
  name: 'churn/contact-first',
  sql: ruled(contactFirst, ['chosen', lateChosen], ['facts', facts]),
  keeps: ['shop'],
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
