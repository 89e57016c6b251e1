import { ORDER_TABLES, type CanonicalTable } from '../../sources/canonical-tables.ts';
import { definitions, namesDefined, tablesUsed, withTables, type Scope } from '../../sources/scope.ts';

/**
 * A user's statement that reads the pages' tables by their names (`customers`, `orders`, …), with those
 * tables put in front as the pages see them now. A statement that defines such a name itself, as the SQL
 * of every panel does, stays as it is.
 */
export function scoped(sql: string, scope: Scope): string {
  const own = namesDefined(sql);
  // What is told of persons may be called so by any statement; tables of orders stand for all the others.
  if (ORDER_TABLES.some((table) => own.has(table))) return sql;
  const used = tablesUsed(sql, scope);
  if (used.length === 0) return sql;
  const defined = definitions(scope);
  return withTables(
    sql,
    used.map((table): [CanonicalTable, string] => [table, defined[table]])
  );
}

/** An offset into the scoped statement as an offset into the user's; what was put in front has none. */
export function unscoped(position: number, sql: string, whole: string): number | undefined {
  // Tables are only ever put in front, so that places agree counted from the end.
  const place = sql.length - (whole.length - position);
  return place >= 0 ? place : undefined;
}
