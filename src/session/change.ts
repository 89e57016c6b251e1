import { headersKey } from '../sources/header.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';
import type { Recipe } from './manifest.ts';
import { driftOf, type Drift } from './recipes.ts';

/** What new files did to a shop. */
export interface Change {
  readonly before: ShopFacts;
  readonly after: ShopFacts;
  readonly files: readonly { readonly name: string; readonly rows: number; readonly used: number; readonly drift: Drift | null }[];
}

/** The change that `added` made, or null where there was no shop before, or no file is new. */
export function changeOf(before: ShopFacts | null, after: ShopFacts, added: readonly Draft[], recipes: readonly Recipe[]): Change | null {
  if (before === null || added.length === 0) return null;
  const files = added.map(({ file, sketch, balance }) => ({
    name: file.name,
    rows: balance.inFile,
    used: balance.used,
    drift: driftOf(recipes, headersKey(sketch.columns))
  }));
  return { before, after, files };
}
