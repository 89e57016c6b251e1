import { defineWords } from '../../i18n/locale.ts';
import { BACKTEST } from './words/backtest.ts';
import { COLUMNS } from './words/columns.ts';
import { CONTACT } from './words/contact.ts';
import { LISTS } from './words/lists.ts';
import { MONTHS } from './words/months.ts';
import { RULE } from './words/rule.ts';
import { SECOND } from './words/second.ts';

/** The words of the rules: a file per panel, told together. */
export const CHURN = defineWords({
  en: {
    ...RULE.en,
    ...CONTACT.en,
    ...BACKTEST.en,
    ...MONTHS.en,
    ...SECOND.en,
    ...COLUMNS.en,
    ...LISTS.en
  },
  zh: {
    ...RULE.zh,
    ...CONTACT.zh,
    ...BACKTEST.zh,
    ...MONTHS.zh,
    ...SECOND.zh,
    ...COLUMNS.zh,
    ...LISTS.zh
  }
});
export type ChurnWords = (typeof CHURN)['en'];
