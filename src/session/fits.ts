import type { Evidence } from '../engine/answer.ts';
import { EngineError, type EngineService, type FitProgress, type FitReport } from '../engine/contract.ts';

/** What is computed: its name in `models/tasks.ts`, the selects of its inputs, and plain options. */
export interface FitQuestion {
  readonly task: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly options: unknown;
  /** Called when the inputs are not read any more. */
  readonly release: () => void;
}

/** A report, and the table that holds the rows that came with it. */
export interface Fit {
  readonly report: FitReport;
  readonly table: string;
}

interface Kept {
  readonly job: string;
  readonly made: Promise<Fit>;
  readonly heard: Set<(progress: FitProgress) => void>;
  /** How many wait for it. */
  wanted: number;
  isMade: boolean;
}

/** Computations are asked for by several panels and pages: each is done once, and called off when nobody waits for it any more. */
export class Fits {
  readonly #engine: EngineService;
  readonly #prefix: string;
  readonly #most: number;
  /** By what they answer; the one used last stands last. */
  readonly #kept = new Map<string, Kept>();
  #count = 0;

  /** Keeps the tables of at most `most`. */
  constructor(engine: EngineService, prefix: string, most: number) {
    this.#engine = engine;
    this.#prefix = prefix;
    this.#most = most;
  }

  /** Rejects with `EngineError`; with `cancelled` once `signal` aborts. `key` says what is asked, beyond any names of tables. */
  async use(
    key: string,
    question: () => Promise<FitQuestion>,
    signal: AbortSignal | undefined,
    onProgress: (progress: FitProgress) => void
  ): Promise<Fit> {
    const kept = this.#kept.get(key) ?? this.#begin(key, question);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    kept.wanted += 1;
    kept.heard.add(onProgress);
    let leave = () => undefined as void;
    const gone = new Promise<never>((_, reject) => {
      leave = () => {
        reject(new EngineError({ fault: 'cancelled', message: 'cancelled' }));
        if (kept.wanted > 1 || kept.isMade) return;
        if (this.#kept.get(key) === kept) this.#kept.delete(key);
        this.#engine.cancel(kept.job).catch(() => undefined); // the engine may be gone: then the job is, too
      };
    });
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([kept.made, gone]);
    } finally {
      signal?.removeEventListener('abort', leave);
      kept.wanted -= 1;
      kept.heard.delete(onProgress);
      await this.#trim();
    }
  }

  /** Drops every table. */
  async close(): Promise<void> {
    const all = [...this.#kept.values()];
    this.#kept.clear();
    await this.#drop(all);
  }

  #begin(key: string, question: () => Promise<FitQuestion>): Kept {
    const table = `${this.#prefix}_${++this.#count}`;
    const job = `fit-${table}`;
    const heard = new Set<(progress: FitProgress) => void>();
    const tell = (progress: FitProgress) => heard.forEach((one) => one(progress));
    const make = async (): Promise<Fit> => {
      const { release, ...asked } = await question();
      return { report: await this.#engine.fit(job, { ...asked, table }, tell).finally(release), table };
    };
    const made = make();
    const kept: Kept = { job, made, heard, wanted: 0, isMade: false };
    made.then(
      () => (kept.isMade = true),
      () => {
        if (this.#kept.get(key) === kept) this.#kept.delete(key);
      }
    );
    return kept;
  }

  async #trim(): Promise<void> {
    const over: Kept[] = [];
    for (const [key, kept] of this.#kept) {
      if (this.#kept.size <= this.#most) break;
      if (kept.wanted > 0) continue;
      this.#kept.delete(key);
      over.push(kept);
    }
    if (over.length > 0) await this.#drop(over);
  }

  async #drop(all: readonly Kept[]): Promise<void> {
    const made = await Promise.allSettled(all.map((kept) => kept.made));
    const tables = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value.table] : []));
    if (tables.length > 0)
      await this.#engine.execute(
        `drop-${this.#prefix}`,
        tables.map((table) => `drop table if exists ${table}`)
      );
  }
}

/** `evidence` of what was computed from inputs whose SQL stands alone. */
export function fitEvidence(
  name: string,
  sql: readonly string[],
  report: FitReport,
  revision: number,
  step: Evidence['steps'][number]
): Evidence {
  return { name, sql: sql.join(';\n\n'), rows: report.rowsIn, ms: report.ms, revision, steps: [step] };
}
