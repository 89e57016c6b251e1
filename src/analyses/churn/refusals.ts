import type { View } from '../../session/view.svelte.ts';
import { ListRefusal } from '../audiences.ts';
import { REFUSALS } from './words/refusals.ts';

const both = (of: (words: (typeof REFUSALS)['en']) => string) => ({ en: of(REFUSALS.en), zh: of(REFUSALS.zh) });

/** Holds that a list is made in the family of rankings that its address names; else refuses, with the list as it is made today. */
export function requireFamily(wanted: string, found: string, view: View): void {
  if (wanted === found) return;
  const who = (view.params.get('who') ?? '').replace(new RegExp(`-${wanted}$`), `-${found}`);
  throw new ListRefusal(
    both((words) => words.other),
    { label: both((words) => words.toOther), page: 'customers', params: { ...Object.fromEntries(view.params), who, rank: null } }
  );
}

/** No ranking can be judged for chances within so many days; `isPast`: only not as of a day before. */
export function noChances(horizon: number, isPast = false): ListRefusal {
  return new ListRefusal(
    both((words) => (isPast ? words.noPast : words.unjudged)(String(horizon))),
    { label: both((words) => words.toPage), page: 'churn', params: { rule: 'chance', within: horizon } }
  );
}
