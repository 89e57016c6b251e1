import type { Answer } from '../engine/answer.ts';
import { decode, rowsOf } from '../engine/arrow.ts';
import { EngineError, type EngineService } from '../engine/contract.ts';
import type { Columns, Query, RowOf } from '../engine/query.ts';
import { bind, paramNames, type SqlParams } from '../engine/sql.ts';
import { purchasesFromSorted, type CanonicalTable } from '../sources/canonical-tables.ts';
import { definitions, isNarrowed, standalone, tablesUsed, withTables, type Scope } from '../sources/scope.ts';
import type { Asker } from './asking.ts';

/** Scopes whose tables are kept at the same time. */
const KEPT_SCOPES = 3;
const KEPT_ANSWERS = 300;
/** Longer answers are parts of lists: asked once, and too large to keep. */
const KEPT_ROWS = 2_000;

interface Materialised {
  readonly prefix: string;
  readonly tables: Map<CanonicalTable, Promise<void>>;
}

/**
 * Answers queries about one revision of the data. The tables of the scope that is looked at are made
 * once and kept while it is in use, so that re-scoring reads the per-customer base and nothing else.
 */
export class Shop implements Asker {
  readonly #engine: EngineService;
  readonly #revision: number;
  readonly #scope: () => Scope;
  /** Newest last. */
  readonly #scopes = new Map<string, Materialised>();
  readonly #answers = new Map<string, Answer<unknown>>();
  #jobs = 0;
  #made = 0;

  constructor(engine: EngineService, revision: number, scope: () => Scope) {
    this.#engine = engine;
    this.#revision = revision;
    this.#scope = scope;
  }

  async ask<P extends SqlParams, C extends Columns>(
    query: Query<P, C>,
    params: Omit<P, 'as_of'>,
    signal?: AbortSignal
  ): Promise<Answer<RowOf<C>[]>> {
    const scope = this.#scope();
    const given = paramNames(query.sql).has('as_of') ? { ...params, as_of: scope.asOf } : params;
    const bound = bind(query.sql, given as SqlParams);
    const shown = standalone(bound, scope);
    const known = this.#answers.get(shown) as Answer<RowOf<C>[]> | undefined;
    if (known) return known;

    const start = performance.now();
    const tables = await this.#tables(bound, scope);
    const { bytes } = await this.run(withTables(bound, tables, 'not materialized '), signal);
    const value = rowsOf(decode(bytes), query.columns);
    const answer: Answer<RowOf<C>[]> = {
      value,
      evidence: { name: query.name, sql: shown, rows: value.length, ms: performance.now() - start, revision: this.#revision, steps: [] }
    };
    if (value.length <= KEPT_ROWS) this.#answers.set(shown, answer);
    if (this.#answers.size > KEPT_ANSWERS) this.#answers.delete(this.#answers.keys().next().value ?? '');
    return answer;
  }

  /** Runs one statement as a job that ends with `signal`. */
  async run(sql: string, signal?: AbortSignal): Promise<{ bytes: Uint8Array; ms: number }> {
    const job = `ask-${this.#revision}-${++this.#jobs}`;
    return cancellable(this.#engine, job, signal, () => this.#engine.run(job, sql));
  }

  /** The scope's tables that `sql` reads, made if they are not there yet, each with a select that gives it. */
  async #tables(sql: string, scope: Scope): Promise<[CanonicalTable, string][]> {
    const used = tablesUsed(sql, scope);
    if (used.length === 0) return [];
    const defined = definitions(scope, purchasesFromSorted);
    const kept = this.#keep(JSON.stringify(scope));
    const given: [CanonicalTable, string][] = [];
    for (const table of used) {
      const isCheap = table === 'orders' || (table === 'purchases' && !isNarrowed(scope));
      if (isCheap) {
        given.push([table, defined[table]]);
        continue;
      }
      const name = `${kept.prefix}_${table}`;
      let making = kept.tables.get(table);
      if (!making) {
        const statement = `create or replace table ${name} as\n${withTables(defined[table], given, 'not materialized ')}`;
        making = this.#engine.execute(`make-${name}`, [statement]);
        making.catch(() => kept.tables.delete(table));
        kept.tables.set(table, making);
      }
      await making;
      given.push([table, `select * from ${name}`]);
    }
    // What the tables themselves are made of is no longer needed.
    const read = new Set(tablesUsed(sql, { ...scope, from: null, filters: {} }));
    return given.filter(([table]) => read.has(table));
  }

  #keep(key: string): Materialised {
    const found = this.#scopes.get(key) ?? { prefix: `scope_${this.#revision}_${++this.#made}`, tables: new Map() };
    this.#scopes.delete(key);
    this.#scopes.set(key, found);
    const [oldest] = this.#scopes;
    if (this.#scopes.size > KEPT_SCOPES && oldest) {
      this.#scopes.delete(oldest[0]);
      void this.#drop(oldest[1]);
    }
    return found;
  }

  /** Drops the tables of every scope: before the data they are made of go. */
  async close(): Promise<void> {
    const scopes = [...this.#scopes.values()];
    this.#scopes.clear();
    this.#answers.clear();
    await Promise.all(scopes.map((scope) => this.#drop(scope)));
  }

  async #drop({ prefix, tables }: Materialised): Promise<void> {
    await Promise.allSettled(tables.values());
    await this.#engine.execute(
      `drop-${prefix}`,
      [...tables.keys()].map((table) => `drop table if exists ${prefix}_${table}`)
    );
  }
}

/** Ties a job to a signal: aborting cancels the job and rejects at once with `cancelled`. */
export function cancellable<T>(engine: EngineService, job: string, signal: AbortSignal | undefined, start: () => Promise<T>): Promise<T> {
  if (!signal) return start();
  return new Promise<T>((resolve, reject) => {
    const stop = () => {
      reject(new EngineError({ fault: 'cancelled', message: 'cancelled' }));
      engine.cancel(job).catch(() => undefined); // the engine may be gone: then the job is, too
    };
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    start()
      .finally(() => signal.removeEventListener('abort', stop))
      .then(resolve, reject);
  });
}
