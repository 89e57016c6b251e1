import type { Analysis } from '../analysis.ts';
import { SCORING_NAMES } from '../scores/scoring.ts';
import { WORDS } from './messages.ts';

/** The list behind any bar, cell or filter, and one customer's orders. */
export const CUSTOMERS_ANALYSIS: Analysis = {
  id: 'customers',
  group: 'act',
  name: { en: WORDS.en.title, zh: WORDS.zh.title },
  about: { en: WORDS.en.about, zh: WORDS.zh.about },
  load: () => import('./CustomersPage.svelte'),
  isAboutCustomers: true,
  definitions: SCORING_NAMES,
  audiences: []
};
