import type { Answer, Step } from '../engine/answer.ts';
import type { FitProgress } from '../engine/contract.ts';
import type { Columns, Query, RowOf } from '../engine/query.ts';
import type { SqlParams } from '../engine/sql.ts';
import type { TaskName, Tasks } from '../models/tasks.ts';
import type { Scope } from '../sources/scope.ts';

/** A query with its parameters. */
export interface Asked {
  readonly query: Query<SqlParams>;
  readonly params: Omit<SqlParams, 'as_of'>;
}

/** A computation of `models/tasks.ts` on what queries give. */
export interface Fitting<K extends TaskName = TaskName> {
  readonly task: K;
  readonly inputs: Readonly<Record<Tasks[K]['input'], Asked>>;
  readonly options: Tasks[K]['options'];
  /** What is done, and where it comes from: becomes part of the evidence. */
  readonly step: Step;
}

/** What a computation gave; queries read its rows through `tables` of `Asker.ask`, by any name. */
export interface Fitted<R> {
  readonly report: R;
  readonly table: string;
}

/** Tables of computations by the names that a query's SQL uses. */
export type FitTables = Readonly<Record<string, string>>;

/**
 * How analyses get numbers. `$as_of` is filled in from the scope when the query asks for it. The
 * answer's SQL stands alone. A `scope` of its own takes the place of what is looked at. Rejects with `EngineError`; with `cancelled` once `signal` aborts.
 */
export interface Asker {
  ask<P extends SqlParams, C extends Columns>(
    query: Query<P, C>,
    params: Omit<P, 'as_of'>,
    signal?: AbortSignal,
    scope?: Scope,
    tables?: FitTables
  ): Promise<Answer<RowOf<C>[]>>;
  /** Done once for all who ask the same, in the worker. */
  fit<K extends TaskName>(
    fitting: Fitting<K>,
    signal?: AbortSignal,
    scope?: Scope,
    onProgress?: (progress: FitProgress) => void
  ): Promise<Answer<Fitted<Tasks[K]['report']>>>;
}
