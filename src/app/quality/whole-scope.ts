import { scopeOf } from '../../session/view-scope.ts';
import type { View } from '../../session/view.svelte.ts';
import type { Scope } from '../../sources/scope.ts';
import type { ShopFacts } from '../../sources/source.ts';

/** Everything there is, whatever is looked at: what is wrong with the data does not depend on a filter. */
export function wholeScope(view: View, facts: ShopFacts): Scope {
  const { currency } = scopeOf(view, facts);
  return { asOf: facts.lastDay, from: null, filters: {}, ...(currency === undefined ? {} : { currency }) };
}
