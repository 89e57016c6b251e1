import { EngineError, type EngineService } from '../engine/contract.ts';
import { dropDraft, openDraft, type ImportOptions } from '../sources/import.ts';
import type { Draft } from '../sources/source.ts';
import { keepRows, type Shelf } from './keeping.ts';
import type { KeptTableFiles } from './manifest.ts';

/** A draft read from its file once more, as it was understood. */
export async function readAgain(engine: EngineService, draft: Draft, options: ImportOptions): Promise<Draft> {
  const { shape } = draft.sketch;
  return {
    ...(await openDraft(engine, draft.id, draft.file, { ...options, shape, remembered: () => draft.mapping })),
    corrected: draft.corrected
  };
}

/** Keeps the rows of a draft: from the engine where they are still in it, else from its file; null where neither is at hand. */
export async function keepRowsAtHand(
  engine: EngineService,
  shelf: Shelf,
  draft: Draft,
  signal: AbortSignal
): Promise<KeptTableFiles | null> {
  try {
    if ('raw' in draft) return await keepRows(engine, shelf, draft, signal);
  } catch (error) {
    // The table is gone: a save before this one has dropped it.
    if (!(error instanceof EngineError) || error.fault !== 'sql') throw error;
  }
  if (draft.file.size === 0) return null;
  const open = await readAgain(engine, draft, { signal });
  try {
    return await keepRows(engine, shelf, open, signal);
  } finally {
    await dropDraft(engine, open);
  }
}
