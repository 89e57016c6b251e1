import { defineQuery, type RowOf } from '../../engine/query.ts';
import type { Format } from '../../i18n/format.ts';
import { LEAST_REPEATERS } from '../../models/fit-repeat-model.ts';
import { SUITABILITY_WORDS } from './suitability-messages.ts';
import suitability from './suitability.sql?raw';

export const SUITABILITY = defineQuery()({
  name: 'forecasts/suitability',
  sql: suitability,
  columns: {
    first_day: 'date?',
    last_day: 'date?',
    purchase_days: 'integer',
    customers: 'integer',
    repeaters: 'integer',
    last_start: 'date?',
    starters: 'integer',
    gaps: 'integer',
    usual_gap: 'number?',
    near_usual: 'integer',
    monthly: 'integer',
    quarterly: 'integer',
    half_yearly: 'integer',
    yearly: 'integer',
    main_line: 'text?',
    main_line_share: 'number?'
  }
});
export type Suitability = RowOf<(typeof SUITABILITY)['columns']>;

/** What must be known about the data before any of a page's numbers is read, with the view that holds all the same. */
export interface Note<Id extends string = string> {
  readonly id: Id;
  readonly tone: 'info' | 'warn';
  readonly text: string;
  readonly holds?: Held;
}

/** A view that holds: what it is called, and where it stands. */
export interface Held {
  readonly label: string;
  readonly page: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const DAY = 86_400_000;
const WEEK = 7;
const LEAST_GAPS = 100;
/** The share of gaps around one period from which purchases are renewals. */
const FIXED_SHARE = 0.6;
/** The share of orders from which there is one product line. */
const ONE_LINE_SHARE = 0.95;

type Id = 'one-day' | 'few' | 'few-customers' | 'none-back' | 'contract' | 'line' | 'older';
export type Looking = 'churn' | 'value';

/** What the data do not carry on a page, the gravest first; empty when all is well or nobody is in view. */
export function suitabilityNotes(facts: Suitability, page: Looking, format: Format): readonly Note<Id>[] {
  const words = SUITABILITY_WORDS[format.locale];
  const { customers, repeaters, first_day, last_day } = facts;
  if (customers === 0 || first_day === null || last_day === null) return [];
  const label = (id: keyof typeof words.holds.churn) => words.holds[page][id];
  const days = Math.round((last_day.getTime() - first_day.getTime()) / DAY) + 1;
  if (days <= WEEK) {
    const text = days === 1 ? words.oneDay(format.date(first_day)) : words.fewDays(format.days(days));
    return [{ id: 'one-day', tone: 'warn', text, holds: { label: label('one-day'), page: 'customers', params: { sort: 'monetary' } } }];
  }
  const notes: Note<Id>[] = [];
  if (repeaters < LEAST_REPEATERS) notes.push(fewNote(facts, page, format));
  const fixed = fixedRhythm(facts);
  if (fixed)
    notes.push({
      id: 'contract',
      tone: 'warn',
      text: words.contract(format.percent(fixed.share), words.between(format.integer(fixed.from), format.days(fixed.to))),
      // A fifth past the date.
      holds: { label: label('contract'), page: 'churn', params: { rule: 'gap', k: 1.2, floor: WEEK } }
    });
  if (facts.main_line !== null && (facts.main_line_share ?? 0) >= ONE_LINE_SHARE)
    notes.push({
      id: 'line',
      tone: 'info',
      text: words.line(format.percent(facts.main_line_share), facts.main_line),
      holds:
        page === 'churn' ? { label: label('line'), page, params: { rule: 'gap' } } : { label: label('line'), page: 'retention', params: {} }
    });
  if (isOlder(facts))
    notes.push({
      id: 'older',
      tone: 'warn',
      text: words.older(format.percent(facts.starters / customers), format.date(first_day)),
      holds: { label: label('older'), page, params: page === 'churn' ? { rule: 'days' } : { by: 'cohort' } }
    });
  return notes;
}

/** Too few came back for a model of single customers: because there are too few, because nobody did, or because hardly anybody did. */
function fewNote({ customers, repeaters }: Suitability, page: Looking, format: Format): Note<Id> {
  const words = SUITABILITY_WORDS[format.locale];
  const [all, back, least] = [format.integer(customers), format.integer(repeaters), format.integer(LEAST_REPEATERS)];
  const label = (id: 'few' | 'few-customers') => words.holds[page][id];
  if (customers < LEAST_REPEATERS) {
    const holds = { label: label('few-customers'), page: 'customers', params: {} };
    return { id: 'few-customers', tone: 'warn', text: words.fewCustomers(all, back, least), holds };
  }
  const holds = { page: 'churn', params: { rule: 'days' } };
  if (repeaters > 0) return { id: 'few', tone: 'warn', text: words.few(back, all, least), holds: { label: label('few'), ...holds } };
  // The page of churn shows the second purchase whatever is chosen.
  return {
    id: 'none-back',
    tone: 'warn',
    text: words.noneBack(all),
    ...(page === 'value' ? { holds: { label: words.second, ...holds } } : {})
  };
}

/** The period around which most gaps between purchases lie, in days: a month, a quarter, half a year, a year, or the usual gap give or take a twentieth. */
function fixedRhythm(facts: Suitability): { readonly from: number; readonly to: number; readonly share: number } | null {
  const { gaps, usual_gap } = facts;
  if (gaps < LEAST_GAPS || usual_gap === null || usual_gap < WEEK) return null;
  const reach = Math.max(1, usual_gap * 0.05);
  const periods = [
    { from: 28, to: 31, gaps: facts.monthly },
    { from: 87, to: 93, gaps: facts.quarterly },
    { from: 178, to: 187, gaps: facts.half_yearly },
    { from: 360, to: 370, gaps: facts.yearly },
    { from: Math.ceil(usual_gap - reach), to: Math.floor(usual_gap + reach), gaps: facts.near_usual }
  ];
  const found = periods.find((period) => period.gaps / gaps >= FIXED_SHARE);
  return found ? { from: found.from, to: found.to, share: found.gaps / gaps } : null;
}

/** Far more first purchases in the first four weeks than in four weeks of the time in which customers came. */
function isOlder({ starters, customers, first_day, last_start }: Suitability): boolean {
  const span = ((last_start?.getTime() ?? 0) - (first_day?.getTime() ?? 0)) / DAY;
  return span >= 112 && starters >= 30 && starters / customers > (3 * 28) / span;
}
