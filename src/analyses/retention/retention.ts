import type { Analysis } from '../analysis.ts';

/** Who comes back, when, and where the order ladder breaks. */
export const RETENTION_ANALYSIS: Analysis = {
  id: 'retention',
  group: 'understand',
  name: { en: 'Retention', zh: '留存' },
  about: {
    en: 'First purchase in the same month: how many customers come back each month after it',
    zh: '首单在同一个月的客户，之后每个月还有多少人回来'
  },
  load: () => import('./RetentionPage.svelte'),
  contributions: async () => (await import('./contributions.ts')).CONTRIBUTIONS,
  isAboutCustomers: true,
  definitions: ['grain', 'measure', 'kind', 'by']
};
