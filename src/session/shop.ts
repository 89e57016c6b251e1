import type { Answer } from '../engine/answer.ts';
import { decode, rowsOf } from '../engine/arrow.ts';
import type { WrittenFile, WrittenRows } from '../engine/formats/write-request.ts';
import type { Writing } from './context.ts';
import { EngineError, type EngineService, type FitProgress, type LoadProgress } from '../engine/contract.ts';
import type { Columns, Query, RowOf } from '../engine/query.ts';
import { bind, paramNames, type SqlParams } from '../engine/sql.ts';
import type { TaskName, Tasks } from '../models/tasks.ts';
import { takeCte } from '../sources/ctes.ts';
import { makings, readsBeyondPurchases, standalone, tablesRead, withTables, type Making, type Scope } from '../sources/scope.ts';
import type { Asked, Asker, Fitted, Fitting, FitTables } from './asking.ts';
import { fitEvidence, Fits } from './fits.ts';
import { Hold, KeptTables } from './kept-tables.ts';

/** Tables kept beyond those in use: what all pages read of two scopes. Of computations: a table may have a row per customer, some 150 MB for a million. */
const KEPT = { tables: 15, fits: 5 };
/** Of very many customers, where memory is short: what one page reads. */
const KEPT_OF_MANY = { tables: 5, fits: 2 };
const MANY_CUSTOMERS = 500_000;
const KEPT_ANSWERS = 300;
/** Longer answers are parts of lists: asked once, and too large to keep. */
const KEPT_ROWS = 2_000;

/** Who passes by a page is gone by then. */
const PASSING_MS = 150;

/** The tables that are not stored yet: questions about them are answered, but in much more time than it takes to store them. */
interface Rest {
  readonly isStored: () => boolean;
  readonly store: () => Promise<void>;
}

const STORED: Rest = { isStored: () => true, store: () => Promise.resolve() };

/**
 * Answers queries about one revision of the data. The tables of the scope that is looked at are made
 * once and kept while it is in use, so that re-scoring reads the per-customer base and nothing else;
 * so are the parts of queries that several of them begin with, such as the scores.
 */
export class Shop implements Asker {
  readonly #engine: EngineService;
  readonly #revision: number;
  readonly #scope: () => Scope;
  readonly #tables: KeptTables;
  readonly #fits: Fits;
  readonly #rest: Rest;
  readonly #answers = new Map<string, Answer<unknown>>();
  #jobs = 0;
  /** Ends when the last question has been put to the engine. */
  #asked: Promise<unknown> = Promise.resolve();

  /** `customers` tells how large the tables are that are kept. */
  constructor(engine: EngineService, revision: number, scope: () => Scope, rest: Rest = STORED, customers = 0) {
    this.#engine = engine;
    this.#revision = revision;
    this.#scope = scope;
    this.#rest = rest;
    const most = customers > MANY_CUSTOMERS ? KEPT_OF_MANY : KEPT;
    this.#tables = new KeptTables(engine, `scope_${revision}`, most.tables);
    this.#fits = new Fits(engine, `model_${revision}`, most.fits);
  }

  async ask<P extends SqlParams, C extends Columns>(
    query: Query<P, C>,
    params: Omit<P, 'as_of'>,
    signal?: AbortSignal,
    scope = this.#scope(),
    tables: FitTables = {}
  ): Promise<Answer<RowOf<C>[]>> {
    const bound = boundIn(query, params, scope, tables);
    const shown = standalone(bound, scope);
    const known = this.#answers.get(shown) as Answer<RowOf<C>[]> | undefined;
    if (known) return known;

    const start = performance.now();
    await this.#storedFor([bound], scope, signal);
    const hold = new Hold(signal);
    const { answered } = await this.#inTurn(async () => {
      const sql = await this.#runnable(bound, query.keeps ?? [], scope, hold);
      return { answered: Promise.all([this.run(sql, signal), hold.made()]) };
    }).catch((error: unknown) => {
      hold.release();
      throw error;
    });
    const [{ bytes }] = await answered.finally(() => hold.release());
    void this.#tables.trim();
    const value = rowsOf(decode(bytes), query.columns);
    const answer: Answer<RowOf<C>[]> = {
      value,
      evidence: { name: query.name, sql: shown, rows: value.length, ms: performance.now() - start, revision: this.#revision, steps: [] }
    };
    if (value.length <= KEPT_ROWS) this.#answers.set(shown, answer);
    if (this.#answers.size > KEPT_ANSWERS) this.#answers.delete(this.#answers.keys().next().value ?? '');
    return answer;
  }

  async fit<K extends TaskName>(
    { task, inputs, options, step }: Fitting<K>,
    signal?: AbortSignal,
    scope = this.#scope(),
    onProgress: (progress: FitProgress) => void = () => undefined
  ): Promise<Answer<Fitted<Tasks[K]['report']>>> {
    const bound = Object.entries<Asked>(inputs).map(([name, { query, params }]) => [name, query, boundIn(query, params, scope)] as const);
    const shown = bound.map(([, , sql]) => standalone(sql, scope));
    const question = async () => {
      await this.#storedFor(
        bound.map(([, , sql]) => sql),
        scope
      );
      return this.#inTurn(async () => {
        const hold = new Hold();
        const runnable = bound.map(
          async ([name, query, sql]) => [name, await this.#runnable(sql, query.keeps ?? [], scope, hold)] as const
        );
        return { task, inputs: Object.fromEntries(await Promise.all(runnable)), options, release: () => hold.release() };
      });
    };
    const key = JSON.stringify([task, options, shown]);
    const { report, table } = await this.#fits.use(key, question, signal, onProgress);
    const evidence = fitEvidence(bound.map(([, query]) => query.name).join(' + '), shown, report, this.#revision, step);
    return { value: { report: report.report as Tasks[K]['report'], table }, evidence };
  }

  /** A file of cells, or of all rows of a query. */
  async write(
    file: WrittenFile,
    rows: Writing,
    signal: AbortSignal | undefined,
    onProgress: (progress: LoadProgress) => void
  ): Promise<Blob> {
    const job = `write-${this.#revision}-${++this.#jobs}`;
    const written = (given: WrittenRows) => cancellable(this.#engine, job, signal, () => this.#engine.write(job, file, given, onProgress));
    if ('cells' in rows) return written(rows);
    const { query, params, tables } = rows;
    const scope = this.#scope();
    const bound = boundIn(query, params, scope, tables);
    await this.#storedFor([bound], scope, signal);
    const hold = new Hold(signal);
    const [blob] = await this.#runnable(bound, query.keeps ?? [], scope, hold)
      .then((sql) => Promise.all([written({ sql }), hold.made()]))
      .finally(() => hold.release());
    return blob;
  }

  /** Runs one statement as a job that ends with `signal`. */
  async run(sql: string, signal?: AbortSignal): Promise<{ bytes: Uint8Array; ms: number }> {
    const job = `ask-${this.#revision}-${++this.#jobs}`;
    return cancellable(this.#engine, job, signal, () => this.#engine.run(job, sql));
  }

  /** Questions about more than purchases come after the rest is stored, and hold up no others meanwhile. */
  async #storedFor(statements: readonly string[], scope: Scope, signal?: AbortSignal): Promise<void> {
    if (this.#rest.isStored() || !statements.some((sql) => readsBeyondPurchases(sql, scope))) return;
    await new Promise((resolve) => setTimeout(resolve, PASSING_MS));
    if (signal?.aborted) throw new EngineError({ fault: 'cancelled', message: 'cancelled' });
    await this.#rest.store().catch(() => undefined); // told by who keeps the project; the answer is the same without
  }

  /** Puts questions to the engine in the order asked, with what each needs: what a page shows first is answered first. */
  #inTurn<T>(put: () => Promise<T>): Promise<T> {
    const turn = this.#asked.then(put);
    this.#asked = turn.catch(() => undefined); // told to who asked
    return turn;
  }

  /** Makes what nearly every page begins with, so that it is there when the first one asks. */
  async prepare(): Promise<void> {
    const hold = new Hold();
    await this.#withTables('select customer from customers', this.#scope(), hold)
      .then(() => hold.made())
      .finally(() => hold.release());
  }

  /** Drops the tables: before the data they are made of go. */
  async close(): Promise<void> {
    this.#answers.clear();
    await this.#fits.close();
    await this.#tables.close();
  }

  /** `bound` reading kept tables, which are made first: those of the scope, and those of its CTEs in `keeps`. */
  async #runnable(bound: string, keeps: readonly string[], scope: Scope, hold: Hold): Promise<string> {
    let sql = bound;
    for (const name of keeps) {
      const [whole, left] = [takeCte(bound, name), takeCte(sql, name)];
      if (!whole || !left) continue; // a statement that reads nothing of it
      const key = `${JSON.stringify(scope)} ${whole.table}`;
      sql = left.rest(await this.#tables.use(key, hold, (parts) => this.#withTables(left.table, scope, parts)));
    }
    return this.#withTables(sql, scope, hold);
  }

  /** `sql` with the scope's tables that it reads. */
  async #withTables(sql: string, scope: Scope, hold: Hold): Promise<string> {
    return withTables(sql, await this.#given(sql, makings(sql, scope), scope, hold), 'not materialized ');
  }

  /** Each table of `made` that `sql` reads with a select that gives it, after those which that select reads. */
  async #given(sql: string, made: Readonly<Record<string, Making>>, scope: Scope, hold: Hold): Promise<[string, string][]> {
    const given = await Promise.all(
      Object.entries(made)
        .filter(([name]) => tablesRead(sql, [name]).length > 0)
        .map(async ([name, making]): Promise<[string, string][]> => {
          if (!making.isKept) return [...(await this.#given(making.sql, made, scope, hold)), [name, making.sql]];
          const select = async (parts: Hold) =>
            withTables(making.sql, await this.#given(making.sql, made, scope, parts), 'not materialized ');
          return [[name, `select * from ${await this.#tables.use(`${JSON.stringify(scope)} ${name}`, hold, select)}`]];
        })
    );
    return [...new Map(given.flat())];
  }
}

/** The SQL of `query` with its parameters, reading the tables of computations by the names it uses. */
function boundIn({ sql }: { readonly sql: string }, params: object, scope: Scope, tables: FitTables = {}): string {
  const given = paramNames(sql).has('as_of') ? { ...params, as_of: scope.asOf } : params;
  const read = Object.entries(tables).map(([name, table]): [string, string] => [name, `select * from ${table}`]);
  return withTables(bind(sql, given as SqlParams), read);
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
