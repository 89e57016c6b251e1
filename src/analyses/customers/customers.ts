import type { Analysis } from '../analysis.ts';
import { SCORING_NAMES } from '../scores/scoring-names.ts';

/** The list behind any bar, cell or filter, and one customer's orders. */
export const CUSTOMERS_ANALYSIS: Analysis = {
  id: 'customers',
  group: 'act',
  name: { en: 'Customers', zh: '客户名单' },
  about: {
    en: 'Any list of customers: sorted, searched, opened one by one, exported',
    zh: '任意一份名单：排序、搜索、逐个查看、导出'
  },
  load: () => import('./CustomersPage.svelte'),
  contributions: async () => (await import('./contributions.ts')).CONTRIBUTIONS,
  isAboutCustomers: true,
  definitions: SCORING_NAMES
};
