import type { EngineService } from '../../src/engine/contract.ts';
import { rowsOf, decode } from '../../src/engine/arrow.ts';
import type { Columns, Query, RowOf } from '../../src/engine/query.ts';
import { bind, paramNames, type SqlParams } from '../../src/engine/sql.ts';
import { BASE_TABLES, buildStatements } from '../../src/sources/canonical-tables.ts';
import { standalone, type Scope } from '../../src/sources/scope.ts';

/** Builds the canonical tables from the rows of a select over inline values or a CSV: the columns of `staged_orders`
 *  that are not given are null. For tests of analyses; the real import has its own tests. */
export async function makeShop(engine: EngineService, select: string): Promise<void> {
  await engine.execute('shop', [
    ...BASE_TABLES.map((table) => `drop table if exists ${table}`),
    `create or replace table staged_orders as
     select * from (select null::varchar order_id, null::varchar customer_id, null::timestamp order_time, null::decimal(18,2) amount, null::decimal(18,2) gross,
       null::decimal(18,2) discount, null::decimal(18,2) refund, null::double quantity, 1::integer lines, null::varchar product,
       null::varchar channel, null::varchar category, null::varchar region, null::varchar tier, null::varchar shop where false)
     union all by name (${select})`,
    ...buildStatements('memory'),
    'drop table staged_orders'
  ]);
}

/** Asks a query the way the product does, in a scope. */
export async function ask<P extends SqlParams, C extends Columns>(
  engine: EngineService,
  query: Query<P, C>,
  params: Omit<P, 'as_of'>,
  scope: Partial<Scope> & Pick<Scope, 'asOf'>
): Promise<RowOf<C>[]> {
  const whole: Scope = { from: null, filters: {}, ...scope };
  const given = paramNames(query.sql).has('as_of') ? { ...params, as_of: whole.asOf } : params;
  const sql = standalone(bind(query.sql, given as SqlParams), whole);
  return rowsOf(decode((await engine.run('ask', sql)).bytes), query.columns);
}
