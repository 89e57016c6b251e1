import type { Analysis } from '../analyses/analysis.ts';
import { pagesOf } from './pages.ts';

/** What pages fetch only when it is used. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('./projects/ProjectMenu.svelte'),
  () => import('./ScopePills.svelte'),
  () => import('./JumpMenu.svelte'),
  () => import('../charts/export-image.ts'),
  () => import('./sql/editor.ts'),
  () => import('sql-formatter')
];

/**
 * Fetches every page's code, and `more`, while nothing else goes on, so that no click makes a request later and the
 * network can be switched off. Marks the document `data-loaded` when all of it is here.
 */
export function loadAhead(
  analyses: readonly Analysis[],
  more: readonly (() => Promise<unknown>)[],
  idle: (next: () => void) => void
): void {
  const waiting = [
    ...pagesOf(analyses).flatMap(({ load, contributions }) => [load, ...(contributions ? [contributions] : [])]),
    ...PARTS,
    ...more
  ];
  const next = (): void => {
    const part = waiting.shift();
    if (!part) {
      document.documentElement.dataset['loaded'] = 'true';
      return;
    }
    // A part that fails now is fetched again, and its failure shown, when it is wanted.
    void Promise.allSettled([part()]).then(() => idle(next));
  };
  idle(next);
}
