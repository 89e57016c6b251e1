import type { CustomerValue } from '../../models/value-customers.ts';
import type { Telling } from './choices.ts';
import type { Suitability } from './queries.ts';

/** What must be known about the data before any of the numbers is read. */
export interface Note {
  readonly id: 'one-day' | 'few' | 'short' | 'no-churn' | 'all-or-nothing' | 'once' | 'older' | 'closed' | 'contract';
  readonly tone: 'info' | 'warn';
  readonly text: string;
}

const DAY = 86_400_000;
const WEEKS_TO_DAYS = 7;
const MANY_ONCE = 0.8;

/** What the data do not carry, and which view holds instead; `onceEach` is the value ahead of one who bought once, where it is known. */
export function suitabilityNotes(
  facts: Suitability,
  report: CustomerValue['report'] | null,
  onceEach: number | null,
  telling: Telling
): readonly Note[] {
  const { words, format } = telling;
  const { suits } = words;
  if (facts.customers === 0 || facts.first_day === null || facts.last_day === null) return [];
  if (facts.purchase_days <= 1) return [{ id: 'one-day', tone: 'warn', text: suits.oneDay(format.date(facts.first_day)) }];
  const notes: Note[] = [];
  const add = (id: Note['id'], tone: Note['tone'], text: string) => notes.push({ id, tone, text });
  const once = format.percent(1 - facts.repeaters / facts.customers);
  const fit = report?.fit;
  if (fit && !fit.isFitted) {
    const days = (weeks: number | null) => format.days(weeks === null ? null : Math.round(weeks * WEEKS_TO_DAYS));
    if (fit.reason === 'few-repeaters')
      add('few', 'warn', suits.few(format.integer(fit.repeaters), format.integer(fit.customers), format.integer(fit.leastRepeaters)));
    else add('short', 'warn', suits.short(days(fit.medianAge), days(fit.medianGap)));
  }
  if (isContract(facts)) add('contract', 'warn', suits.contract(format.days(facts.usual_gap)));
  if (fit?.isFitted) {
    if (fit.model.notes.includes('no-churn-visible')) add('no-churn', 'warn', suits.noChurn);
    if (fit.model.notes.includes('all-or-nothing')) add('all-or-nothing', 'warn', suits.allOrNothing);
  }
  if (1 - facts.repeaters / facts.customers >= MANY_ONCE)
    add(
      'once',
      'info',
      onceEach === null ? suits.onceUnfitted(once) : suits.once(once, format.integer(facts.repeaters), format.money(onceEach, 2))
    );
  if (isOlder(facts)) add('older', 'warn', suits.older(format.percent(facts.starters / facts.customers), format.date(facts.first_day)));
  if (isClosed(facts)) add('closed', 'info', suits.closed(format.date(facts.last_start)));
  return notes;
}

/** Gaps that hardly differ from each other: half of them within an eighth around the usual one. */
function isContract({ gaps, early_gap, usual_gap, late_gap }: Suitability): boolean {
  if (gaps < 100 || early_gap === null || usual_gap === null || late_gap === null) return false;
  return usual_gap >= 7 && late_gap - early_gap <= 0.25 * usual_gap;
}

/** Far more first purchases in the first four weeks than in four weeks of the time in which customers came. */
function isOlder({ starters, customers, first_day, last_start }: Suitability): boolean {
  const span = ((last_start?.getTime() ?? 0) - (first_day?.getTime() ?? 0)) / DAY;
  return span >= 112 && starters / customers > (3 * 28) / span;
}

/** Nobody new for a fifth of the time seen, and for a quarter of a year. */
function isClosed({ first_day, last_day, last_start }: Suitability): boolean {
  if (!first_day || !last_day || !last_start) return false;
  const silent = (last_day.getTime() - last_start.getTime()) / DAY;
  return silent >= 90 && silent >= (0.2 * (last_day.getTime() - first_day.getTime())) / DAY;
}
