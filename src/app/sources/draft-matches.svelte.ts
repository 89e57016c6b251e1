import type { EngineService } from '../../engine/contract.ts';
import type { Role } from '../../sources/mapping.ts';
import type { Draft, FileMatch, ShopFacts } from '../../sources/source.ts';
import { matchDrafts } from '../../sources/subjects/join-others.ts';
import { aboutOf, bringsOrders } from './draft-facts.ts';

/** How the people of a draft are found among the customers, or why nothing can be told of it. */
export type MatchState = FileMatch | 'measuring' | 'no-orders' | 'no-customers' | 'nobody';

const NAMES_SOMEBODY: readonly Role[] = ['customer', 'phone', 'email', 'order_id'];

/** The matches of the drafts on the page, measured anew when a draft or the shop has changed. */
export class DraftMatches {
  #found = $state.raw<readonly FileMatch[]>([]);
  /** The drafts that were looked at last. */
  #done = $state.raw<readonly Draft[]>([]);
  // One after the other: they use tables of the same names.
  #turn: Promise<unknown> = Promise.resolve();

  /** Measures `drafts` beside the shop; what was measured before stays until it is done. */
  measure(engine: EngineService, drafts: readonly Draft[], facts: ShopFacts | null, signal: AbortSignal): void {
    const measured = async () => {
      if (signal.aborted) return;
      try {
        this.#found = await matchDrafts(engine, drafts, { hasShop: facts !== null, signal });
        this.#done = drafts;
      } catch {
        // Work on the drafts took their tables away, and measures again afterwards; else nothing can be told.
        if (!signal.aborted) this.#done = drafts;
      }
    };
    this.#turn = this.#turn.then(measured);
  }

  /** What is known of a draft's people; null where there is nothing to tell, as of orders and products. */
  of(draft: Draft, drafts: readonly Draft[], facts: ShopFacts | null): MatchState | null {
    const subject = aboutOf(draft);
    if (subject === 'orders' || subject === 'returns' || subject === 'products' || draft.balance.used === 0) return null;
    const orders = drafts.filter(bringsOrders);
    if (facts === null && orders.length === 0) return 'no-orders';
    if ((facts?.customers ?? null) === null && orders.every(({ customers }) => customers === null)) return 'no-customers';
    if (!NAMES_SOMEBODY.some((role) => draft.mapping.roles.includes(role))) return 'nobody';
    const found = this.#found.find((match) => match.draft === draft.id);
    return found ?? (this.#done.includes(draft) ? null : 'measuring');
  }
}
