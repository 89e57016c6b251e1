import type { EngineService } from '../engine/contract.ts';
import type { Repair } from '../sources/repairs.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';
import type { Shelf } from './keeping.ts';
import { pipeline } from './late-pipeline.ts';
import type { KeptTableFiles, Manifest, Recipe } from './manifest.ts';
import type { ProjectFile } from './project-file.ts';
import { isMissing, type ProjectStore, type SavedProject } from './project-store.ts';
import type { Storage } from './storage.ts';

/** What a project keeper needs of its surroundings. */
export interface KeeperTools {
  readonly now: () => Date;
  readonly newId: () => string;
  /** Asks the browser not to throw away what is kept. */
  readonly persist: () => Promise<unknown>;
  /** Resolves when nobody waits for an answer. */
  readonly quiet: () => Promise<void>;
}

/** Why a project is not on the disk: no room left, no private file system, or something else. */
export type Unkept = 'full' | 'unavailable' | 'other';

const NOTHING = { catalogue: 'memory', absent: [], tables: [] } as const;

/** Keeps the project that is open on the disk, one save after the other, and knows the others that are there. */
export class Keeper {
  /** `idle`: there is nothing to keep. */
  phase = $state<'idle' | 'saving' | 'saved' | 'unsaved'>('idle');
  fault = $state<Unkept | null>(null);
  faultDetail = $state('');
  id = $state<string | null>(null);
  name = $state('');
  projects = $state.raw<readonly SavedProject[]>([]);
  /** The project was changed in another tab meanwhile, so this tab's work was kept as one of its own. */
  isCopy = $state(false);
  recipes = $state.raw<readonly Recipe[]>([]);
  /** What is done to doubtful orders whenever the shop is built. */
  repairs = $state.raw<readonly Repair[]>([]);

  readonly #engine: EngineService;
  readonly #store: ProjectStore;
  readonly #storage: Storage;
  readonly #tools: KeeperTools;
  #turn = 0;
  /** The rows of sources that are on the disk, by draft. */
  #rows = new Map<string, KeptTableFiles>();
  #letGo: () => void = () => undefined;
  #stop = new AbortController();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(engine: EngineService, store: ProjectStore, storage: Storage, tools: KeeperTools) {
    this.#engine = engine;
    this.#store = store;
    this.#storage = storage;
    this.#tools = tools;
  }

  /** The last save has ended, well or not. */
  get isSettled(): boolean {
    return this.phase === 'saved' || this.phase === 'unsaved';
  }

  /** Resolves when no save is under way. */
  settled(): Promise<unknown> {
    return this.#queue;
  }

  /** Looks again for what is on the disk. */
  async look(): Promise<void> {
    try {
      this.projects = await this.#store.list();
    } catch (error) {
      this.projects = [];
      this.#failed(error);
    }
  }

  /** Takes up a project that is on the disk; null when it is not. Throws `UnreadableProject`. */
  async take(id: string): Promise<Manifest | null> {
    const saved = await this.#store.read(id);
    if (!saved) return null;
    this.#hold(id);
    this.#turn = saved.turn;
    this.name = saved.manifest.name;
    this.recipes = saved.manifest.recipes;
    this.repairs = saved.manifest.repairs ?? [];
    this.#rows = new Map(saved.manifest.sources.flatMap(({ draft, rows }) => (rows ? [[draft.id, rows] as const] : [])));
    this.phase = 'saved';
    void this.#store.sweep(id);
    return saved.manifest;
  }

  /** Leaves the project as it is on the disk and begins with nothing. */
  leave(): void {
    this.#letGo();
    this.#letGo = () => undefined;
    this.id = null;
    this.name = '';
    this.#turn = 0;
    this.#rows = new Map();
    this.recipes = [];
    this.repairs = [];
    this.phase = 'idle';
    this.fault = null;
    this.isCopy = false;
    this.#storage.setLastProject(null);
  }

  /** Stops a save that is under way; what was on the disk before stays. */
  stop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  hashKey(): string {
    return this.#storage.hashKey(this.#tools.newId);
  }

  shelf(): Shelf {
    if (this.id === null) throw new RangeError('no project is open');
    return { store: this.#store, id: this.id, newName: this.#tools.newId, quiet: this.#tools.quiet };
  }

  rowsOf(draft: Draft): KeptTableFiles | undefined {
    return this.#rows.get(draft.id);
  }

  /** Writes the shop in the engine and the rows it was built of; rows still in the engine are dropped from it then. Never rejects. */
  save(facts: ShopFacts | null, sources: readonly Draft[], recipes: readonly Recipe[] = this.recipes): Promise<void> {
    const { signal } = this.#stop;
    const turn = this.#queue.then(async () => {
      try {
        this.phase = 'saving';
        await this.#saveNow(facts, sources, recipes, signal);
        this.phase = 'saved';
        this.fault = null;
      } catch (error) {
        if (!signal.aborted) this.#failed(error);
      } finally {
        // A lost engine has none.
        await pipeline()
          .then(({ dropRows }) => dropRows(this.#engine, sources))
          .catch(() => undefined);
      }
      void this.look();
    });
    this.#queue = turn;
    return turn;
  }

  /** Puts a project that came as a file on the disk, as one of its own. */
  async bringIn({ manifest, parts }: NonNullable<ProjectFile['data']>): Promise<string> {
    const id = this.#tools.newId();
    const letGo = this.#store.hold(id);
    try {
      for (const [name, bytes] of parts) await this.#store.writePart(id, name, bytes);
      await this.#store.write(id, { ...manifest, savedAt: this.#tools.now() });
    } catch (error) {
      await this.#store.remove(id);
      throw error;
    } finally {
      letGo();
    }
    await this.look();
    return id;
  }

  /** The open project as a file, its rows included where `withData`. */
  async asFile(withData: boolean): Promise<Blob> {
    await this.settled();
    const { projectBlob, recipeText } = await pipeline();
    const { id } = this;
    const saved = withData && id !== null ? await this.#store.read(id) : null;
    if (id === null || !saved) return new Blob([recipeText(this.name, this.recipes, this.repairs)], { type: 'application/json' });
    return projectBlob({ ...saved.manifest, name: this.name }, (name) => this.#store.part(id, name));
  }

  async rename(name: string, facts: ShopFacts | null): Promise<void> {
    const given = name.trim().slice(0, 200);
    if (given === '') return;
    this.name = given;
    await this.settled();
    const { id } = this;
    if (id === null || facts === null) return;
    await this.#store.alone(id, async () => {
      const saved = await this.#store.read(id);
      if (!saved) return;
      const turn = await this.#store.write(id, { ...saved.manifest, name: given });
      if (saved.turn === this.#turn) this.#turn = turn;
    });
    await this.look();
  }

  async remove(id: string): Promise<void> {
    if (id === this.id) this.stop();
    await this.settled();
    await this.#store.alone(id, () => this.#store.remove(id));
    if (id === this.id) this.leave();
    await this.look();
  }

  async #saveNow(facts: ShopFacts | null, sources: readonly Draft[], recipes: readonly Recipe[], signal: AbortSignal): Promise<void> {
    // Asked once: a browser that has said no is not asked again and again.
    if (!this.#storage.hasAskedToPersist()) {
      this.#storage.setAskedToPersist();
      await this.#tools.persist().catch(() => undefined); // without it the browser may clear up when the disk is full
    }
    const { keepShop, keptDraft, keepRows } = await pipeline();
    const id = this.id ?? this.#tools.newId();
    if (this.id === null) this.#hold(id);
    if (this.name === '') this.name = facts?.name ?? '–';
    this.recipes = recipes;
    await this.#store.alone(id, async () => {
      if ((await this.#store.turn(id)) !== this.#turn) await this.#becomeCopy(sources);
      const shelf = this.shelf();
      const shop = facts === null ? NOTHING : await keepShop(this.#engine, shelf, sources, signal);
      const write = async () => {
        const kept = sources.map((draft) => ({ file: draft.file.name, draft: keptDraft(draft), rows: this.#rows.get(draft.id) ?? null }));
        const manifest = { name: this.name, savedAt: this.#tools.now(), facts, ...shop, sources: kept, recipes, repairs: this.repairs };
        this.#turn = await this.#store.write(shelf.id, manifest);
      };
      await write();
      // The shop is safe; the rows behind it are needed only when files are added or taken out.
      const waiting = sources.filter((draft) => !this.#rows.has(draft.id) && 'raw' in draft);
      for (const draft of waiting) {
        this.#rows.set(draft.id, await keepRows(this.#engine, shelf, draft, signal));
      }
      if (waiting.length > 0) await write();
    });
    this.#storage.setLastProject(this.id);
    if (this.id !== null) await this.#store.sweep(this.id);
  }

  async #becomeCopy(sources: readonly Draft[]): Promise<void> {
    const from = this.shelf();
    this.#hold(this.#tools.newId());
    this.#turn = 0;
    this.isCopy = true;
    for (const { id } of sources) {
      const rows = this.#rows.get(id);
      if (!rows) continue;
      try {
        for (const { file } of rows.parts) await this.#store.writePart(this.shelf().id, file, await this.#store.part(from.id, file));
      } catch (error) {
        if (!isMissing(error)) throw error;
        this.#rows.delete(id); // that file must be picked again when the shop is built anew
      }
    }
  }

  #hold(id: string): void {
    this.#letGo();
    this.id = id;
    this.#letGo = this.#store.hold(id);
    this.#storage.setLastProject(id);
  }

  #failed(error: unknown): void {
    this.phase = 'unsaved';
    this.faultDetail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const name = error instanceof Error ? error.name : '';
    if (name === 'QuotaExceededError') this.fault = 'full';
    else this.fault = ['SecurityError', 'NotAllowedError', 'TypeError', 'InvalidStateError'].includes(name) ? 'unavailable' : 'other';
  }
}
