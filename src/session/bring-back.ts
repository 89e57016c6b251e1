import type { Draft, ShopFacts } from '../sources/source.ts';
import type { BuiltShop } from './built-shop.svelte.ts';
import type { Drafting } from './drafting.svelte.ts';
import type { Keeper } from './keeper.svelte.ts';
import { pipeline } from './late-pipeline.ts';
import type { Origins } from './origins.svelte.ts';
import type { RestartableEngine } from './project-events.ts';
import type { ShopChanges } from './shop-changes.ts';

interface Tools {
  readonly engine: RestartableEngine;
  readonly keeper: Keeper;
  readonly origins: Origins;
  readonly drafting: Drafting;
  readonly shop: BuiltShop;
  readonly changes: ShopChanges;
}

/** What came of bringing a project back: it stands, it is not there, or its tables must be made anew of these sources. */
type BroughtBack = 'stands' | 'gone' | { readonly anew: readonly Draft[] };

/** Puts the project `id` from the disk into the page; `named` is told its name as soon as it is known. */
export async function bringBack(tools: Tools, id: string, named: (name: string) => void): Promise<BroughtBack> {
  const { engine, keeper, origins, drafting, shop, changes } = tools;
  const { bringBackProject } = await pipeline();
  const back: { facts: ShopFacts | null; sources: readonly Draft[]; isWhole: boolean } | null = await bringBackProject(
    engine,
    keeper,
    id,
    named
  );
  if (back === null) return 'gone';
  drafting.countOn([...back.sources, ...keeper.removed.map(({ draft }) => draft)]);
  await origins.take(id);
  shop.sources = back.sources;
  if (back.facts) {
    shop.stand(back.facts);
    // In its turn, once the project is open.
    void changes.resume((back.facts.repairs ?? []).map(({ repair }) => repair));
  }
  return back.facts || back.isWhole ? 'stands' : { anew: back.sources };
}
