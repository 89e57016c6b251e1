import type { EngineService } from '../../src/engine/contract.ts';
import { buildShop, openDraft } from '../../src/sources/import.ts';
import { sharedData } from './golden.ts';

const FILES = { cdnow_sample: 'cdnow_sample_transactions.csv', cn_orders_paid: 'cn_orders_shujubuchuiniu.csv' } as const;

/** Builds the shop of a public data set from its raw file, by the product's own import. */
export async function shopOf(engine: EngineService, name: keyof typeof FILES): Promise<void> {
  await buildShop(engine, [await openDraft(engine, name, new File([sharedData(FILES[name])], FILES[name]))]);
}
