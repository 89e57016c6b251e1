import type { Analysis } from '../analysis.ts';
import { TERM_NAMES } from '../forecasts/term-names.ts';

/** What customers will bring, how concentrated it is, and whom to leave alone; the forecast is held against the past first. */
export const VALUE_ANALYSIS: Analysis = {
  id: 'value',
  group: 'understand',
  name: { en: 'Value', zh: '客户价值' },
  about: {
    en: 'What your customers brought, what they will bring, and how far such a forecast was off on your own past',
    zh: '客户已经带来多少、还会带来多少，以及这种预测放到您自己的历史上错了多少'
  },
  load: () => import('./ValuePage.svelte'),
  contributions: async () => (await import('./contributions.ts')).CONTRIBUTIONS,
  isAboutCustomers: true,
  definitions: [...TERM_NAMES, 'loyal', 'coupon', 'contacts', 'contact_cost', 'acquisition']
};
