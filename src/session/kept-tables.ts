import { EngineError, type EngineService } from '../engine/contract.ts';

interface Kept {
  readonly name: string;
  /** Resolves when the engine has been asked for the table: whatever is asked after that finds it. */
  sent: Promise<void>;
  made: Promise<void>;
  /** How many wait for it or read it. */
  wanted: number;
  isDropped: boolean;
  /** Nobody wants it any more. */
  readonly leave: () => void;
}

/** What a question under way waits for and reads. */
export class Hold {
  readonly #kept = new Set<Kept>();
  #isOver = false;

  /** Ends with `signal`. */
  constructor(signal?: AbortSignal) {
    signal?.addEventListener('abort', () => this.release(), { once: true });
    if (signal?.aborted) this.release();
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  add(kept: Kept): void {
    if (this.#isOver || this.#kept.has(kept)) return;
    this.#kept.add(kept);
    kept.wanted += 1;
  }

  /** Resolves when everything held now is made; rejects when something could not be. */
  async made(): Promise<void> {
    await Promise.all([...this.#kept].map((kept) => kept.made));
  }

  release(): void {
    this.#isOver = true;
    const held = [...this.#kept];
    this.#kept.clear();
    for (const kept of held) {
      kept.wanted -= 1;
      if (kept.wanted === 0) kept.leave();
    }
  }
}

/**
 * Tables made once, on demand, and kept. The engine is asked for a table and for what reads it in one go and works in the
 * order asked, so that a page busy with drawing delays nothing. What nobody wants any more before it is made is taken
 * back, so that it does not stand before what is looked at now.
 */
export class KeptTables {
  readonly #engine: EngineService;
  readonly #prefix: string;
  readonly #most: number;
  /** By what they hold; the one used last stands last. */
  readonly #kept = new Map<string, Kept>();
  /** Asked for and not made yet. */
  readonly #underWay = new Set<Kept>();
  /** Called off and not gone yet. */
  readonly #leaving = new Set<Promise<unknown>>();
  #count = 0;

  /** Keeps at most `most` tables, and those that are being read. */
  constructor(engine: EngineService, prefix: string, most: number) {
    this.#engine = engine;
    this.#prefix = prefix;
    this.#most = most;
  }

  /**
   * The name of the table that holds `key`, made by the select that `select` gives if it is not there yet: statements run
   * after this find it, unless `hold.made()` rejects. It stays until `hold` is released. Rejects with `cancelled` when that
   * happens first.
   */
  async use(key: string, hold: Hold, select: (parts: Hold) => Promise<string>): Promise<string> {
    const kept = this.#kept.get(key) ?? this.#begin(key, select);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    hold.add(kept);
    await kept.sent;
    if (hold.isOver) throw cancelled();
    return kept.name;
  }

  /** Drops those used longest ago, beyond `most`; for after an answer, so that nothing waits for it. */
  async trim(): Promise<void> {
    const over: Kept[] = [];
    for (const [key, kept] of this.#kept) {
      if (this.#kept.size <= this.#most) break;
      if (kept.wanted > 0) continue;
      this.#kept.delete(key);
      over.push(kept);
    }
    if (over.length > 0) await this.#drop(over);
  }

  /** Drops every table. */
  async close(): Promise<void> {
    const all = [...this.#kept.values()];
    this.#kept.clear();
    await Promise.all([this.#drop(all), ...this.#leaving]);
  }

  #begin(key: string, select: (parts: Hold) => Promise<string>): Kept {
    const parts = new Hold();
    const name = `${this.#prefix}_${++this.#count}`;
    const forget = () => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    };
    const leave = () => {
      if (isSent && !this.#underWay.has(kept)) return;
      kept.isDropped = true;
      forget();
      parts.release();
      if (isSent) this.#takeBack(kept);
    };
    let isSent = false;
    const send = async () => {
      const sql = await select(parts);
      if (kept.isDropped) throw cancelled();
      isSent = true;
      this.#underWay.add(kept);
      const made = this.#engine.execute(`make-${name}`, [`create or replace table ${name} as\n${sql}`]);
      return { made: Promise.all([parts.made(), made]) };
    };
    const kept: Kept = { name, sent: Promise.resolve(), made: Promise.resolve(), wanted: 0, isDropped: false, leave };
    const sending = send();
    kept.sent = sending.then(() => undefined);
    kept.made = sending
      .then(async ({ made }) => void (await made))
      .finally(() => {
        this.#underWay.delete(kept);
        parts.release();
      });
    kept.sent.catch(() => undefined); // told through `made`
    kept.made.catch(forget);
    return kept;
  }

  /** Calls off what was sent; a call that comes too late leaves a table. */
  #takeBack(kept: Kept): void {
    this.#engine.cancel(`make-${kept.name}`).catch(() => undefined); // the engine may be gone: then the table is, too
    const gone = this.#drop([kept]).catch(() => undefined);
    this.#leaving.add(gone);
    void gone.finally(() => this.#leaving.delete(gone));
  }

  async #drop(all: readonly Kept[]): Promise<void> {
    for (const kept of all) kept.isDropped = true;
    await Promise.allSettled(all.map(({ made }) => made));
    await this.#engine.execute(
      `drop-${this.#prefix}`,
      all.map(({ name }) => `drop table if exists ${name}`)
    );
  }
}

function cancelled(): EngineError {
  return new EngineError({ fault: 'cancelled', message: 'cancelled' });
}
