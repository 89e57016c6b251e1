import type { Answer } from '../engine/answer.ts';
import type { Columns, Query, RowOf } from '../engine/query.ts';
import type { SqlParams } from '../engine/sql.ts';
import type { Scope } from '../sources/scope.ts';

/**
 * How analyses get numbers. `$as_of` is filled in from the scope when the query asks for it. The
 * answer's SQL stands alone. A `scope` of its own takes the place of what is looked at. Rejects with `EngineError`; with `cancelled` once `signal` aborts.
 */
export interface Asker {
  ask<P extends SqlParams, C extends Columns>(
    query: Query<P, C>,
    params: Omit<P, 'as_of'>,
    signal?: AbortSignal,
    scope?: Scope
  ): Promise<Answer<RowOf<C>[]>>;
}
