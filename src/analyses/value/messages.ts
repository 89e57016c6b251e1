import { defineWords } from '../../i18n/locale.ts';
import { CHECK } from './words/check.ts';
import { COLUMNS } from './words/columns.ts';
import { CONCENTRATION } from './words/concentration.ts';
import { GROUPS } from './words/groups.ts';
import { HEADLINE } from './words/headline.ts';
import { LISTS } from './words/lists.ts';
import { MODEL } from './words/model.ts';
import { TERMS } from './words/terms.ts';
import { TIERS } from './words/tiers.ts';

/** The words of the page: a file per panel, told together. */
export const VALUE = defineWords({
  en: {
    ...TERMS.en,
    ...HEADLINE.en,
    ...CHECK.en,
    ...GROUPS.en,
    ...CONCENTRATION.en,
    ...TIERS.en,
    ...COLUMNS.en,
    ...LISTS.en,
    ...MODEL.en
  },
  zh: {
    ...TERMS.zh,
    ...HEADLINE.zh,
    ...CHECK.zh,
    ...GROUPS.zh,
    ...CONCENTRATION.zh,
    ...TIERS.zh,
    ...COLUMNS.zh,
    ...LISTS.zh,
    ...MODEL.zh
  }
});
export type ValueWords = (typeof VALUE)['en'];
