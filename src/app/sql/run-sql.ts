import { decode, type ResultTable } from '../../engine/arrow.ts';
import { EngineError, type EngineService } from '../../engine/contract.ts';
import { randomId } from '../../engine/random-id.ts';
import { cancellable } from '../../session/shop.ts';
import type { Scope } from '../../sources/scope.ts';
import { scoped, unscoped } from './scoped-sql.ts';
import { statementsOf, type Statement } from './statements.ts';

/** What one statement gave. */
export interface SqlResult {
  /** The statement as the user wrote it. */
  readonly sql: string;
  /** The statement as it ran, with the pages' tables in front. */
  readonly ran: string;
  readonly table: ResultTable;
  /** True when there were more rows than `ROW_LIMIT`. */
  readonly isCut: boolean;
  readonly ms: number;
}

/** Rows of a result that the page shows and downloads. */
export const ROW_LIMIT = 10_000;

/**
 * Runs every statement of `sql` in turn, each as a read-only select of at most `ROW_LIMIT` rows.
 * Rejects with an `EngineError` whose position points into the whole text; with `cancelled` once
 * `signal` aborts.
 */
export async function runSql(engine: EngineService, sql: string, scope: Scope, signal: AbortSignal): Promise<readonly SqlResult[]> {
  const statements = statementsOf(sql);
  if (statements.length === 0) throw new EngineError({ fault: 'sql', message: 'the query is empty', sql });
  const results: SqlResult[] = [];
  for (const statement of statements) {
    const ran = scoped(statement.text, scope);
    try {
      results.push(await runOne(engine, statement.text, ran, signal));
    } catch (error) {
      throw inWhole(error, sql, statement, ran);
    }
  }
  return results;
}

async function runOne(engine: EngineService, sql: string, ran: string, signal: AbortSignal): Promise<SqlResult> {
  const job = `sql page ${randomId()}`;
  // One row more than is shown tells whether there are more.
  const { bytes, ms } = await cancellable(engine, job, signal, () => engine.runReadOnly(job, ran, ROW_LIMIT + 1));
  const table = decode(bytes);
  const isCut = table.rows > ROW_LIMIT;
  return { sql, ran, table: isCut ? { ...table, rows: ROW_LIMIT } : table, isCut, ms };
}

/** An error in one statement as it ran, as an error in the whole text as it was written. */
function inWhole(error: unknown, sql: string, statement: Statement, ran: string): unknown {
  if (!(error instanceof EngineError)) return error;
  const place = error.position === undefined ? undefined : unscoped(error.position, statement.text, ran);
  return new EngineError({
    fault: error.fault,
    message: error.message,
    sql,
    position: place === undefined ? undefined : place + statement.from
  });
}
