import type { DraftChange } from '../sources/import.ts';
import type { Lighter } from '../sources/left-out.ts';
import type { Repair } from '../sources/repairs.ts';
import type { Draft } from '../sources/source.ts';
import { bringBack } from './bring-back.ts';
import { BuiltShop } from './built-shop.svelte.ts';
import { Drafting } from './drafting.svelte.ts';
import { EngineStart } from './engine-start.svelte.ts';
import type { Keeper } from './keeper.svelte.ts';
import { pipeline } from './late-pipeline.ts';
import type { ChangedFile, Origins, Reread } from './origins.svelte.ts';
import type { Keeping, Notice, RestartableEngine, ShopWatcher } from './project-events.ts';
import { ShopChanges } from './shop-changes.ts';
import type { Storage } from './storage.ts';
import type { Tabs } from './tabs.ts';
import { troubleOf, type Trouble } from './trouble.ts';
import type { Unfinished } from './unfinished.svelte.ts';
import { WorkQueue } from './work-queue.svelte.ts';

/** What the user brought: the files, how they are understood, and the shop built from them; kept on the disk by its keeper. */
export class Project {
  notice = $state<Notice | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  /** The name of the kept project that is being brought back, '' until it is known, else null. */
  opening = $state<string | null>(null);

  readonly engine: RestartableEngine;
  readonly keeper: Keeper;
  readonly unfinished: Unfinished;
  readonly origins: Origins;
  readonly #storage: Storage;
  readonly #tabs: Tabs;
  readonly #watcher: ShopWatcher;
  readonly #start: EngineStart;
  readonly #works: WorkQueue;
  readonly #drafting: Drafting;
  readonly #shop: BuiltShop;
  readonly #changes: ShopChanges;

  constructor(engine: RestartableEngine, storage: Storage, watcher: ShopWatcher, keeping: Keeping) {
    this.engine = engine;
    this.#watcher = watcher;
    this.keeper = keeping.keeper;
    this.unfinished = keeping.unfinished;
    this.origins = keeping.origins;
    this.#storage = storage;
    this.#tabs = keeping.tabs;
    keeping.tabs.hearSaved((id) => void keeping.keeper.lookWhetherBehind(id));
    keeping.tabs.hearForgotten(() => void this.#drop().then(() => (this.notice = 'forgotten-elsewhere')));
    this.#works = new WorkQueue(() => this.#start.endPractice());
    const [works, onchange] = [this.#works, () => this.#mark()];
    this.#drafting = new Drafting({ engine, works, storage, onchange, ...keeping });
    this.#shop = new BuiltShop({ engine, works, storage, watcher, drafting: this.#drafting, keeper: keeping.keeper });
    const [build, empty] = [(files: readonly Draft[]) => this.#build(files), () => this.#empty()];
    this.#changes = new ShopChanges({ keeper: keeping.keeper, sources: () => this.sources, build, empty });
    const last = storage.lastProject();
    if (last !== null) void this.open(last);
    void this.keeper.look();
    // A shop that is brought back is practice enough.
    const isIdle = () => !this.#works.isBusy && this.opening === null && this.facts === null;
    this.#start = new EngineStart(engine, (facts, signal) => watcher.practise(facts, signal), isIdle);
  }

  get status() {
    return this.#start.status;
  }
  get bootError() {
    return this.#start.error;
  }
  /** Nothing is compiled any more while the user waits. */
  get isWarm() {
    return this.#start.isWarm;
  }
  get work() {
    return this.#works.now;
  }
  /** Files that could not be used in the last go, and why. */
  get failures() {
    return this.#works.failures;
  }

  /** Grows with every change to the data; part of every cache key. */
  get revision() {
    return this.#shop.revision;
  }
  /** The shop that answers, or null before the first import. */
  get facts() {
    return this.#shop.facts;
  }
  /** Files behind the shop. */
  get sources() {
    return this.#shop.sources;
  }
  /** What the last files changed in a shop that was there before. */
  get change() {
    return this.#shop.change;
  }
  /** Files being understood, not analysed yet. */
  get drafts() {
    return this.#drafting.drafts;
  }
  /** What of the shop is not stored yet. */
  readonly rest = { isStored: () => this.#shop.isStored, store: () => this.#shop.store() };

  /**
   * Understands each file; a file that cannot be read is told in `failures` and leaves everything else as it was.
   * Where the shop's recipe leaves nothing to ask they join it at once. Says whether they did.
   */
  readonly add = (files: readonly File[]) => this.#take(files.map((file) => ({ file, replaces: [] })));

  /** Reads the files behind the shop again where they lie, each that changed in the place of what it was. */
  async readAgain(): Promise<Reread & { readonly isBuilt: boolean; readonly isChanged: boolean }> {
    const { changed, reread } = await this.origins.look(this.sources);
    const isBuilt = changed.length > 0 && (await this.#take(changed));
    return { ...reread, isBuilt, isChanged: changed.length > 0 };
  }

  async #take(files: readonly ChangedFile[]): Promise<boolean> {
    const isClear = await this.#drafting.read(files, this.sources, (file) => this.openFile(file));
    return isClear && this.facts !== null && this.analyse();
  }

  revise(draft: Draft, change: DraftChange): Promise<void> {
    this.#works.failures = [];
    return this.#drafting.revise(draft, change);
  }

  /** Less of the files of orders that memory did not suffice for, or that wait. */
  readonly takeLess = (lighter: Lighter) => this.#drafting.takeLess(lighter);
  readonly remove = (draft: Draft) => this.#drafting.remove(draft);

  /** The shop without some of its files, which can be put back; without the last one, no shop. */
  readonly takeOut = (ids: readonly string[]) => this.#changes.takeOut(ids);
  /** Those files in their old places again. Says whether the shop was built; if not, nothing changes. */
  readonly putBack = (ids: readonly string[]) => this.#changes.putBack(ids);
  /** The shop with these repairs in the place of those it has. Says whether it was built; if not, nothing changes. */
  readonly repair = (repairs: readonly Repair[]) => this.#changes.repair(repairs);

  /** Builds the shop from its files and the drafts. Says whether it was built; if not, the one before stays. */
  analyse(): Promise<boolean> {
    const { replaced } = this.#drafting;
    return this.#build([...this.sources.filter(({ id }) => !replaced.includes(id)), ...this.drafts]);
  }

  /** Stops the work under way, and the files that wait behind it. */
  readonly cancel = () => this.#works.cancel();

  /** Opens a project that is on the disk, in the place of the one that is open. */
  open(id: string): Promise<void> {
    this.opening = this.keeper.projects.find((one) => one.id === id)?.name ?? '';
    return this.#works.inTurn(async () => {
      try {
        await this.keeper.settled();
        if (this.facts !== null || this.drafts.length > 0) await this.#empty();
        await this.#bringBack(id);
      } catch (error) {
        // Nothing is written over what could not be read.
        this.keeper.leave();
        this.trouble = troubleOf(id, error);
      } finally {
        this.opening = null;
        this.#start.isWarm = true;
      }
    });
  }

  /** Takes in a project file: its recipe, and the project itself where the data came along. */
  async openFile(file: File): Promise<void> {
    const { takeIn } = await pipeline();
    const taken = await takeIn(this.keeper, file, () => this.startNew());
    this.trouble = 'kind' in taken ? taken : null;
    if ('id' in taken) await this.open(taken.id);
  }

  /** Begins with nothing; the project that was open stays on the disk. */
  startNew(): Promise<void> {
    return this.#works.inTurn(async () => {
      await this.keeper.settled();
      await this.#empty();
      this.keeper.leave();
    });
  }

  /** Deletes a project from the disk; the open one gives way to nothing. */
  async delete(id: string): Promise<void> {
    if (id === this.keeper.id) await this.startNew();
    await this.keeper.remove(id);
    await this.origins.forget(id);
  }

  /** Drops the files and the database with everything in it, here and in the page's other tabs; `empty` deletes what is on the disk. */
  async forget(empty: () => Promise<void>): Promise<void> {
    this.#tabs.tellForgotten();
    await this.#drop();
    await this.keeper.whileNobodyWrites(empty);
  }

  async #drop(): Promise<void> {
    this.cancel();
    this.keeper.stop();
    await this.keeper.settled();
    this.keeper.leave();
    this.#clear();
    [this.keeper.projects, this.#works.failures] = [[], []];
    this.notice = null;
    this.trouble = null;
    this.#mark();
    this.#storage.forget();
    await this.#start.again();
  }

  /** Starts the engine again after it was lost and makes the shop anew from the disk or the files still held. */
  async recover(): Promise<void> {
    const [held, waiting, hadShop] = [[...this.sources], [...this.drafts], this.facts !== null];
    this.#drafting.drafts = [];
    if (!(await this.#start.again())) return;
    const { openAgain } = await pipeline();
    const isWhole = !hadShop || (await this.#build(held));
    if (!isWhole) this.#clear();
    for (const draft of isWhole ? waiting : [...held, ...waiting]) {
      const again = await this.#works.run('reading', draft.file.name, (options) => openAgain(this.engine, this.keeper, draft, options));
      if (again) this.#drafting.drafts = [...this.drafts, again];
    }
    this.notice = isWhole ? 'engine-restarted' : 'engine-restarted-empty';
  }

  /** What it changes counts as unsaved from the first moment on. */
  #build(drafts: readonly Draft[]): Promise<boolean> {
    this.#works.failures = [];
    return this.keeper.owe(async () => {
      const built = await this.#shop.build(drafts);
      if (typeof built === 'object') this.trouble = { kind: 'missing', files: built.missing };
      if (built !== true) return false;
      this.trouble = null;
      await this.#askToKeep(); // before anything else can change the shop
      return true;
    });
  }

  /** Puts the project on the disk; whether that went well is the keeper's to say. */
  async keep(): Promise<void> {
    await this.keeper.owe(() => this.#askToKeep());
    await this.keeper.settled();
  }

  async #askToKeep(): Promise<void> {
    const { keeper, revision } = this;
    this.#mark();
    const { recipesOf } = await pipeline();
    if (revision !== this.revision) return; // everything was forgotten meanwhile
    const store = this.#shop.isStored ? null : this.rest.store;
    const done = keeper.save(this.facts, this.sources, recipesOf(this.sources, keeper.recipes), store);
    void done.then(async () => {
      if (keeper.phase === 'saved') this.#tabs.tellSaved(keeper.id);
      if (keeper.id !== null) await this.origins.keep(keeper.id, this.sources);
      this.#mark();
    });
  }

  /** Notes what would be lost if the tab ended now. */
  #mark(): void {
    const unkept = this.keeper.isSettled ? [] : this.sources.filter((draft) => !this.keeper.rowsOf(draft));
    this.unfinished.mark([...[...unkept, ...this.drafts].map(({ file }) => file.name), ...this.#drafting.waiting]);
  }

  async #bringBack(id: string): Promise<void> {
    const { engine, keeper, origins } = this;
    const tools = { engine, keeper, origins, drafting: this.#drafting, shop: this.#shop, changes: this.#changes };
    const back = await bringBack(tools, id, (name) => (this.opening = name));
    if (back === 'stands') return;
    if (back === 'gone') {
      keeper.leave();
      this.trouble = { kind: 'gone', id, detail: id, field: null };
      return;
    }
    // The tables are a cache of the rows: they are made anew once this turn has ended.
    void this.#build(back.anew).then(async (isBuilt) => {
      if (isBuilt) this.trouble = { kind: 'rebuilt' };
      // Rows that turned out to be damaged count as gone by now.
      else if (this.trouble === null) await this.#build(back.anew);
    });
  }

  /** No shop and no drafts, in the engine too. */
  async #empty(): Promise<void> {
    const { dropDraft, dropShop } = await pipeline();
    await this.#watcher.changing();
    for (const draft of this.drafts) await dropDraft(this.engine, draft);
    await dropShop(this.engine);
    this.#clear();
    this.#mark();
  }

  #clear(): void {
    this.#drafting.drafts = [];
    this.origins.leave();
    this.#shop.clear();
  }
}
