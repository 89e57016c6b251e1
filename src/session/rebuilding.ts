import type { EngineService } from '../engine/contract.ts';
import { buildShop, dropDraft, openDraft, type ImportOptions } from '../sources/import.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';
import type { Keeper } from './keeper.svelte.ts';
import { reopenDraft } from './keeping.ts';

/** A draft with its rows in the engine again: from the disk, or else from its file. */
export function openAgain(engine: EngineService, keeper: Keeper, draft: Draft, options: ImportOptions): Promise<Draft> {
  const rows = keeper.rowsOf(draft);
  if (rows) return reopenDraft(engine, keeper.shelf(), draft, rows, options);
  return openDraft(engine, draft.id, draft.file, { ...options, shape: draft.sketch.shape, remembered: () => draft.mapping });
}

/** The shop of `drafts`, of which only those in `loaded` are in the engine; the rows of all of them are there afterwards. */
export async function buildAgain(
  engine: EngineService,
  keeper: Keeper,
  drafts: readonly Draft[],
  loaded: readonly Draft[],
  options: ImportOptions
): Promise<{ open: readonly Draft[]; facts: ShopFacts }> {
  const open: Draft[] = [];
  try {
    for (const draft of drafts) open.push(loaded.includes(draft) ? draft : await openAgain(engine, keeper, draft, options));
    return { open, facts: await buildShop(engine, open, { ...options, keepsRows: true }) };
  } catch (error) {
    for (const draft of open) if (!loaded.includes(draft)) await dropDraft(engine, draft);
    throw error;
  }
}
