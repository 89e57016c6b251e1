import { paramNames, type SqlParams, type SqlValue } from './sql.ts';

/** The types a query promises for its columns; `?` marks one that may be null. */
export type ColumnType = 'text' | 'integer' | 'number' | 'date' | 'timestamp' | 'boolean';
export type ColumnPromise = ColumnType | `${ColumnType}?`;

type Base<T extends ColumnPromise> = T extends `${infer U}?` ? U : T;
type Plain<T> = T extends 'text'
  ? string
  : T extends 'integer' | 'number'
    ? number
    : T extends 'date' | 'timestamp'
      ? Date
      : T extends 'boolean'
        ? boolean
        : never;
/** The value a promised column holds on the page: dates are `Date`s at midnight UTC. */
export type ColumnValue<T extends ColumnPromise> = T extends `${string}?` ? Plain<Base<T>> | null : Plain<Base<T>>;

export type Columns = Readonly<Record<string, ColumnPromise>>;
export type RowOf<C extends Columns> = { readonly [K in keyof C]: ColumnValue<C[K]> };

/**
 * A named piece of SQL over the canonical tables. `$as_of` is given by the scope; all other
 * parameters by the caller. `columns` is held against `describe` in the tests.
 */
export interface Query<P extends SqlParams = SqlParams, C extends Columns = Columns> {
  readonly name: string;
  readonly sql: string;
  readonly columns: C;
  /** CTEs of `sql`, each after those it reads, that other queries with the same parameters also begin with: worth keeping as tables. */
  readonly keeps?: readonly string[];
  /** Phantom: carries the parameter type. */
  readonly params?: P;
}

export function defineQuery<P extends Record<string, SqlValue> = Record<never, SqlValue>>() {
  return <const C extends Columns>(query: { name: string; sql: string; columns: C; keeps?: readonly string[] }): Query<P, C> => {
    if (paramNames(query.name).size > 0) throw new TypeError(`a query's name is not SQL: ${query.name}`);
    return query;
  };
}
