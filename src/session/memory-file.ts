import type { EngineService } from '../engine/contract.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';
import type { KeeperTools } from './keeper-tools.ts';
import type { Keeper } from './keeper.svelte.ts';
import { keepShop, keptDraft, type Shelf } from './keeping.ts';
import { projectBlob } from './project-file.ts';
import type { ProjectStore } from './project-store.ts';
import { keepRowsAtHand } from './rows-at-hand.ts';

/**
 * The project file of what is in the engine, for when the disk does not have it: rows come from the disk where they are
 * there, else from the files that are still at hand; a file of which neither is there must be picked again some day.
 */
export async function projectInMemory(
  engine: EngineService,
  keeper: Keeper,
  store: ProjectStore,
  { facts, sources }: { readonly facts: ShopFacts | null; readonly sources: readonly Draft[] },
  { newId, now }: Pick<KeeperTools, 'newId' | 'now'>
): Promise<Blob> {
  const parts = new Map<string, Blob>();
  const own = keeper.id;
  const shelf: Shelf = {
    store: {
      writePart: (_id, name, bytes) => Promise.resolve(void parts.set(name, new Blob([bytes as BlobPart]))),
      part: (id, name) => store.part(id, name)
    },
    id: own ?? '',
    newName: newId,
    quiet: () => Promise.resolve()
  };
  const { signal } = new AbortController();
  const shop = facts === null ? { catalogue: 'memory' as const, absent: [], tables: [] } : await keepShop(engine, shelf, sources, signal);
  const kept = [];
  for (const draft of sources) {
    const rows = keeper.rowsOf(draft) ?? (await keepRowsAtHand(engine, shelf, draft, signal));
    kept.push({ file: draft.file.name, draft: keptDraft(draft), rows });
  }
  const { name, recipes, repairs, definitions } = keeper;
  const manifest = { name: name || '–', savedAt: now(), state: newId(), facts, ...shop, sources: kept, recipes, repairs, definitions };
  return projectBlob(manifest, async (part) => parts.get(part) ?? store.part(own ?? '', part));
}
