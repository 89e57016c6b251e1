import type { ShopFacts } from '../sources/source.ts';

/** What the user brought: the files, and the shop built from them. */
export class Project {
  /** Grows with every change to the data; part of every cache key. */
  revision = $state(0);
  /** The shop that answers, or null before the first import. */
  facts = $state.raw<ShopFacts | null>(null);
}
