import { decode } from '../../engine/arrow.ts';
import type { EngineService } from '../../engine/contract.ts';
import type { Scope } from '../../sources/scope.ts';
import { CANONICAL } from '../../sources/canonical-tables.ts';
import { scoped } from './scoped-sql.ts';

export interface TableInfo {
  readonly name: OpenTable;
  readonly columns: readonly { readonly name: string; readonly type: ShownType }[];
}

type ShownType = 'text' | 'integer' | 'number' | 'date' | 'timestamp' | 'boolean';

/** Tables that hold everything, whatever the date and filters; `set_aside` only after an import. */
const BASE = ['all_orders', 'all_purchases', 'customer_profiles', 'numbers', 'set_aside'] as const;
/** The tables meant for people, in the order in which they are explained. Working tables are not shown. */
export const OPEN_TABLES = [...CANONICAL, ...BASE] as const;
export type OpenTable = (typeof OPEN_TABLES)[number];

const BASE_COLUMNS = `select table_name, column_name, lower(data_type) as data_type
from information_schema.columns
where table_name in (${BASE.map((name) => `'${name}'`).join(', ')})
order by table_name, ordinal_position`;

/** The tables that can be asked now, with their columns. */
export async function readSchema(engine: EngineService, scope: Scope): Promise<readonly TableInfo[]> {
  const ask = async (sql: string) => decode((await engine.runReadOnly(`schema ${crypto.randomUUID()}`, sql, 1_000)).bytes);
  const base = await ask(BASE_COLUMNS);
  const tables = new Map<OpenTable, Map<string, ShownType>>();
  const columnsOf = (table: OpenTable) => tables.get(table) ?? tables.set(table, new Map()).get(table);
  for (let row = 0; row < base.rows; row++) {
    const table = OPEN_TABLES.find((name) => name === base.at(row, 0));
    if (table) columnsOf(table)?.set(String(base.at(row, 1)), shownType(String(base.at(row, 2))));
  }
  if (tables.has('all_purchases')) {
    for (const table of CANONICAL) {
      const { columns } = await ask(scoped(`select * from ${table} limit 0`, scope));
      for (const { name, type } of columns) columnsOf(table)?.set(name, shownType(type.toLowerCase()));
    }
  }
  return OPEN_TABLES.flatMap((name) => {
    const columns = tables.get(name);
    return columns ? [{ name, columns: [...columns].map(([column, type]) => ({ name: column, type })) }] : [];
  });
}

/** A DuckDB or Arrow type in plain words. */
function shownType(type: string): ShownType {
  if (/^(timestamp|datetime)/.test(type)) return 'timestamp';
  if (/^date/.test(type)) return 'date';
  if (/^bool/.test(type)) return 'boolean';
  if (/^(big|small|tiny|u|huge)*int/.test(type)) return 'integer';
  if (/^(decimal|double|float|real)/.test(type)) return 'number';
  return 'text';
}
