import type { EngineService } from '../../src/engine/contract.ts';
import { buildShop, openDraft } from '../../src/sources/import.ts';
import type { ShopFacts } from '../../src/sources/source.ts';
import { sharedData } from './golden.ts';

/** Brings a public data file in the way the product does, with everything as it was guessed, in the place of the shop before. */
export async function importShared(engine: EngineService, name: string): Promise<ShopFacts> {
  const draft = await openDraft(engine, name, new File([sharedData(name)], name));
  return buildShop(engine, [draft]);
}
