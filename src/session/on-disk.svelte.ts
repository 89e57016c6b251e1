import type { EngineService } from '../engine/contract.ts';
import type { Draft } from '../sources/source.ts';
import type { KeeperTools } from './keeper-tools.ts';
import type { Shelf } from './keeping.ts';
import { pipeline } from './late-pipeline.ts';
import type { KeptSource, KeptTableFiles, Manifest } from './manifest.ts';
import { isMissing, type ProjectStore } from './project-store.ts';
import type { Removed } from './removed.ts';
import { UnreadableProject } from './trouble.ts';

const NOTHING = { catalogue: 'memory', absent: [], tables: [] } as const;

/** What of a manifest is not tables, sources and marks. */
type Written = Pick<Manifest, 'name' | 'recipes' | 'repairs' | 'definitions' | 'facts'>;

/** The files behind the shop, and those that were taken out of it. */
interface Files {
  readonly sources: readonly Draft[];
  readonly removed: readonly Removed[];
}

/** The open project as it lies on the disk: written whole or not at all, never over what another tab has written. */
export class OnDisk {
  id = $state<string | null>(null);
  /** The rows of sources that are there, by draft. */
  rows = new Map<string, KeptTableFiles>();
  readonly #engine: EngineService;
  readonly #store: ProjectStore;
  readonly #tools: KeeperTools;
  /** The data as this tab knows them there; null before they were. */
  #state: string | null = null;
  /** There is no room for rows. */
  #isLean = false;
  #letGo: () => void = () => undefined;

  constructor(engine: EngineService, store: ProjectStore, tools: KeeperTools) {
    this.#engine = engine;
    this.#store = store;
    this.#tools = tools;
  }

  /** Takes up a project that is there. */
  take(id: string, { state, sources, removed = [] }: Manifest): void {
    this.#hold(id);
    this.#state = state;
    this.rows = new Map([...sources, ...removed].flatMap(({ draft, rows }) => (rows ? [[draft.id, rows] as const] : [])));
  }

  leave(): void {
    this.#letGo();
    this.#letGo = () => undefined;
    [this.id, this.#state, this.#isLean, this.rows] = [null, null, false, new Map()];
  }

  shelf(): Shelf {
    if (this.id === null) throw new RangeError('no project is open');
    return { store: this.#store, id: this.id, newName: this.#tools.newId, quiet: this.#tools.quiet };
  }

  /**
   * Writes the shop in the engine, then the rows behind it, as far as there is room; says of which files it has none. Where
   * another tab has changed the data meanwhile, it becomes a project of its own.
   */
  async save(given: Written, { sources, removed }: Files, signal: AbortSignal): Promise<{ isCopy: boolean; rowless: string[] }> {
    const { keepShop, keptDraft, keepRowsAtHand } = await pipeline();
    signal.throwIfAborted();
    const id = this.id ?? this.#tools.newId();
    if (this.id === null) this.#hold(id);
    return this.#store.alone(id, async () => {
      signal.throwIfAborted();
      const saved = await this.#read(id);
      const isCopy = (saved?.state ?? null) !== this.#state;
      if (isCopy) await this.#becomeCopy([...sources, ...removed.map(({ draft }) => draft)]);
      // What another tab says about the project, the data being the same, holds here too.
      const written = saved && !isCopy ? { ...given, name: saved.name, definitions: saved.definitions } : given;
      const shelf = this.shelf();
      const shop = given.facts === null ? NOTHING : await keepShop(this.#engine, shelf, sources, signal);
      const state = this.#tools.newId();
      const write = async () => {
        signal.throwIfAborted();
        const kept = (draft: Draft) => ({ file: draft.file.name, draft: keptDraft(draft), rows: this.rows.get(draft.id) ?? null });
        const files = { sources: sources.map(kept), removed: removed.map(({ draft, place }) => ({ ...kept(draft), place })) };
        await this.#store.write(shelf.id, { ...written, ...shop, savedAt: this.#tools.now(), state, ...files });
        this.#state = state;
      };
      await write();
      // The shop is safe; the rows behind it are needed only when files are added or taken out.
      const waiting = this.#isLean ? [] : sources.filter((draft) => !this.rows.has(draft.id) && ('raw' in draft || draft.file.size > 0));
      await this.#keepRows(waiting, (draft) => keepRowsAtHand(this.#engine, shelf, draft, signal), write);
      return { isCopy, rowless: sources.filter((draft) => !this.rows.has(draft.id)).map(({ file }) => file.name) };
    });
  }

  /** Lets go of the rows on the disk, and keeps none from now on; the shop there stays whole. */
  async dropRows(signal: AbortSignal): Promise<void> {
    this.#isLean = true;
    const rowless = <T extends KeptSource>(kept: readonly T[]) => kept.map((one) => ({ ...one, rows: null }));
    await this.amend(signal, (saved) => ({ ...saved, sources: rowless(saved.sources), removed: rowless(saved.removed ?? []) }));
    this.rows.clear();
    await this.sweep();
  }

  /** Changes what is written about the project, the data being as they are. */
  async amend(signal: AbortSignal, change: (saved: Manifest) => Manifest): Promise<void> {
    const { id } = this;
    if (id === null || this.#state === null) return;
    await this.#store.alone(id, async () => {
      const saved = await this.#store.read(id);
      if (saved && !signal.aborted) await this.#store.write(id, change(saved));
    });
  }

  /** Whether the data there are not those that this tab has taken up or written. */
  async isBehind(): Promise<boolean> {
    const saved = this.id === null ? null : await this.#read(this.id);
    return saved !== null && saved.state !== this.#state;
  }

  /** Deletes what nothing speaks of, such as what a save that failed has left. Never rejects: the next visit sweeps again. */
  async sweep(): Promise<void> {
    if (this.id !== null) await this.#store.sweep(this.id).catch(() => undefined);
  }

  /** Keeps the rows of each draft while there is room. */
  async #keepRows(
    waiting: readonly Draft[],
    keep: (draft: Draft) => Promise<KeptTableFiles | null>,
    write: () => Promise<void>
  ): Promise<void> {
    if (waiting.length === 0) return;
    try {
      for (const draft of waiting) {
        const rows = await keep(draft);
        if (rows) this.rows.set(draft.id, rows);
      }
      await write();
    } catch (error) {
      if (!isFull(error)) throw error;
      await write().catch(() => undefined); // those that found room; without it the shop stands as it was written
    }
  }

  /** What is there; null where nothing is, or nothing that can be read. */
  async #read(id: string): Promise<Manifest | null> {
    try {
      return await this.#store.read(id);
    } catch (error) {
      if (error instanceof UnreadableProject) return null;
      throw error;
    }
  }

  async #becomeCopy(sources: readonly Draft[]): Promise<void> {
    const from = this.shelf();
    this.#hold(this.#tools.newId());
    this.#state = null;
    for (const { id } of sources) {
      const rows = this.rows.get(id);
      if (!rows) continue;
      try {
        for (const { file } of rows.parts) await this.#store.writePart(this.shelf().id, file, await this.#store.part(from.id, file));
      } catch (error) {
        if (!isMissing(error)) throw error;
        this.rows.delete(id); // that file must be picked again when the shop is built anew
      }
    }
  }

  #hold(id: string): void {
    this.#letGo();
    this.id = id;
    this.#letGo = this.#store.hold(id);
  }
}

/** Whether the browser refused for want of room. */
export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
