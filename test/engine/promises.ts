import type { EngineService } from '../../src/engine/contract.ts';
import type { Query } from '../../src/engine/query.ts';
import { bind, paramNames, type SqlParams } from '../../src/engine/sql.ts';
import { standalone, type Scope } from '../../src/sources/scope.ts';
import { rows } from './engine.ts';

const PROMISED: Readonly<Record<string, string>> = {
  VARCHAR: 'text',
  TINYINT: 'integer',
  SMALLINT: 'integer',
  INTEGER: 'integer',
  BIGINT: 'integer',
  DOUBLE: 'number',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  BOOLEAN: 'boolean'
};

/**
 * What the database says a query gives, by `describe`, beside what the query promises, both as
 * `column type`, null or not left out: equal when the promise is kept. Needs a shop (`makeShop`).
 */
export async function promiseOf(
  engine: EngineService,
  query: Query,
  params: SqlParams,
  asOf = new Date('2024-01-31')
): Promise<{ readonly promised: readonly string[]; readonly given: readonly string[] }> {
  const scope: Scope = { asOf, from: null, filters: {} };
  const whole = paramNames(query.sql).has('as_of') ? { ...params, as_of: asOf } : params;
  const described = await rows(engine, `describe ${standalone(bind(query.sql, whole), scope)}`);
  return {
    promised: Object.entries(query.columns).map(([name, type]) => `${name} ${type.replace('?', '')}`),
    given: described.map(([name, type]) => `${String(name)} ${PROMISED[String(type)] ?? String(type)}`)
  };
}
