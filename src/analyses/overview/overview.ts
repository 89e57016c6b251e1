import type { Analysis } from '../analysis.ts';
import { SCORING_NAMES } from '../scores/scoring-names.ts';

/** How healthy the base is, what changed, what needs someone today. Without customers: what orders alone tell. */
export const OVERVIEW_ANALYSIS: Analysis = {
  id: 'overview',
  group: 'top',
  name: { en: 'Overview', zh: '总览' },
  about: {
    en: 'How healthy your customer base is, what changed, and what needs you today',
    zh: '客户健康度、近期变化与今日待办'
  },
  load: () => import('./OverviewPage.svelte'),
  contributions: async () => (await import('./contributions.ts')).CONTRIBUTIONS,
  isAboutCustomers: false,
  definitions: SCORING_NAMES
};
