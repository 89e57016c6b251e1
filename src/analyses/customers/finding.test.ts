import { expect, test } from 'vitest';
import { formatFor } from '../../i18n/format.ts';
import { customerFinding } from './finding.ts';
import type { Customer } from './queries.ts';

const regular: Customer = {
  customer_id: 'a',
  segment: 'loyal',
  r: 4,
  f: 5,
  m: 5,
  first_day: new Date('2024-01-05'),
  last_day: new Date('2024-06-01'),
  recency: 30,
  frequency: 6,
  orders: 7,
  monetary: 1234,
  mean_purchase: 205.67,
  usual_gap: 28,
  first_channel: null,
  first_category: null,
  first_region: null,
  first_tier: null,
  first_shop: null
};

test.each([
  [
    regular,
    '**6 purchases** since 5 Jan 2024, **$1,234** in all; silent for **30 days**, usually back after **28 days**.',
    '自 2024-01-05 起**买过 6 次**，累计 **¥1,234**；已有 **30 天**没来，平时约 **28 天**来一次。'
  ],
  [
    { ...regular, frequency: 1, usual_gap: null, recency: 0 },
    '**1 purchase** since 5 Jan 2024, **$1,234** in all; bought on the as-of date.',
    '自 2024-01-05 起**买过 1 次**，累计 **¥1,234**；截至日当天刚来过。'
  ]
])('one customer in a sentence %#', (customer, inEnglish, inChinese) => {
  expect(customerFinding(customer, formatFor('en', 'USD'))).toBe(inEnglish);
  expect(customerFinding(customer, formatFor('zh', 'CNY'))).toBe(inChinese);
});
