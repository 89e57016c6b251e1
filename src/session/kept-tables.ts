import { EngineError, type EngineService } from '../engine/contract.ts';

interface Kept {
  readonly name: string;
  made: Promise<void>;
  /** What it is made of, until it is made. */
  readonly parts: Hold;
  /** How many wait for it or read it. */
  wanted: number;
  isStarted: boolean;
  isDropped: boolean;
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

  release(): void {
    this.#isOver = true;
    for (const kept of this.#kept) {
      kept.wanted -= 1;
      // Nobody waits for it any more, nor, through it, for what it would be made of.
      if (kept.wanted === 0 && !kept.isStarted) kept.parts.release();
    }
    this.#kept.clear();
  }
}

/**
 * Tables made once, on demand, and kept. They are made one after the other, and each only while somebody waits for it:
 * what nobody wants any more when its turn comes does not stand before what is looked at now.
 */
export class KeptTables {
  readonly #engine: EngineService;
  readonly #prefix: string;
  readonly #most: number;
  /** By what they hold; the one used last stands last. */
  readonly #kept = new Map<string, Kept>();
  #count = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /** Keeps at most `most` tables, and those that are being read. */
  constructor(engine: EngineService, prefix: string, most: number) {
    this.#engine = engine;
    this.#prefix = prefix;
    this.#most = most;
  }

  /**
   * The name of the table that holds `key`, made by the select that `select` gives if it is not there yet. It stays at least
   * until `hold` is released. Rejects with `cancelled` when that happens first.
   */
  async use(key: string, hold: Hold, select: (parts: Hold) => Promise<string>): Promise<string> {
    const found = this.#kept.get(key);
    const kept = found && (found.isStarted || !found.parts.isOver) ? found : this.#begin(key, select);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    hold.add(kept);
    await kept.made;
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
    await this.#drop(all);
  }

  async #drop(all: readonly Kept[]): Promise<void> {
    for (const kept of all) kept.isDropped = true;
    await Promise.allSettled(all.map(({ made }) => made));
    await this.#engine.execute(
      `drop-${this.#prefix}`,
      all.map(({ name }) => `drop table if exists ${name}`)
    );
  }

  #begin(key: string, select: (parts: Hold) => Promise<string>): Kept {
    const parts = new Hold();
    const name = `${this.#prefix}_${++this.#count}`;
    const kept: Kept = { name, made: Promise.resolve(), parts, wanted: 0, isStarted: false, isDropped: false };
    const make = async () => {
      const sql = await select(parts);
      const turn = this.#turn.then(async () => {
        if (kept.wanted === 0 || kept.isDropped) throw cancelled();
        kept.isStarted = true;
        await this.#engine.execute(`make-${name}`, [`create or replace table ${name} as\n${sql}`]);
      });
      this.#turn = turn.catch(() => undefined); // told to whoever waits for the table
      await turn;
    };
    kept.made = make().finally(() => parts.release());
    kept.made.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    return kept;
  }
}

function cancelled(): EngineError {
  return new EngineError({ fault: 'cancelled', message: 'cancelled' });
}
