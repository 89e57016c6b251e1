import type { Query, Columns } from '../../engine/query.ts';
import type { SqlParams } from '../../engine/sql.ts';
import type { Format } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { View } from '../../session/view.svelte.ts';
import { DIMENSIONS } from '../../sources/canonical-tables.ts';
import type { Audience } from '../analysis.ts';
import { RETENTION } from './messages.ts';
import {
  AVERAGE_CUSTOMERS,
  BRACKET_CUSTOMERS,
  COHORT_CUSTOMERS,
  GAP_CUSTOMERS,
  GRAINS,
  KINDS,
  LADDER_CUSTOMERS,
  MONTH_CUSTOMERS,
  WAITING_CUSTOMERS,
  WINDOW_CUSTOMERS
} from './queries.ts';

// The address gives parameters by name; each query's own type is known where it is asked.
const asAny = (query: unknown) => query as Query<SqlParams, Columns>;

const cohort = {
  read: (view: View) => ({
    grain: view.choice('grain', GRAINS),
    cohort: view.day('cohort') ?? new Date(0),
    age: view.number('age', 0, 0, 5000),
    kind: view.choice('kind', KINDS)
  }),
  title: (view: View, locale: Locale, format: Format) => {
    const words = RETENTION[locale];
    const { grain, cohort: first, age, kind } = cohort.read(view);
    const name = format.period(first, grain);
    return age === 0 ? words.audiences.cohort(name) : words.audiences.returned(name, words.kindHints[kind], words.nth[grain](String(age)));
  }
};

/** A cell of the averages or a point of the curve; `by` with `first` or `rest` when it is split. */
const average = {
  read: (view: View) => ({
    grain: view.choice('grain', GRAINS),
    age: view.number('age', 0, 0, 5000),
    kind: view.choice('kind', KINDS),
    by: view.choice('by', ['none', ...DIMENSIONS]),
    // An address holds no empty values: an absent one means the orders without a value.
    first: view.params.get('first') ?? '',
    rest: view.number('rest', 0, 0, 100)
  }),
  title: (view: View, locale: Locale, format: Format) => {
    const words = RETENTION[locale];
    const { grain, age, kind, by, first, rest } = average.read(view);
    const title =
      age === 0
        ? words.audiences.finished(words.periods[grain])
        : words.audiences.average(words.kindHints[kind], words.nth[grain](String(age)));
    if (by === 'none') return title;
    const group = rest > 0 ? words.audiences.othersOf(format.integer(rest)) : first || words.curve.none;
    return words.audiences.ofGroup(words.split[by], group, title);
  }
};

/** Longer than any gap. */
const ENDLESS = 1_000_000;
const gap = (view: View) => ({ shortest: view.number('shortest', 1, 1, ENDLESS), longest: view.number('longest', ENDLESS, 1, ENDLESS) });
const bracket = (view: View) => ({ day_from: view.number('day_from', 1, 1, 5000), day_to: view.number('day_to', 30, 1, 5000) });
const ladder = (view: View) => ({ step: view.number('step', 1, 1, 5000), at: view.choice('at', ['reached', 'stopped']) });
const windowOf = (view: View) => ({ days: view.number('days', 90, 1, 5000), again: view.choice('again', ['yes', 'no']) });
const monthOf = (view: View) => ({ month: view.day('month') ?? new Date(0), group: view.choice('group', ['buyers', 'twice', 'next']) });

/** The customers behind the page's cells, steps, windows and months. */
export const AUDIENCES: readonly Audience[] = [
  { id: 'retention.cohort', query: asAny(COHORT_CUSTOMERS), params: (view) => Promise.resolve(cohort.read(view)), title: cohort.title },
  { id: 'retention.average', query: asAny(AVERAGE_CUSTOMERS), params: (view) => Promise.resolve(average.read(view)), title: average.title },
  {
    id: 'retention.gap',
    query: asAny(GAP_CUSTOMERS),
    params: (view) => Promise.resolve(gap(view)),
    title: (view, locale, format) => {
      const { shortest, longest } = gap(view);
      const words = RETENTION[locale].audiences;
      if (longest === ENDLESS) return words.gapOver(format.integer(shortest));
      return shortest === longest ? words.gapOf(format.days(shortest)) : words.gap(format.integer(shortest), format.integer(longest));
    }
  },
  {
    id: 'retention.ladder',
    query: asAny(LADDER_CUSTOMERS),
    params: (view) => Promise.resolve(ladder(view)),
    title: (view, locale, format) => {
      const { step, at } = ladder(view);
      return RETENTION[locale].audiences[at === 'stopped' ? 'stopped' : 'reached'](format.integer(step));
    }
  },
  {
    id: 'retention.window',
    query: asAny(WINDOW_CUSTOMERS),
    params: (view) => Promise.resolve(windowOf(view)),
    title: (view, locale, format) => {
      const { days, again } = windowOf(view);
      return RETENTION[locale].audiences[again === 'yes' ? 'backWithin' : 'notBackWithin'](format.days(days));
    }
  },
  {
    id: 'retention.bracket',
    query: asAny(BRACKET_CUSTOMERS),
    params: (view) => Promise.resolve(bracket(view)),
    title: (view, locale, format) => {
      const { day_from, day_to } = bracket(view);
      return RETENTION[locale].audiences.between(format.integer(day_from), format.integer(day_to));
    }
  },
  {
    id: 'retention.waiting',
    query: asAny(WAITING_CUSTOMERS),
    params: (view) => Promise.resolve({ days: windowOf(view).days }),
    title: (view, locale, format) => RETENTION[locale].audiences.waiting(format.days(windowOf(view).days))
  },
  {
    id: 'retention.month',
    query: asAny(MONTH_CUSTOMERS),
    params: (view) => Promise.resolve(monthOf(view)),
    title: (view, locale, format) => {
      const { month, group } = monthOf(view);
      return RETENTION[locale].audiences[group](format.month(month));
    }
  }
];
