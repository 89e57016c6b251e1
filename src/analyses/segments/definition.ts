import type { Locale } from '../../i18n/locale.ts';
import type { Scoring } from '../scores/scoring.ts';
import { WORDS } from './messages.ts';

/** What the numbers of the page mean with these choices, in plain words. */
export function definitionOf(scoring: Scoring, locale: Locale): string[] {
  const words = WORDS[locale].define;
  const { template, score, split, frequency, monetary, r, f, m, cut } = scoring;
  const isSplit = template === 'cn8' || template === 'activity';
  const splitWords =
    split === 'own' ? words.ownSplit(String(cut[0]), String(cut[1]), String(cut[2])) : split === 'mean' ? words.splitMean : words[split];
  return [
    [words.recency, words[frequency], words[monetary]].join(' '),
    score === 'own' ? words.own(r.join(' / '), f.join(' / '), m.join(' / ')) : words[score],
    ...(isSplit ? [split === 'own' ? splitWords : `${splitWords} ${words.alike}`] : []),
    words[template],
    words.interval
  ];
}
