import type { Component } from 'svelte';
import type { Analysis, Named } from '../analyses/analysis.ts';
import type { Locale } from '../i18n/locale.ts';
import { APP } from './messages.ts';
import { PROJECTS } from './projects/messages.ts';

/** A page as the frame sees it: the analyses are pages, and the frame has some of its own. */
export type AppPage = Pick<Analysis, 'id' | 'group' | 'name' | 'about' | 'load' | 'isAboutCustomers'> & {
  /** What an analysis gives to other pages. */
  readonly contributions?: Analysis['contributions'];
  readonly hasBadge?: boolean;
  /** Shows something without any files. */
  readonly worksEmpty?: boolean;
  /** Reached from elsewhere than the navigation. */
  readonly isUnlisted?: boolean;
};

type OwnId = keyof (typeof APP)['en']['names'];

const named = (words: 'names' | 'about', id: OwnId): Named => ({ en: APP.en[words][id], zh: APP.zh[words][id] });
const own = (id: OwnId, group: AppPage['group'], load: () => Promise<{ default: Component }>, more: Partial<AppPage> = {}): AppPage => ({
  id,
  group,
  name: named('names', id),
  about: named('about', id),
  load,
  isAboutCustomers: false,
  ...more
});

const OWN: readonly AppPage[] = [
  own('sql', 'explore', () => import('./SqlPage.svelte')),
  own('sources', 'data', () => import('./SourcesPage.svelte')),
  own('quality', 'data', () => import('./QualityPage.svelte')),
  {
    id: 'changes',
    group: 'data',
    name: { en: PROJECTS.en.changesName, zh: PROJECTS.zh.changesName },
    about: { en: PROJECTS.en.changesAbout, zh: PROJECTS.zh.changesAbout },
    load: () => import('./projects/ChangesPage.svelte'),
    isAboutCustomers: false,
    isUnlisted: true
  },
  own('privacy', 'data', () => import('./PrivacyPage.svelte'), { worksEmpty: true, isUnlisted: true })
];

export const GROUPS = ['top', 'understand', 'act', 'explore', 'data'] as const satisfies readonly AppPage['group'][];

/** Every page there is, in the order of the navigation. */
export function pagesOf(analyses: readonly Analysis[]): readonly AppPage[] {
  const all: readonly AppPage[] = [...analyses, ...OWN];
  return GROUPS.flatMap((group) => all.filter((page) => page.group === group));
}

/** The page's name in the user's language. */
export function pageName(page: AppPage, locale: Locale): string {
  return page.name[locale];
}
