import type { Analysis } from '../analysis.ts';
import { RULE_NAMES } from './rule.ts';

/** Who is leaving, by a rule that is judged by its own past. */
export const CHURN_ANALYSIS: Analysis = {
  id: 'churn',
  group: 'understand',
  name: { en: 'Churn', zh: '流失预警' },
  about: {
    en: 'Who is leaving, how sure we are, and what it is worth',
    zh: '谁快要不来了，我们有多大把握，值多少钱'
  },
  load: () => import('./ChurnPage.svelte'),
  contributions: async () => (await import('./contributions.ts')).CONTRIBUTIONS,
  isAboutCustomers: true,
  hasBadge: true,
  definitions: RULE_NAMES
};
