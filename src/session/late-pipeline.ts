import { EngineError } from '../engine/contract.ts';
import type { PIPELINE } from './pipeline.ts';

/**
 * All that works on rows, fetched once, while the page is shown already: whoever needs it waits for it. Rejects with
 * `boot-failed` when it cannot be fetched.
 */
export async function pipeline(): Promise<typeof PIPELINE> {
  try {
    return (await import('./pipeline.ts')).PIPELINE;
  } catch (error) {
    throw new EngineError({ fault: 'boot-failed', message: String(error) });
  }
}
