import type { EngineService } from '../engine/contract.ts';
import type { Repair } from '../sources/repairs.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';
import type { KeeperTools, Unkept } from './keeper-tools.ts';
import type { Shelf } from './keeping.ts';
import { pipeline } from './late-pipeline.ts';
import type { Definitions, KeptTableFiles, Manifest, Recipe } from './manifest.ts';
import type { ProjectFile } from './project-file.ts';
import type { Removed } from './removed.ts';
import { isFull, OnDisk } from './on-disk.svelte.ts';
import type { ProjectStore, SavedProject } from './project-store.ts';
import type { Storage } from './storage.ts';

/** `idle`: there is nothing to keep. */
type Phase = 'idle' | 'saving' | 'saved' | 'unsaved';

/** Keeps the project that is open on the disk, one save after the other, and knows the others that are there. */
export class Keeper {
  #last = $state<Phase>('idle');
  /** Changes that are not on the disk yet: under way, waiting, or being written. */
  #owed = $state(0);
  fault = $state<Unkept | null>(null);
  faultDetail = $state('');
  name = $state('');
  projects = $state.raw<readonly SavedProject[]>([]);
  /** The project was changed in another tab meanwhile, so this tab's work was kept as one of its own. */
  isCopy = $state(false);
  recipes = $state.raw<readonly Recipe[]>([]);
  /** What is done to doubtful orders whenever the shop is built. */
  repairs = $state.raw<readonly Repair[]>([]);
  /** Files that were taken out of the shop and can be put back. */
  removed = $state.raw<readonly Removed[]>([]);
  /** Another tab has changed the project, and this one shows it as it was before. */
  isBehind = $state(false);
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

  /** Not `saved` before the manifest is written that tells every change. */
  get phase(): Phase {
    return this.#owed > 0 ? 'saving' : this.#last;
  }

  /** The last save has ended, well or not, and nothing has changed since. */
  get isSettled(): boolean {
    return this.phase === 'saved' || this.phase === 'unsaved';
  }

  /** Does what will have to be saved, and asks for that save before it ends. */
  async owe<T>(change: () => Promise<T>): Promise<T> {
    this.#owed += 1;
    try {
      return await change();
    } finally {
      this.#owed -= 1;
    }
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
    this.removed = (saved.removed ?? []).map(({ file, draft, place }) => ({ draft: { ...draft, file: new File([], file) }, place }));
    this.isBehind = false;
    this.#last = 'saved';
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
    this.removed = [];
    this.isBehind = false;
    this.#last = 'idle';
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
  save(
    facts: ShopFacts | null,
    sources: readonly Draft[],
    recipes: readonly Recipe[] = this.recipes,
    store: (() => Promise<void>) | null = null
  ): Promise<void> {
    this.recipes = recipes;
    return this.#inTurn(sources, (signal) => this.#saveNow(facts, sources, signal), store);
  }

  /** Saves the shop alone, after letting go of the rows of its files on the disk: for when there is no room. Never rejects. */
  saveLean(facts: ShopFacts | null, sources: readonly Draft[]): Promise<void> {
    return this.#inTurn(sources, async (signal) => {
      await this.#disk.dropRows(signal);
      await this.#saveNow(facts, sources, signal);
    });
  }

  /** `store` is done before anything else, when nobody waits: until then the shop needs the rows. */
  #inTurn(
    sources: readonly Draft[],
    work: (signal: AbortSignal) => Promise<void>,
    store: (() => Promise<void>) | null = null
  ): Promise<void> {
    const { signal } = this.#stop;
    this.#owed += 1;
    const turn = this.#queue.then(async () => {
      try {
        this.fault = null;
        if (store) await this.#tools.quiet();
        await store?.();
        await work(signal);
        this.#last = 'saved';
      } catch (error) {
        if (!signal.aborted) this.#failed(error);
      } finally {
        this.#owed -= 1;
        // A lost engine has none, and a shop that could not be stored needs them.
        await Promise.resolve(store?.())
          .then(pipeline)
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
    await this.#store.bringIn(id, { ...manifest, savedAt: this.#tools.now() }, parts);
    await this.look();
    return id;
  }

  /** The open project as a file; with its rows, where `facts` and `sources` say what is in the engine. */
  async asFile(data: { readonly facts: ShopFacts | null; readonly sources: readonly Draft[] } | null): Promise<Blob> {
    await this.settled();
    const { projectBlob, recipeText, projectInMemory } = await pipeline();
    const { id } = this;
    if (!data) return new Blob([recipeText(this)], { type: 'application/json' });
    const isOnDisk = this.#last === 'saved' && this.rowless.length === 0;
    const saved = isOnDisk && id !== null ? await this.#store.read(id) : null;
    // What was removed stays here.
    if (id !== null && saved) return projectBlob({ ...saved, removed: [] }, (name) => this.#store.part(id, name));
    return projectInMemory(this.#engine, this, this.#store, data, this.#tools);
  }

  async rename(name: string): Promise<void> {
    const given = name.trim().slice(0, 200);
    if (given === '') return;
    this.name = given;
    await this.amend((saved) => ({ ...saved, name: given }));
    await this.look();
  }

  /** Keeps how pages count; what is null goes back to the page's own. */
  async define(values: Readonly<Record<string, string | null>>): Promise<void> {
    const all = Object.entries({ ...this.definitions, ...values }).filter((one): one is [string, string] => one[1] !== null);
    this.definitions = Object.fromEntries(all);
    await this.amend((saved) => ({ ...saved, definitions: this.definitions }));
  }

  /** Throws a removed file away for good, with its rows. */
  async throwAway(id: string): Promise<void> {
    this.removed = this.removed.filter(({ draft }) => draft.id !== id);
    await this.amend((saved) => ({ ...saved, removed: saved.removed?.filter(({ draft }) => draft.id !== id) ?? [] }));
    await this.#disk.sweep();
  }

  /** Looks whether another tab, which has saved `id`, has changed the data that this one shows. */
  async lookWhetherBehind(id: string): Promise<void> {
    if (id !== this.id) return;
    await this.settled();
    // Where it cannot be read just now, the next save tells.
    if (id === this.id) this.isBehind = await this.#disk.isBehind().catch(() => false);
    await this.look();
  }

  /** Changes what is written about the project, once the saves before it are done. */
  amend(change: (saved: Manifest) => Manifest): Promise<void> {
    return this.owe(async () => {
      await this.settled();
      await this.#disk.amend(this.#stop.signal, change).catch((error: unknown) => this.#failed(error));
    });
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
    const { name, recipes, repairs, definitions, removed } = this;
    const done = await this.#disk.save({ name, recipes, repairs, definitions, facts }, { sources, removed }, signal);
    this.rowless = done.rowless;
    this.isBehind = false;
    if (done.isCopy) this.isCopy = true;
    this.#storage.setLastProject(this.id);
  }

  #failed(error: unknown): void {
    this.#last = 'unsaved';
    this.faultDetail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const name = error instanceof Error ? error.name : '';
    if (isFull(error)) this.fault = 'full';
    else this.fault = ['SecurityError', 'NotAllowedError', 'TypeError', 'InvalidStateError'].includes(name) ? 'unavailable' : 'other';
  }
}
