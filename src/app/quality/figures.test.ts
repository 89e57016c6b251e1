import { expect, test } from 'vitest';
import { draftOf } from '../../../test/browser/draft.ts';
import { formatFor } from '../../i18n/format.ts';
import type { Balance, Draft, ShopFacts } from '../../sources/source.ts';
import { figuresOf } from './figures.ts';

const day = (text: string) => new Date(text);
const balance = (used: number, aside: Readonly<Record<string, number>>, anonymous = 0): Balance => ({
  inFile: used + Object.values(aside).reduce((sum, rows) => sum + rows, 0),
  used,
  orders: used,
  anonymous,
  setAside: Object.entries(aside).map(([reason, rows]) => ({ reason, rows, switchable: false, isOn: true }))
});
const orders: Draft = draftOf({ id: 'o', balance: balance(90, { duplicate: 4, 'unreadable-date': 1, cancelled: 5 }, 9) });
const members: Draft = {
  ...draftOf({ id: 'm', balance: balance(50, {}) }),
  mapping: { ...orders.mapping, subject: 'members' }
};
const facts: ShopFacts = {
  name: 'x',
  files: [],
  orders: 90,
  purchases: 90,
  customers: 60,
  firstDay: day('2024-01-01'),
  lastDay: day('2024-03-31'),
  amount: 1,
  currency: null,
  dimensions: {},
  balance: orders.balance,
  readings: [],
  payDelays: { o: { minutes: 20, late: 0.25, before: 0 } },
  matches: [
    {
      file: '',
      draft: 'm',
      subject: 'members',
      column: 0,
      header: 'id',
      keys: 50,
      matchedKeys: 45,
      ambiguousKeys: 0,
      rows: 50,
      matchedRows: 45,
      unmatched: [],
      others: []
    }
  ]
};
const told = [{ subject: 'members', rows: 50, matched: 45, reach: 0.75, first_day: null, last_day: day('2024-03-21') }];
const figures = () =>
  figuresOf(
    { facts, sources: [orders, members], subjects: told, days: { all: 91, without: 13, runs: 1, inRuns: 9 } },
    'en',
    formatFor('en', null)
  ).map(({ figures: all }) => all);

test('the five figures of orders are shares of their own rows and days', () => {
  expect(figures()[0]?.map(({ dimension, text }) => `${dimension}: ${text}`)).toEqual([
    'completeness: 90.0% name a customer',
    'validity: 99.0% readable',
    'uniqueness: 96.0% unique',
    'timeliness: to 31 Mar 2024',
    'coverage: 85.7% of 91 days have orders'
  ]);
  expect(figures()[0]?.[3]?.meaning).toContain('Orders are paid 20 min after they were made (median), 25.0% more than a day later.');
});

test('other files say how many of their people are customers, and how far behind they are', () => {
  expect(figures()[1]?.map(({ text }) => text)).toEqual([
    '100.0% name somebody',
    '100.0% readable',
    '100.0% unique',
    'to 21 Mar 2024',
    '90.0% of its people found'
  ]);
  expect(figures()[1]?.[3]?.meaning).toContain('10 days before the newest file');
  expect(figures()[1]?.[4]?.meaning).toContain('75.0% of all customers');
});

test('refunds are spoken of as refunds, and not as orders without customers or products', () => {
  const refunds = { ...members, id: 'r', readings: [{ code: 'after-sales', level: 'info' as const }] };
  const [all] = figuresOf({ facts, sources: [refunds], subjects: told, days: null }, 'en', formatFor('en', null));
  expect(all?.about).toBe('returns');
  expect(all?.figures[0]).toMatchObject({ share: null, text: `${members.balance.inFile} rows of refunds` });
});
