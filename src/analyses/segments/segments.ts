import type { Analysis } from '../analysis.ts';
import { SCORING_NAMES } from '../scores/scoring-names.ts';

/** Who is who: customers scored by recency, frequency and monetary, in segments. */
export const SEGMENTS_ANALYSIS: Analysis = {
  id: 'segments',
  group: 'understand',
  name: { en: 'Segments', zh: '客户分层' },
  about: {
    en: 'Customers scored 1 to 5 on how recently, how often and how much they bought',
    zh: '按最近一次购买、购买频次、消费金额给客户各打 1 到 5 分'
  },
  load: () => import('./SegmentsPage.svelte'),
  contributions: async () => (await import('./contributions.ts')).CONTRIBUTIONS,
  isAboutCustomers: true,
  definitions: SCORING_NAMES
};
