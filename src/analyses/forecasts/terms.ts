import { ratePerPeriod, type ValueTerms } from '../../models/lifetime-value.ts';
import type { RepeatKind } from '../../models/repeat-model.ts';
import type { View } from '../../session/view.svelte.ts';

export const MODELS = ['mbg-nbd', 'bg-nbd', 'pareto-nbd'] as const satisfies readonly RepeatKind[];
/** How long a month is: a twelfth of a year, of 52 weeks, or 30 days. */
export const MONTHS = ['year', 'weeks', 'days'] as const;
export type MonthLength = (typeof MONTHS)[number];
export const OUTLIERS = ['kept', 'held'] as const;
export const TIMINGS = ['end', 'middle', 'start'] as const satisfies readonly ValueTerms['timing'][];

/** What "value" means, as it stands in the address; every page that shows one reads it from there. */
export interface Terms {
  readonly model: (typeof MODELS)[number];
  readonly months: number;
  readonly month: MonthLength;
  /** Discount per year and margin as shares. */
  readonly discount: number;
  readonly margin: number;
  readonly timing: ValueTerms['timing'];
  /** Whether a customer's mean purchase counts as it is, or for no more than the 99th percentile of those who came back. */
  readonly outliers: (typeof OUTLIERS)[number];
}

export const TERM_BOUNDS = { months: [1, 60], discount: [0, 100], margin: [1, 100] } as const;

export const MONTH_DAYS: Readonly<Record<MonthLength, number>> = { year: 365.25 / 12, weeks: (52 * 7) / 12, days: 30 };

/** The terms in the address: rates there are percent. */
export function termsOf(view: Pick<View, 'choice' | 'number'>): Terms {
  return {
    model: view.choice('model', MODELS),
    months: Math.round(view.number('months', 12, ...TERM_BOUNDS.months)),
    month: view.choice('month', MONTHS),
    discount: view.number('discount', 10, ...TERM_BOUNDS.discount) / 100,
    margin: view.number('margin', 100, ...TERM_BOUNDS.margin) / 100,
    timing: view.choice('timing', TIMINGS),
    outliers: view.choice('outliers', OUTLIERS)
  };
}

/** The terms as a model of value takes them. */
export function periodsOf({ months, month, discount, timing }: Terms) {
  return { periods: months, periodDays: MONTH_DAYS[month], discount: ratePerPeriod(discount), timing } as const;
}

/** Where mean purchases are held, as a quantile of them: winsorising, see Tukey, Annals of Mathematical Statistics 33 (1962), 18. */
export function ceilingOf({ outliers }: Pick<Terms, 'outliers'>): { ceiling: number } {
  return { ceiling: outliers === 'held' ? 0.99 : 1 };
}
