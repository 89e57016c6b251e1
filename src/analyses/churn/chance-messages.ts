import { defineWords } from '../../i18n/locale.ts';
import { CHANCE_LISTS } from './words/chance-lists.ts';
import { CHANCE_HEAD } from './words/chance.ts';
import { COLUMNS } from './words/columns.ts';
import { FLAGS } from './words/flags.ts';
import { MONEY } from './words/money.ts';
import { TRUST } from './words/trust.ts';
import { WATCH_WORDS } from './words/watch.ts';

/** The words of the chances to buy: a file per panel, told together. */
export const CHANCE = defineWords({
  en: {
    ...CHANCE_HEAD.en,
    ...TRUST.en,
    ...MONEY.en,
    ...FLAGS.en,
    ...WATCH_WORDS.en,
    ...CHANCE_LISTS.en,
    ...COLUMNS.en
  },
  zh: {
    ...CHANCE_HEAD.zh,
    ...TRUST.zh,
    ...MONEY.zh,
    ...FLAGS.zh,
    ...WATCH_WORDS.zh,
    ...CHANCE_LISTS.zh,
    ...COLUMNS.zh
  }
});
export type ChanceWords = (typeof CHANCE)['en'];
