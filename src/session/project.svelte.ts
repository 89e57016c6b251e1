import type { RequestRecord } from '../engine/contract.ts';
import type { Locale } from '../i18n/locale.ts';
import { headersKey } from '../sources/header.ts';
import type { DraftChange } from '../sources/import.ts';
import type { Repair } from '../sources/repairs.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';
import type { Change } from './change.ts';
import { Drafting } from './drafting.svelte.ts';
import { EngineStart } from './engine-start.svelte.ts';
import type { Keeper } from './keeper.svelte.ts';
import { pipeline } from './late-pipeline.ts';
import { Practice } from './practice.ts';
import type { Notice, RestartableEngine, ShopWatcher } from './project-events.ts';
import type { Storage } from './storage.ts';
import { troubleOf, type Trouble } from './trouble.ts';
import type { Unfinished } from './unfinished.svelte.ts';
import { WorkQueue } from './work-queue.svelte.ts';

/** What the user brought: the files, how they are understood, and the shop built from them; kept on the disk by its keeper. */
export class Project {
  /** Grows with every change to the data; part of every cache key. */
  revision = $state(0);
  /** The shop that answers, or null before the first import. */
  facts = $state.raw<ShopFacts | null>(null);
  /** Files behind the shop. */
  sources = $state.raw<readonly Draft[]>([]);
  notice = $state<Notice | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  /** The name of the kept project that is being brought back, '' until it is known, else null. */
  opening = $state<string | null>(null);
  /** What the last files changed in a shop that was there before. */
  change = $state.raw<Change | null>(null);
  /** The engine's code has been run once: nothing is compiled any more while the user waits. */
  isWarm = $state(false);

  readonly engine: RestartableEngine;
  readonly keeper: Keeper;
  readonly unfinished: Unfinished;
  readonly #storage: Storage;
  readonly #watcher: ShopWatcher;
  readonly #start: EngineStart;
  readonly #works: WorkQueue;
  readonly #practice: Practice;
  readonly #drafting: Drafting;

  constructor(engine: RestartableEngine, storage: Storage, watcher: ShopWatcher, keeping: { keeper: Keeper; unfinished: Unfinished }) {
    this.engine = engine;
    this.#storage = storage;
    this.#watcher = watcher;
    this.keeper = keeping.keeper;
    this.unfinished = keeping.unfinished;
    this.#practice = new Practice(engine, (facts, signal) => watcher.practise(facts, signal));
    this.#works = new WorkQueue(() => this.#practice.end());
    const [works, onchange] = [this.#works, () => this.#mark()];
    this.#drafting = new Drafting({ engine, works, keeper: this.keeper, storage, onchange });
    const last = storage.lastProject();
    if (last !== null) void this.open(last);
    void this.keeper.look();
    this.#start = new EngineStart(engine, () => {
      // A shop that is brought back is practice enough.
      const isIdle = !this.#works.isBusy && this.opening === null && this.facts === null;
      void (isIdle ? this.#practice.run() : Promise.resolve()).then(() => (this.isWarm = true));
    });
  }

  get status() {
    return this.#start.status;
  }
  get bootError() {
    return this.#start.error;
  }

  get work() {
    return this.#works.now;
  }
  /** Files that could not be used in the last go, and why. */
  get failures() {
    return this.#works.failures;
  }

  /** Files being understood, not analysed yet. */
  get drafts() {
    return this.#drafting.drafts;
  }

  /** Understands each file; a file that cannot be read is told in `failures` and leaves everything else as it was. */
  async add(files: readonly File[]): Promise<void> {
    this.#works.failures = [];
    await this.#drafting.read(files, (file) => this.openFile(file));
  }

  /** The sample shop, through the same import as any file, and straight to its answers. */
  async addSample(locale: Locale): Promise<void> {
    const { sampleShop } = await pipeline();
    await this.add(sampleShop(locale));
    if (this.failures.length === 0 && this.drafts.every((draft) => draft.questions.every((question) => question.answer !== null)))
      await this.analyse();
  }

  revise(draft: Draft, change: DraftChange): Promise<void> {
    this.#works.failures = [];
    return this.#drafting.revise(draft, change);
  }

  remove(draft: Draft): Promise<void> {
    return this.#drafting.remove(draft);
  }

  /** The shop without one of its files; without the last one, no shop. */
  removeSource(draft: Draft): Promise<void> {
    return this.takeOut([draft.id]);
  }

  /** The shop without some of its files. */
  async takeOut(ids: readonly string[]): Promise<void> {
    this.#works.failures = [];
    const left = this.sources.filter((one) => !ids.includes(one.id));
    if (left.length > 0) return void (await this.#build(left));
    await this.keeper.settled();
    await this.#empty();
    await this.keeper.save(null, []);
  }

  /** Builds the shop from its files and the drafts. Says whether it was built; if not, the one before stays. */
  analyse(): Promise<boolean> {
    this.#works.failures = [];
    return this.#build([...this.sources, ...this.drafts]);
  }

  /** The shop with these repairs in the place of those it has. Says whether it was built; if not, nothing changes. */
  async repair(repairs: readonly Repair[]): Promise<boolean> {
    this.#works.failures = [];
    const before = this.keeper.repairs;
    this.keeper.repairs = repairs;
    const isBuilt = await this.#build(this.sources);
    if (!isBuilt) this.keeper.repairs = before;
    return isBuilt;
  }

  /** Stops the work under way, and the files that wait behind it. */
  cancel(): void {
    this.#works.cancel();
  }

  requests(): Promise<readonly RequestRecord[]> {
    return this.engine.requests();
  }

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
        this.trouble = troubleOf(error);
      } finally {
        this.opening = null;
        this.isWarm = true;
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

  /** Drops the files and the database with everything in it; what is on the disk is the caller's. */
  async forget(): Promise<void> {
    this.cancel();
    this.keeper.stop();
    await this.keeper.settled();
    this.keeper.leave();
    this.#clear();
    this.#works.failures = [];
    this.notice = null;
    this.trouble = null;
    this.#mark();
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

  async #build(drafts: readonly Draft[]): Promise<boolean> {
    await this.keeper.settled();
    const { buildAgain, withoutRows, changeOf } = await pipeline();
    const missing = withoutRows(this.keeper, drafts, this.drafts);
    // The same file picked again stands in for the one whose rows are gone.
    const left = missing.filter((one) => !this.drafts.some(({ file }) => file.name === one.file.name));
    if (left.length > 0) {
      this.trouble = { kind: 'missing', files: left.map(({ file }) => file.name) };
      return false;
    }
    const name = (this.drafts.length > 0 ? this.drafts : drafts.slice(0, 1)).map(({ file }) => file.name).join(', ');
    const built = await this.#works.run('building', name, async (options) => {
      await this.#watcher.changing();
      const given = drafts.filter((draft) => !missing.includes(draft));
      return buildAgain(this.engine, this.keeper, given, this.drafts, { ...options, samePeople: this.facts?.samePeople?.links });
    });
    if (!built) return false;
    for (const draft of this.drafts) this.#storage.rememberMapping(headersKey(draft.sketch.columns), draft.mapping);
    this.change = changeOf(this.facts, built.facts, this.drafts, this.keeper.recipes);
    this.facts = built.facts;
    this.sources = built.open;
    this.#drafting.drafts = this.drafts.filter((draft) => !built.open.includes(draft));
    this.trouble = null;
    this.#changed();
    void this.keep();
    return true;
  }

  /** Puts the project on the disk; whether that went well is the keeper's to say. */
  async keep(): Promise<void> {
    this.#mark();
    const { recipesOf } = await pipeline();
    await this.keeper.save(this.facts, this.sources, recipesOf(this.sources, this.keeper.recipes));
    this.#mark();
  }

  /** Notes what would be lost if the tab ended now. */
  #mark(): void {
    const unkept = this.keeper.isSettled ? [] : this.sources.filter((draft) => !this.keeper.rowsOf(draft));
    this.unfinished.mark([...[...unkept, ...this.drafts].map(({ file }) => file.name), ...this.#drafting.waiting]);
  }

  async #bringBack(id: string): Promise<void> {
    const { bringBackProject } = await pipeline();
    const back = await bringBackProject(this.engine, this.keeper, id, (name) => (this.opening = name));
    if (back === null) {
      this.keeper.leave();
      this.trouble = { kind: 'gone', detail: id };
      return;
    }
    this.#drafting.countOn(back.sources);
    this.sources = back.sources;
    this.facts = back.facts;
    if (back.facts) return this.#changed();
    if (back.isWhole) return;
    // The tables are a cache of the rows: they are made anew once this turn has ended.
    void this.#build(back.sources).then((isBuilt) => {
      if (isBuilt) this.trouble = { kind: 'rebuilt' };
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
    [this.facts, this.#drafting.drafts, this.sources, this.change] = [null, [], [], null];
    this.#changed();
  }

  #changed(): void {
    this.revision += 1;
    this.#watcher.changed(this.revision);
  }
}
