import type { CustomerValue } from '../../models/value-customers.ts';
import type { Note, Suitability } from '../forecasts/suitability.ts';
import type { Telling } from './choices.ts';

const DAY = 86_400_000;
const WEEKS_TO_DAYS = 7;
const MANY_ONCE = 0.8;

type Id = 'no-money' | 'short' | 'no-churn' | 'all-or-nothing' | 'once' | 'closed';

/** What the fit of the models says against reading single values; `onceEach` is the value ahead of one who bought once, where it is known; `hasMoney`, whether orders have amounts. */
export function modelNotes(
  facts: Suitability,
  report: CustomerValue['report'],
  { onceEach, hasMoney }: { readonly onceEach: number | null; readonly hasMoney: boolean },
  { words, format }: Telling
): readonly Note<Id>[] {
  const { suits } = words;
  if (facts.customers === 0 || facts.purchase_days <= 1) return [];
  const notes: Note<Id>[] = [];
  const add = (id: Id, tone: Note['tone'], text: string) => notes.push({ id, tone, text });
  if (!hasMoney) add('no-money', 'warn', suits.noMoney);
  else if (report.fit.isFitted && !report.spend) add('no-money', 'warn', words.noSpend);
  const { fit } = report;
  if (!fit.isFitted && fit.reason === 'short-window') {
    const days = (weeks: number | null) => format.days(weeks === null ? null : Math.round(weeks * WEEKS_TO_DAYS));
    add('short', 'warn', suits.short(days(fit.medianAge), days(fit.medianGap)));
  }
  if (fit.isFitted) {
    if (fit.model.notes.includes('no-churn-visible')) add('no-churn', 'warn', suits.noChurn);
    if (fit.model.notes.includes('all-or-nothing')) add('all-or-nothing', 'warn', suits.allOrNothing);
  }
  const once = 1 - facts.repeaters / facts.customers;
  if (once >= MANY_ONCE)
    add(
      'once',
      'info',
      onceEach === null
        ? suits.onceUnfitted(format.percent(once))
        : suits.once(format.percent(once), format.integer(facts.repeaters), format.money(onceEach, 2))
    );
  if (isClosed(facts)) add('closed', 'info', suits.closed(format.date(facts.last_start)));
  return notes;
}

/** Nobody new for a fifth of the time seen, and for a quarter of a year. */
function isClosed({ first_day, last_day, last_start }: Suitability): boolean {
  if (!first_day || !last_day || !last_start) return false;
  const silent = (last_day.getTime() - last_start.getTime()) / DAY;
  return silent >= 90 && silent >= (0.2 * (last_day.getTime() - first_day.getTime())) / DAY;
}
