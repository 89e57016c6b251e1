import type { View } from '../../session/view.svelte.ts';
import type { Audience, Contributions } from '../analysis.ts';
import { WORDS } from './messages.ts';
import { lifecycleAudienceQuery, MONTH_GROUPS, topAudienceQuery } from './queries.ts';

const topOf = (view: View) => view.number('top', 20, 0, 100);

/** `month` (its first day) and `stage`. */
const lifecycleAudience: Audience = {
  id: 'overview.lifecycle',
  query: lifecycleAudienceQuery,
  params: (view) => Promise.resolve({ month: view.day('month') ?? new Date(0), stage: view.choice('stage', MONTH_GROUPS) }),
  title: (view, locale, format) => WORDS[locale].stageList[view.choice('stage', MONTH_GROUPS)](format.month(view.day('month')))
};

/** `top`: hundredths of the customers, the best first. */
const topAudience: Audience = {
  id: 'overview.top',
  query: topAudienceQuery,
  params: (view) => Promise.resolve({ top: topOf(view) }),
  title: (view, locale, format) => WORDS[locale].topTitle(format.percent(topOf(view) / 100, 0))
};

/** The lists behind the bars of the overview. */
export const CONTRIBUTIONS: Contributions = {
  audiences: [lifecycleAudience, topAudience]
};
