import { EngineError, type EngineService } from '../engine/contract.ts';
import type { AnsweringShop } from '../sources/early-shop.ts';
import { workOn } from '../sources/engine-work.ts';
import { buildShopEarly, dropDraft, type ImportOptions } from '../sources/import.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';
import type { Keeper } from './keeper.svelte.ts';
import { bringBackShop, broughtBackDraft, reopenDraft } from './keeping.ts';
import { readProjectFile } from './project-file.ts';
import { isMissing } from './project-store.ts';
import { readAgain } from './rows-at-hand.ts';
import { fieldOf, UnreadableProject, type Trouble } from './trouble.ts';

/** A draft with its rows in the engine again: from the disk, or else from its file. Rows on the disk that are damaged count as gone from then on. */
export async function openAgain(engine: EngineService, keeper: Keeper, draft: Draft, options: ImportOptions): Promise<Draft> {
  const rows = keeper.rowsOf(draft);
  if (rows) {
    try {
      return await reopenDraft(engine, keeper.shelf(), draft, rows, options);
    } catch (error) {
      if (!isDamage(error)) throw error;
      keeper.loseRows(draft);
      if (draft.file.size === 0) throw error;
    }
  }
  return readAgain(engine, draft, options);
}

/** Whether what lies on the disk is not what was put there. */
function isDamage(error: unknown): boolean {
  return error instanceof RangeError || isMissing(error) || (error instanceof EngineError && error.fault === 'unreadable-file');
}

/** The shop of `drafts`, of which only those in `loaded` are in the engine; the rows of all of them are there afterwards. */
export async function buildAgain(
  engine: EngineService,
  keeper: Keeper,
  drafts: readonly Draft[],
  loaded: readonly Draft[],
  options: ImportOptions
): Promise<AnsweringShop & { readonly open: readonly Draft[] }> {
  const open: Draft[] = [];
  try {
    for (const draft of drafts) open.push(loaded.includes(draft) ? draft : await openAgain(engine, keeper, draft, options));
    const built = await buildShopEarly(engine, open, { ...options, keepsRows: true, hashKey: keeper.hashKey(), repairs: keeper.repairs });
    return { ...built, open };
  } catch (error) {
    for (const draft of open) if (!loaded.includes(draft)) await dropDraft(engine, draft);
    throw error;
  }
}

/** Those of `drafts` whose rows are nowhere: not in the engine, not on the disk, and the file is not at hand. */
export function withoutRows(keeper: Keeper, drafts: readonly Draft[], loaded: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => !loaded.includes(draft) && draft.file.size === 0 && !keeper.rowsOf(draft));
}

/**
 * A kept project with its shop in the engine; null when it is not on the disk. Where the shop's tables are
 * damaged `facts` is null and `isWhole` false: the shop can be built anew. Rejects when the engine is not there.
 */
export async function bringBackProject(
  engine: EngineService,
  keeper: Keeper,
  id: string,
  onname: (name: string) => void
): Promise<{ sources: readonly Draft[]; facts: ShopFacts | null; isWhole: boolean } | null> {
  const manifest = await keeper.take(id);
  if (!manifest) return null;
  onname(manifest.name);
  const sources = manifest.sources.map(broughtBackDraft);
  try {
    await bringBackShop(engine, keeper.shelf(), manifest);
    return { sources, facts: manifest.facts, isWhole: true };
  } catch (error) {
    if (error instanceof EngineError && (error.fault === 'engine-lost' || error.fault === 'boot-failed')) throw error;
    return { sources, facts: null, isWhole: false };
  }
}

/** Takes in a project file: a project on the disk by its id, a recipe alone, or why neither. `startNew` empties the page for a recipe. */
export async function takeIn(
  keeper: Keeper,
  file: File,
  startNew: () => Promise<void>
): Promise<{ id: string } | { recipe: true } | Trouble> {
  try {
    const read = await readProjectFile(file);
    if (read.data) return { id: await keeper.bringIn(read.data) };
    await startNew();
    keeper.name = read.name;
    keeper.repairs = read.repairs;
    keeper.definitions = read.definitions;
    await keeper.save(null, [], read.recipes);
    return { recipe: true };
  } catch (error) {
    const reason = error instanceof UnreadableProject ? error.reason : 'damaged';
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', file: file.name, reason, detail, field: fieldOf(error) };
  }
}

/** The files inside an archive, or the file itself. */
export function expanded(engine: EngineService, file: File, { signal, onProgress }: ImportOptions): Promise<File[]> {
  const job = `expand:${file.name}`;
  return workOn(engine, job, signal).call(() => engine.expand(job, file, onProgress));
}
