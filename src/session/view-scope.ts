import { DIMENSIONS, type Dimension } from '../sources/canonical-tables.ts';
import type { Scope } from '../sources/scope.ts';
import type { ShopFacts } from '../sources/source.ts';
import type { View } from './view.svelte.ts';

/** Between the values of a filter in the address. */
const SEPARATOR = '~';

/**
 * The scope that the address asks for: `asof` (default: the last order day; a later day makes all silent for longer),
 * `from`, a filter per mapped dimension (`channel=app~web`), and the `currency` of a shop that keeps several apart. What the shop does not have is ignored.
 */
export function scopeOf(view: View, facts: ShopFacts | null): Scope {
  const last = facts?.lastDay ?? new Date(0);
  const asOf = view.day('asof') ?? last;
  const from = view.day('from');
  const filters: Partial<Record<Dimension, readonly string[]>> = {};
  for (const dimension of DIMENSIONS) {
    const text = view.params.get(dimension);
    if (text !== null && facts?.dimensions[dimension]) filters[dimension] = splitValues(text).sort();
  }
  // One of several currencies, never none of them and never two.
  const currencies = facts?.currencies ?? [];
  const currency = (currencies.find(({ value }) => value === view.params.get('currency')) ?? currencies[0])?.value;
  return { asOf, from: from && from <= asOf ? from : null, filters, ...(currency === undefined ? {} : { currency }) };
}

/** Whether the page shows less than all of the data: of fewer days, or of a part of them. */
export function isNarrowed(view: View, facts: ShopFacts | null): boolean {
  const { asOf, from, filters } = scopeOf(view, facts);
  return from !== null || Object.keys(filters).length > 0 || asOf < (facts?.lastDay ?? asOf);
}

/** The values of a filter as they stand in the address. */
export function joinValues(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('%', '%25').replaceAll(SEPARATOR, '%7E')).join(SEPARATOR);
}

/** The values that `joinValues` put together. */
export function splitValues(text: string): string[] {
  return text.split(SEPARATOR).map((value) => value.replaceAll('%7E', SEPARATOR).replaceAll('%25', '%'));
}
