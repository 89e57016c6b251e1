import type { View } from '../../session/view.svelte.ts';
import type { Analysis, Audience } from '../analysis.ts';
import { SCORING_NAMES } from '../scores/scoring.ts';
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

/** How healthy the base is, what changed, what needs someone today. Without customers: what orders alone tell. */
export const OVERVIEW_ANALYSIS: Analysis = {
  id: 'overview',
  group: 'top',
  name: { en: WORDS.en.title, zh: WORDS.zh.title },
  about: { en: WORDS.en.about, zh: WORDS.zh.about },
  load: () => import('./OverviewPage.svelte'),
  isAboutCustomers: false,
  definitions: SCORING_NAMES,
  audiences: [lifecycleAudience, topAudience]
};
