import type { EngineService } from '../engine/contract.ts';
import { headersKey } from '../sources/header.ts';
import type { DraftChange } from '../sources/import.ts';
import type { Draft } from '../sources/source.ts';
import type { Keeper } from './keeper.svelte.ts';
import { pipeline } from './late-pipeline.ts';
import type { Storage } from './storage.ts';
import type { WorkQueue } from './work-queue.svelte.ts';

/** What drafting needs of its surroundings. */
interface DraftingTools {
  readonly engine: EngineService;
  readonly works: WorkQueue;
  readonly keeper: Keeper;
  readonly storage: Storage;
  /** Called when files came or went. */
  readonly onchange: () => void;
}

/** Files on their way into the shop: read, understood and corrected one after the other, not analysed yet. */
export class Drafting {
  drafts = $state.raw<readonly Draft[]>([]);
  /** Names of files that wait to be read. */
  waiting: readonly string[] = [];
  readonly #tools: DraftingTools;
  #count = 0;

  constructor(tools: DraftingTools) {
    this.#tools = tools;
  }

  /** Understands each file, or each in an archive. Gives the new drafts; what cannot be read is told in the queue's failures. */
  async read(files: readonly File[], openProject: (file: File) => Promise<void>): Promise<Draft[]> {
    const { works } = this.#tools;
    const { cancels } = works;
    const made: Draft[] = [];
    this.waiting = files.map(({ name }) => name);
    this.#tools.onchange();
    for (const given of files) {
      if (given.name.endsWith('.regulars')) await openProject(given);
      else if (works.cancels === cancels)
        for (const file of (await this.#expanded(given)) ?? []) {
          if (works.cancels !== cancels) break;
          const draft = await this.#understood(file);
          if (!draft) continue;
          made.push(draft);
          this.drafts = [...this.drafts, draft];
        }
      this.waiting = this.waiting.slice(1);
      this.#tools.onchange();
    }
    return made;
  }

  async revise(draft: Draft, change: DraftChange): Promise<void> {
    const { engine, works, keeper, storage } = this.#tools;
    const revised = await works.run('checking', draft.file.name, async (options) => {
      const { reviseDraft, remembering } = await pipeline();
      return reviseDraft(engine, draft, change, remembering(options, keeper.recipes, storage));
    });
    if (!revised) return;
    this.drafts = this.drafts.map((one) => (one.id === draft.id ? revised : one));
    storage.rememberMapping(headersKey(revised.sketch.columns), revised.mapping);
  }

  async remove(draft: Draft): Promise<void> {
    this.drafts = this.drafts.filter((one) => one.id !== draft.id);
    this.#tools.onchange();
    const { dropDraft } = await pipeline();
    await dropDraft(this.#tools.engine, draft);
  }

  /** Makes sure that no new draft takes an id of `sources`. */
  countOn(sources: readonly Draft[]): void {
    this.#count = Math.max(this.#count, ...sources.map(({ id }) => Number(/^f(\d+)$/.exec(id)?.[1] ?? 0)));
  }

  #understood(file: File): Promise<Draft | null> {
    const { engine, works, keeper, storage } = this.#tools;
    const id = `f${++this.#count}`;
    return works.run('reading', file.name, async (options) => {
      const { openDraft, remembering } = await pipeline();
      return openDraft(engine, id, file, remembering(options, keeper.recipes, storage));
    });
  }

  /** The files inside an archive, or the file itself; null when it could not be opened. */
  #expanded(file: File): Promise<File[] | null> {
    const { engine, works } = this.#tools;
    return works.run('reading', file.name, async (options) => (await pipeline()).expanded(engine, file, options));
  }
}
