import { expect, test } from 'vitest';
import { formatFor } from '../../i18n/format.ts';
import { CHANCE } from './chance-messages.ts';
import { watchTable } from './watch-pictures.ts';
import { DEFAULT_WATCH, type WatchRow } from './watch-rules.ts';

const ROWS: WatchRow[] = (['drop', 'unusual', 'negative', 'any'] as const).map((kind) => ({ kind, customers: 0, amount_year: 0 }));
const tableOf = (locale: 'en' | 'zh', hasFeedback: boolean) =>
  watchTable(ROWS, DEFAULT_WATCH, hasFeedback, () => '', { words: CHANCE[locale], format: formatFor(locale, 'CNY') }).rows.at(-1);

test('without a file of feedback its rule has no number, and says why', () => {
  expect(tableOf('en', true)?.slice(0, 3)).toEqual(['Negative feedback', 0, 0]);
  expect(tableOf('en', false)).toEqual([
    'Negative feedback',
    null,
    null,
    'a complaint, an NPS of 0–6 or a CSAT of 1–2 within 30 days (no file tells feedback)'
  ]);
  expect(tableOf('zh', false)?.at(-1)).toContain('没有反馈文件，无从得知');
});
