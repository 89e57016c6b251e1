import { EngineError, type EngineService } from '../engine/contract.ts';
import { headersKey } from '../sources/header.ts';
import type { DraftChange } from '../sources/import.ts';
import { hasWayOn, withoutLighter, type Lighter } from '../sources/left-out.ts';
import { SAMPLE_QUESTION } from '../sources/mapping.ts';
import type { Draft } from '../sources/source.ts';
import type { Subject } from '../sources/subject.ts';
import type { Keeper } from './keeper.svelte.ts';
import { pipeline } from './late-pipeline.ts';
import type { ChangedFile, Origins } from './origins.svelte.ts';
import type { Storage } from './storage.ts';
import type { WorkQueue } from './work-queue.svelte.ts';

/** What drafting needs of its surroundings. */
interface DraftingTools {
  readonly engine: EngineService;
  readonly works: WorkQueue;
  readonly keeper: Keeper;
  readonly storage: Storage;
  readonly origins: Origins;
  /** Called when files came or went. */
  readonly onchange: () => void;
}

/** Rows that no customer is looked up for. */
const ABOUT_NOBODY: readonly Subject[] = ['orders', 'returns', 'products'];

/** A file, or one in the archive `given`, and the sources in whose place it comes. */
interface TakenFile {
  readonly file: File;
  readonly given: File;
  readonly replaces: readonly string[];
  readonly lighter?: Lighter;
}

/** Files on their way into the shop: read, understood and corrected one after the other, not analysed yet. */
export class Drafting {
  drafts = $state.raw<readonly Draft[]>([]);
  /** Names of files that wait to be read. */
  waiting: readonly string[] = [];
  readonly #tools: DraftingTools;
  #count = 0;
  /** Sources in whose place a draft comes, by draft. */
  readonly #replaces = new Map<string, readonly string[]>();
  /** Files that memory did not suffice for, in the last go. */
  #tooLarge: TakenFile[] = [];

  constructor(tools: DraftingTools) {
    this.#tools = tools;
  }

  /** Sources in whose place the drafts come. */
  get replaced(): readonly string[] {
    return this.drafts.flatMap(({ id }) => this.#replaces.get(id) ?? []);
  }

  /**
   * Understands each file, or each in an archive; what cannot be read is told in the queue's failures. Says whether the recipe
   * leaves nothing to ask about any of them, so that they may join the shop of `sources` at once.
   */
  async read(files: readonly ChangedFile[], sources: readonly Draft[], openProject: (file: File) => Promise<void>): Promise<boolean> {
    const { works } = this.#tools;
    const { cancels } = works;
    const [made, hadDrafts]: [Draft[], boolean] = [[], this.drafts.length > 0];
    works.failures = [];
    this.#tooLarge = [];
    this.waiting = files.map(({ file }) => file.name);
    this.#tools.onchange();
    for (const { file: given, replaces } of files) {
      if (given.name.endsWith('.regulars')) await openProject(given);
      else if (works.cancels === cancels)
        for (const file of (await this.#expanded(given)) ?? []) {
          if (works.cancels !== cancels) break;
          const draft = await this.#taken({ file, given, replaces });
          if (draft) made.push(draft);
        }
      this.waiting = this.waiting.slice(1);
      this.#tools.onchange();
    }
    if (made.length > 0 && works.cancels === cancels) await this.#chooseKeys(sources);
    const isWhole = made.length > 0 && works.failures.length === 0 && works.cancels === cancels;
    if (hadDrafts || !isWhole || sources.length === 0) return false;
    const { needsNothing } = await pipeline();
    const taken = this.drafts.filter(({ id }) => made.some((draft) => draft.id === id));
    return taken.every((draft) => needsNothing(draft, taken, sources, this.#tools.keeper.recipes));
  }

  /** Takes less of the files of orders: of those that memory did not suffice for, and of those that wait. Goes beyond what was taken before. */
  async takeLess(lighter: Lighter): Promise<void> {
    const failed = this.#tooLarge;
    this.#tooLarge = [];
    this.#tools.works.failures = [];
    for (const draft of this.drafts) {
      const isOrders = (draft.mapping.subject ?? 'orders') === 'orders';
      const { sample } = lighter;
      if (!isOrders) continue;
      if (sample === undefined) await this.revise(draft, { kind: 'lighter', lighter });
      else await this.revise(draft, { kind: 'answer', question: SAMPLE_QUESTION, answer: String(sample) });
    }
    for (const one of failed) await this.#taken({ ...one, lighter: { ...one.lighter, ...lighter } });
    this.#tools.onchange();
  }

  async revise(draft: Draft, change: DraftChange): Promise<void> {
    const { engine, works, keeper, storage } = this.#tools;
    const revised = await works.run('checking', draft.file.name, async (options) => {
      const { reviseDraft, remembering } = await pipeline();
      return reviseDraft(engine, draft, change, remembering(options, keeper.recipes, storage));
    });
    if (!revised) return;
    this.drafts = this.drafts.map((one) => (one.id === draft.id ? revised : one));
    storage.rememberMapping(headersKey(revised.sketch.columns), withoutLighter(revised.mapping, revised.sketch.columns));
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

  /** Looks people up by the column that finds most of them among the customers; as a recipe or the user says, where they do. */
  async #chooseKeys(sources: readonly Draft[]): Promise<void> {
    const { engine, works, keeper } = this.#tools;
    const isKnown = ({ sketch }: Draft) => keeper.recipes.some(({ headers }) => headers === headersKey(sketch.columns));
    const others = this.drafts.filter((draft) => !ABOUT_NOBODY.includes(draft.mapping.subject ?? 'orders') && !isKnown(draft));
    const [first] = others;
    if (!first) return;
    const better = await works.run('checking', first.file.name, async ({ signal }) => {
      const { betterKeys } = await pipeline();
      try {
        return await betterKeys(engine, this.drafts, { hasShop: sources.length > 0, signal });
      } catch (error) {
        if (!(error instanceof EngineError) || error.fault === 'cancelled') throw error;
        return null; // they are looked up as was guessed; the page measures again and says what it finds
      }
    });
    for (const draft of others) {
      const column = better?.get(draft.id);
      if (column !== undefined) await this.revise(draft, { kind: 'role', column, role: 'customer', by: 'values' });
    }
  }

  async #taken(one: TakenFile): Promise<Draft | null> {
    const { works, origins } = this.#tools;
    const draft = await this.#understood(one.file, one.lighter);
    if (!draft) {
      const error = works.failures.at(-1)?.error;
      if (hasWayOn(error)) this.#tooLarge.push({ ...one, lighter: { ...one.lighter, byDay: false } });
      return null;
    }
    origins.readFrom(draft.id, one.given);
    this.#replaces.set(draft.id, one.replaces);
    this.drafts = [...this.drafts, draft];
    return draft;
  }

  #understood(file: File, lighter: Lighter | undefined): Promise<Draft | null> {
    const { engine, works, keeper, storage } = this.#tools;
    const id = `f${++this.#count}`;
    return works.run('reading', file.name, async (options) => {
      const { openDraft, remembering } = await pipeline();
      const how = remembering(options, keeper.recipes, storage);
      return openDraft(engine, id, file, lighter ? { ...how, lighter } : how);
    });
  }

  /** The files inside an archive, or the file itself; null when it could not be opened. */
  #expanded(file: File): Promise<File[] | null> {
    const { engine, works } = this.#tools;
    return works.run('reading', file.name, async (options) => (await pipeline()).expanded(engine, file, options));
  }
}
