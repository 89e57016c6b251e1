import type { EngineService } from '../engine/contract.ts';
import { headersKey } from '../sources/header.ts';
import { withoutLighter } from '../sources/left-out.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';
import type { Change } from './change.ts';
import type { Drafting } from './drafting.svelte.ts';
import type { Keeper } from './keeper.svelte.ts';
import { pipeline } from './late-pipeline.ts';
import type { ShopWatcher } from './project-events.ts';
import type { Storage } from './storage.ts';
import type { WorkQueue } from './work-queue.svelte.ts';

/** What building needs of its surroundings. */
interface BuildingTools {
  readonly engine: EngineService;
  readonly works: WorkQueue;
  readonly keeper: Keeper;
  readonly drafting: Drafting;
  readonly storage: Storage;
  readonly watcher: ShopWatcher;
}

/** The shop that answers: built from files, brought back, or none. */
export class BuiltShop {
  /** Grows with every change to the data; part of every cache key. */
  revision = $state(0);
  /** Null before the first import. */
  facts = $state.raw<ShopFacts | null>(null);
  /** Files behind the shop. */
  sources = $state.raw<readonly Draft[]>([]);
  /** What the last files changed in a shop that was there before. */
  change = $state.raw<Change | null>(null);
  readonly #tools: BuildingTools;
  #store: (() => Promise<void>) | null = null;
  #storing: Promise<void> | null = null;

  constructor(tools: BuildingTools) {
    this.#tools = tools;
  }

  /** Builds it from `drafts`. Gives the names of files whose rows are nowhere, which must be picked again, or whether it was built. If not, the one before stays. */
  async build(drafts: readonly Draft[]): Promise<boolean | { readonly missing: readonly string[] }> {
    const { engine, works, keeper, drafting, storage, watcher } = this.#tools;
    await keeper.settled();
    const { buildAgain, withoutRows, changeOf } = await pipeline();
    const fresh = drafting.drafts;
    const missing = withoutRows(keeper, drafts, fresh);
    // The same file picked again stands in for the one whose rows are gone.
    const left = missing.filter((one) => !fresh.some(({ file }) => file.name === one.file.name));
    if (left.length > 0) return { missing: left.map(({ file }) => file.name) };
    const name = (fresh.length > 0 ? fresh : drafts.slice(0, 1)).map(({ file }) => file.name).join(', ');
    const built = await works.run('building', name, async (options) => {
      await watcher.changing();
      const given = drafts.filter((draft) => !missing.includes(draft));
      return buildAgain(engine, keeper, given, fresh, { ...options, samePeople: this.facts?.samePeople?.links });
    });
    if (!built) return false;
    for (const draft of fresh)
      storage.rememberMapping(headersKey(draft.sketch.columns), withoutLighter(draft.mapping, draft.sketch.columns));
    [this.#store, this.#storing] = [built.store, null];
    this.change = changeOf(this.facts, built.facts, fresh, keeper.recipes);
    this.sources = built.open;
    drafting.drafts = drafting.drafts.filter((draft) => !built.open.includes(draft));
    this.stand(built.facts);
    return true;
  }

  /** Whether all of the shop is stored. */
  get isStored(): boolean {
    return this.#store === null;
  }

  /** Stores what of the shop is not stored yet: once, whoever asks. Questions are answered without, but in more time. */
  async store(): Promise<void> {
    const store = this.#store;
    if (!store) return;
    await (this.#storing ??= store());
    if (this.#store === store) this.#store = null;
  }

  /** The shop is in the engine now. */
  stand(facts: ShopFacts): void {
    this.facts = facts;
    this.#changed();
  }

  clear(): void {
    [this.facts, this.sources, this.change] = [null, [], null];
    [this.#store, this.#storing] = [null, null];
    this.#changed();
  }

  #changed(): void {
    this.revision += 1;
    this.#tools.watcher.changed(this.revision);
  }
}
