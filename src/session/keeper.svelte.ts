import type { EngineService } from '../engine/contract.ts';
import type { Repair } from '../sources/repairs.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';
import type { Shelf } from './keeping.ts';
import { pipeline } from './late-pipeline.ts';
import type { Definitions, KeptTableFiles, Manifest, Recipe } from './manifest.ts';
import type { ProjectFile } from './project-file.ts';
import { isFull, OnDisk } from './on-disk.svelte.ts';
import type { ProjectStore, SavedProject } from './project-store.ts';
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

/** Keeps the project that is open on the disk, one save after the other, and knows the others that are there. */
export class Keeper {
  /** `idle`: there is nothing to keep. */
  phase = $state<'idle' | 'saving' | 'saved' | 'unsaved'>('idle');
  fault = $state<Unkept | null>(null);
  faultDetail = $state('');
  name = $state('');
  projects = $state.raw<readonly SavedProject[]>([]);
  /** The project was changed in another tab meanwhile, so this tab's work was kept as one of its own. */
  isCopy = $state(false);
  recipes = $state.raw<readonly Recipe[]>([]);
  /** What is done to doubtful orders whenever the shop is built. */
  repairs = $state.raw<readonly Repair[]>([]);
  /** How pages count, as the parameters of their addresses. */
  definitions = $state.raw<Definitions>({});
  /** Files of the saved shop whose rows are not on the disk, for want of room. */
  rowless = $state.raw<readonly string[]>([]);

  readonly #engine: EngineService;
  readonly #store: ProjectStore;
  readonly #storage: Storage;
  readonly #tools: KeeperTools;
  readonly #disk: OnDisk;
  #stop = new AbortController();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(engine: EngineService, store: ProjectStore, storage: Storage, tools: KeeperTools) {
    this.#engine = engine;
    this.#store = store;
    this.#storage = storage;
    this.#tools = tools;
    this.#disk = new OnDisk(engine, store, tools);
  }

  /** The project on the disk; null when none is open, or nothing was kept yet. */
  get id(): string | null {
    return this.#disk.id;
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
    this.#disk.take(id, saved);
    this.#storage.setLastProject(id);
    this.name = saved.name;
    this.recipes = saved.recipes;
    this.repairs = saved.repairs;
    this.definitions = saved.definitions;
    this.phase = 'saved';
    void this.#disk.sweep();
    return saved;
  }

  /** Leaves the project as it is on the disk and begins with nothing. */
  leave(): void {
    this.#disk.leave();
    this.name = '';
    this.recipes = [];
    this.repairs = [];
    this.definitions = {};
    this.rowless = [];
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
    return this.#disk.shelf();
  }

  rowsOf(draft: Draft): KeptTableFiles | undefined {
    return this.#disk.rows.get(draft.id);
  }

  /** The rows of a source on the disk turned out not to be what was put there. */
  loseRows(draft: Draft): void {
    this.#disk.rows.delete(draft.id);
  }

  /** Writes the shop in the engine and the rows it was built of; rows still in the engine are dropped from it then. Never rejects. */
  save(facts: ShopFacts | null, sources: readonly Draft[], recipes: readonly Recipe[] = this.recipes): Promise<void> {
    this.recipes = recipes;
    return this.#inTurn(sources, (signal) => this.#saveNow(facts, sources, signal));
  }

  /** Saves the shop alone, after letting go of the rows of its files on the disk: for when there is no room. Never rejects. */
  saveLean(facts: ShopFacts | null, sources: readonly Draft[]): Promise<void> {
    return this.#inTurn(sources, async (signal) => {
      await this.#disk.dropRows(signal);
      await this.#saveNow(facts, sources, signal);
    });
  }

  #inTurn(sources: readonly Draft[], work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#stop;
    const turn = this.#queue.then(async () => {
      try {
        this.phase = 'saving';
        this.fault = null;
        await work(signal);
        this.phase = 'saved';
      } catch (error) {
        if (!signal.aborted) this.#failed(error);
      } finally {
        // A lost engine has none.
        await pipeline()
          .then(({ dropRows }) => dropRows(this.#engine, sources))
          .catch(() => undefined);
        // What a save that failed has left takes room.
        await this.#disk.sweep();
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

  /** The open project as a file; with its rows, where `facts` and `sources` say what is in the engine. */
  async asFile(data: { readonly facts: ShopFacts | null; readonly sources: readonly Draft[] } | null): Promise<Blob> {
    await this.settled();
    const { projectBlob, recipeText, projectInMemory } = await pipeline();
    const { id } = this;
    if (!data) return new Blob([recipeText(this)], { type: 'application/json' });
    const isOnDisk = this.phase === 'saved' && this.rowless.length === 0;
    const saved = isOnDisk && id !== null ? await this.#store.read(id) : null;
    if (id !== null && saved) return projectBlob(saved, (name) => this.#store.part(id, name));
    return projectInMemory(this.#engine, this, this.#store, data, this.#tools);
  }

  async rename(name: string): Promise<void> {
    const given = name.trim().slice(0, 200);
    if (given === '') return;
    this.name = given;
    await this.settled();
    await this.#disk.amend(this.#stop.signal, (saved) => ({ ...saved, name: given })).catch((error: unknown) => this.#failed(error));
    await this.look();
  }

  /** Keeps how pages count; what is null goes back to the page's own. */
  async define(values: Readonly<Record<string, string | null>>): Promise<void> {
    const all = Object.entries({ ...this.definitions, ...values }).filter((one): one is [string, string] => one[1] !== null);
    this.definitions = Object.fromEntries(all);
    await this.settled();
    await this.#disk
      .amend(this.#stop.signal, (saved) => ({ ...saved, definitions: this.definitions }))
      .catch((error: unknown) => this.#failed(error));
  }

  /** Runs `work` while no tab writes anything. */
  whileNobodyWrites<T>(work: () => Promise<T>): Promise<T> {
    return this.#store.whileNobodyWrites(work);
  }

  async remove(id: string): Promise<void> {
    if (id === this.id) this.stop();
    await this.settled();
    await this.#store.alone(id, () => this.#store.remove(id));
    if (id === this.id) this.leave();
    await this.look();
  }

  async #saveNow(facts: ShopFacts | null, sources: readonly Draft[], signal: AbortSignal): Promise<void> {
    // Asked once: a browser that has said no is not asked again and again.
    if (!this.#storage.hasAskedToPersist()) {
      this.#storage.setAskedToPersist();
      await this.#tools.persist().catch(() => undefined); // without it the browser may clear up when the disk is full
    }
    if (this.name === '') this.name = facts?.name ?? '–';
    const { name, recipes, repairs, definitions } = this;
    const done = await this.#disk.save({ name, recipes, repairs, definitions, facts }, sources, signal);
    this.rowless = done.rowless;
    if (done.isCopy) this.isCopy = true;
    this.#storage.setLastProject(this.id);
  }

  #failed(error: unknown): void {
    this.phase = 'unsaved';
    this.faultDetail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const name = error instanceof Error ? error.name : '';
    if (isFull(error)) this.fault = 'full';
    else this.fault = ['SecurityError', 'NotAllowedError', 'TypeError', 'InvalidStateError'].includes(name) ? 'unavailable' : 'other';
  }
}
