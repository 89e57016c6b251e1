import { expect, test } from 'vitest';
import { formatFor } from '../../i18n/format.ts';
import type { ChurnMonth } from './finding.ts';
import { CHURN } from './messages.ts';
import { monthNote } from './month-lines.ts';

const monthsOf = (...active: number[]): ChurnMonth[] =>
  active.map((each, at) => ({
    month: new Date(Date.UTC(2024, at, 1)),
    active: each,
    lost: 1,
    share: 1 / each,
    low: 0,
    high: 1,
    is_complete: true
  }));
const noteOf = (months: ChurnMonth[]) => monthNote(months, { words: CHURN.en, format: formatFor('en', null), audience: () => '' });

test('the note under the months says of those that are drawn', () => {
  expect(noteOf(monthsOf(2, 30, 40))).toMatch(/^Drawn: complete months that began with 10 or more/);
  expect(noteOf(monthsOf(1, 2, 2))).toMatch(/^Most of these months began with fewer than 10 active customers/);
});
