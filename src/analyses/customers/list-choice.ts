import type { View } from '../../session/view.svelte.ts';
import type { Audience } from '../analysis.ts';
import { AHEAD, saysWhy, SORTS, type Ahead, type Sort } from './list-queries.ts';
import { isNarrowed, narrowingOf, type Narrowing } from './narrowing.ts';

/** What the address asks of a list. */
export interface ListChoice {
  readonly search: string;
  readonly sort: Sort;
  readonly isDescending: boolean;
  readonly narrowing: Narrowing;
  /** Whether anybody is left out. */
  readonly isNarrowed: boolean;
  /** Whether what is expected is shown: whoever sorts or filters by it sees it. */
  readonly hasAhead: boolean;
  readonly hasReason: boolean;
  readonly ahead: Ahead;
}

export function listChoice(view: View, audience: Audience | null): ListChoice {
  const sort = view.choice('sort', SORTS);
  const narrowing = narrowingOf(view);
  const [isBySign, isBounded] = [narrowing.sign !== 'all', isNarrowed(narrowing)];
  const isAsked = view.choice('ahead', audience?.tables ? ['yes', 'no'] : ['no', 'yes']) === 'yes';
  const hasAhead = isAsked || isBySign || isBounded || isLookingAhead(sort);
  const hasReason = hasAhead || saysWhy(audience) || sort === 'reason';
  return {
    search: (view.params.get('q') ?? '').trim(),
    sort,
    isDescending: view.choice('order', ['desc', 'asc']) === 'desc',
    narrowing,
    isNarrowed: isBySign || isBounded,
    hasAhead,
    hasReason,
    ahead: {
      hasValues: hasAhead,
      isNarrowed: isBounded,
      isBySign,
      reasons: !hasReason ? 'none' : sort === 'reason' ? 'all' : 'page'
    }
  };
}

/** Whether a list sorted so shows what is expected. */
export function isLookingAhead(sort: Sort): boolean {
  return (AHEAD as readonly Sort[]).includes(sort);
}
