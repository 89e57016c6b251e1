import type { Answer } from '../engine/answer.ts';
import type { Columns, Query, RowOf } from '../engine/query.ts';
import type { SqlParams } from '../engine/sql.ts';

/**
 * How analyses get numbers. `$as_of` is filled in from the scope when the query asks for it. The
 * answer's SQL stands alone. Rejects with `EngineError`; with `cancelled` once `signal` aborts.
 */
export interface Asker {
  ask<P extends SqlParams, C extends Columns>(
    query: Query<P, C>,
    params: Omit<P, 'as_of'>,
    signal?: AbortSignal
  ): Promise<Answer<RowOf<C>[]>>;
}
