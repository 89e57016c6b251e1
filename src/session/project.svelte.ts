import { EngineError, type EngineService, type LoadProgress, type RequestRecord } from '../engine/contract.ts';
import type { Locale } from '../i18n/locale.ts';
import { workOn } from '../sources/engine-work.ts';
import { headersKey } from '../sources/header.ts';
import { buildShop, dropDraft, dropShop, openDraft, reviseDraft, type DraftChange, type ImportOptions } from '../sources/import.ts';
import { sampleShop } from '../sources/sample-shop.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';
import type { Storage } from './storage.ts';
import { warmUp } from './warm-up.ts';

export interface Work {
  readonly label: 'reading' | 'checking' | 'building';
  readonly file: string;
  readonly progress: LoadProgress | null;
}

/** Something that happened to the data and must be said. */
export type Notice = 'engine-restarted' | 'engine-restarted-empty';

/** An engine that can be started again after it was lost. */
export interface RestartableEngine extends EngineService {
  restart(): Promise<unknown>;
}

/** Called before the shop changes (to close what reads it) and after (with its new facts). */
export interface ShopWatcher {
  changing(): Promise<void>;
  changed(revision: number): void;
  /** Asks what pages ask, of a shop that nobody sees. */
  practise(facts: ShopFacts, signal: AbortSignal): Promise<unknown>;
}

/** What the user brought: the files, how they are understood, and the shop built from them. */
export class Project {
  status = $state<'starting' | 'ready' | 'failed' | 'restarting'>('starting');
  bootError = $state.raw<unknown>(null);
  /** Grows with every change to the data; part of every cache key. */
  revision = $state(0);
  /** The shop that answers, or null before the first import. */
  facts = $state.raw<ShopFacts | null>(null);
  /** Files being understood, not analysed yet. */
  drafts = $state.raw<readonly Draft[]>([]);
  /** Files behind the shop. */
  sources = $state.raw<readonly Draft[]>([]);
  work = $state.raw<Work | null>(null);
  /** Files that could not be used in the last go, and why. */
  failures = $state.raw<readonly { readonly file: string; readonly error: unknown }[]>([]);
  notice = $state<Notice | null>(null);
  /** The engine's code has been run once: nothing is compiled any more while the user waits. */
  isWarm = $state(false);

  readonly engine: RestartableEngine;
  readonly #storage: Storage;
  readonly #watcher: ShopWatcher;
  #stop: AbortController | null = null;
  /** Ends with the last work asked for: one at a time, in the order asked. */
  #queue: Promise<unknown> = Promise.resolve();
  #drafted = 0;
  #cancels = 0;
  #warming: { readonly stop: AbortController; readonly end: Promise<void> } | null = null;

  constructor(engine: RestartableEngine, storage: Storage, watcher: ShopWatcher) {
    this.engine = engine;
    this.#storage = storage;
    this.#watcher = watcher;
    engine.ready().then(
      () => {
        if (this.status !== 'starting') return;
        this.status = 'ready';
        if (this.#stop === null) this.#warm();
      },
      (error: unknown) => this.#bootFailed(error)
    );
  }

  /** Understands each file; a file that cannot be read is told in `failures` and leaves everything else as it was. */
  async add(files: readonly File[]): Promise<void> {
    this.failures = [];
    const cancels = this.#cancels;
    for (const given of files) {
      if (this.#cancels !== cancels) return;
      for (const file of (await this.#expanded(given)) ?? []) {
        if (this.#cancels !== cancels) return;
        const id = `f${++this.#drafted}`;
        const draft = await this.#working('reading', file.name, (options) => openDraft(this.engine, id, file, options));
        if (draft) this.drafts = [...this.drafts, draft];
      }
    }
  }

  /** The sample shop, through the same import as any file, and straight to its answers. */
  async addSample(locale: Locale): Promise<void> {
    await this.add(sampleShop(locale));
    if (this.failures.length === 0 && this.drafts.every((draft) => draft.questions.every((question) => question.answer !== null)))
      await this.analyse();
  }

  async revise(draft: Draft, change: DraftChange): Promise<void> {
    this.failures = [];
    const revised = await this.#working('checking', draft.file.name, (options) => reviseDraft(this.engine, draft, change, options));
    if (!revised) return;
    this.drafts = this.drafts.map((one) => (one.id === draft.id ? revised : one));
    this.#storage.rememberMapping(headersOf(revised), revised.mapping);
  }

  async remove(draft: Draft): Promise<void> {
    this.drafts = this.drafts.filter((one) => one.id !== draft.id);
    await dropDraft(this.engine, draft);
  }

  /** The shop without one of its files; without the last one, no shop. */
  async removeSource(draft: Draft): Promise<void> {
    const left = this.sources.filter((one) => one.id !== draft.id);
    if (left.length > 0) return void (await this.#build(left));
    await this.#watcher.changing();
    await dropShop(this.engine);
    this.facts = null;
    this.sources = [];
    this.#changed();
  }

  /** Builds the shop from its files and the drafts. Says whether it was built; if not, the one before stays. */
  analyse(): Promise<boolean> {
    this.failures = [];
    return this.#build([...this.sources, ...this.drafts]);
  }

  /** Stops the work under way, and the files that wait behind it. */
  cancel(): void {
    this.#cancels += 1;
    this.#stop?.abort();
  }

  requests(): Promise<readonly RequestRecord[]> {
    return this.engine.requests();
  }

  /** Drops the files and the database with everything in it. */
  async forget(): Promise<void> {
    this.cancel();
    this.facts = null;
    this.drafts = [];
    this.sources = [];
    this.failures = [];
    this.notice = null;
    this.#changed();
    await this.#restart();
  }

  /** Starts the engine again after it was lost and makes the shop anew from the files still held. */
  async recover(): Promise<void> {
    const held = [...this.sources];
    const waiting = [...this.drafts];
    const hadShop = this.facts !== null;
    this.drafts = [];
    if (!(await this.#restart())) return;
    const reopened: Draft[] = [];
    for (const draft of [...held, ...waiting]) {
      const again = await this.#working('reading', draft.file.name, (options) =>
        openDraft(this.engine, draft.id, draft.file, { ...options, shape: draft.sketch.shape, remembered: () => draft.mapping })
      );
      if (again) reopened.push(again);
    }
    const sources = reopened.filter((draft) => held.some((one) => one.id === draft.id));
    this.drafts = reopened.filter((draft) => !sources.includes(draft));
    const isWhole = !hadShop || (sources.length === held.length && (await this.#build(sources)));
    if (!isWhole) {
      this.facts = null;
      this.sources = [];
      this.drafts = reopened;
      this.#changed();
    }
    this.notice = isWhole ? 'engine-restarted' : 'engine-restarted-empty';
  }

  /** The files inside an archive, or the file itself. */
  #expanded(file: File): Promise<File[] | null> {
    const job = `expand:${this.#drafted}`;
    return this.#working('reading', file.name, ({ signal, onProgress }) =>
      workOn(this.engine, job, signal).call(() => this.engine.expand(job, file, onProgress))
    );
  }

  #warm(): void {
    const stop = new AbortController();
    const warming = warmUp(this.engine, (facts, signal) => this.#watcher.practise(facts, signal), stop.signal);
    // Practice may fail without harm; whatever is wrong shows, in words, with the user's own file.
    const end = warming
      .catch(() => undefined)
      .then(() => {
        this.#warming = null;
        this.isWarm = true;
      });
    this.#warming = { stop, end };
  }

  async #restart(): Promise<boolean> {
    this.status = 'restarting';
    try {
      await this.engine.restart();
      this.status = 'ready';
      return true;
    } catch (error) {
      this.#bootFailed(error);
      return false;
    }
  }

  async #build(drafts: readonly Draft[]): Promise<boolean> {
    const name = drafts.map((draft) => draft.file.name).join(', ');
    const facts = await this.#working('building', name, async (options) => {
      await this.#watcher.changing();
      return buildShop(this.engine, drafts, options);
    });
    if (!facts) return false;
    for (const draft of this.drafts) this.#storage.rememberMapping(headersOf(draft), draft.mapping);
    this.facts = facts;
    this.sources = drafts;
    this.drafts = this.drafts.filter((draft) => !drafts.includes(draft));
    this.#changed();
    return true;
  }

  #changed(): void {
    this.revision += 1;
    this.#watcher.changed(this.revision);
  }

  /** Runs one long work with progress and cancel; its failure is kept for the page, not thrown. */
  #working<T>(label: Work['label'], file: string, work: (options: ImportOptions) => Promise<T>): Promise<T | null> {
    const turn = this.#queue.then(() => this.#workNow(label, file, work));
    this.#queue = turn;
    return turn;
  }

  async #workNow<T>(label: Work['label'], file: string, work: (options: ImportOptions) => Promise<T>): Promise<T | null> {
    const stop = new AbortController();
    this.#stop = stop;
    this.work = { label, file, progress: null };
    const options: ImportOptions = {
      signal: stop.signal,
      onProgress: (progress) => {
        if (this.#stop === stop) this.work = { label, file, progress };
      },
      remembered: (headers) => this.#storage.mapping(headers)
    };
    try {
      this.#warming?.stop.abort();
      await this.#warming?.end;
      return await work(options);
    } catch (error) {
      const isWanted = error instanceof EngineError && error.fault === 'cancelled';
      if (!isWanted) this.failures = [...this.failures, { file, error }];
      return null;
    } finally {
      if (this.#stop === stop) {
        this.#stop = null;
        this.work = null;
      }
    }
  }

  #bootFailed(error: unknown): void {
    this.status = 'failed';
    this.bootError = error;
  }
}

/** The headers a mapping is remembered for. */
export function headersOf(draft: Draft): string {
  return headersKey(draft.sketch.columns);
}
