import { decode } from '../../engine/arrow.ts';
import type { EngineService } from '../../engine/contract.ts';
import { randomId } from '../../engine/random-id.ts';
import { CANONICAL } from '../../sources/canonical-tables.ts';

export interface TableInfo {
  readonly name: OpenTable;
  readonly columns: readonly { readonly name: string; readonly type: ShownType }[];
}

type ShownType = 'text' | 'integer' | 'number' | 'date' | 'timestamp' | 'boolean';

/**
 * The tables meant for people, in the order in which they are explained: those of the pages, then those that
 * hold everything, whatever the date and filters. Working tables are not shown.
 */
export const OPEN_TABLES = [...CANONICAL, 'all_orders', 'all_purchases', 'customer_profiles', 'numbers', 'set_aside'] as const;
export type OpenTable = (typeof OPEN_TABLES)[number];

const COLUMNS = `select table_name, column_name, lower(data_type) as data_type
from information_schema.columns
where table_name in (${OPEN_TABLES.map((name) => `'${name}'`).join(', ')})
order by table_name, ordinal_position`;

/** The tables that can be asked now, with their columns. */
export async function readSchema(engine: EngineService): Promise<readonly TableInfo[]> {
  const { bytes } = await engine.runReadOnly(`schema ${randomId()}`, COLUMNS, 2_000);
  const found = decode(bytes);
  const tables = new Map<string, { name: string; type: ShownType }[]>();
  for (let row = 0; row < found.rows; row++) {
    const [table, name, type] = [0, 1, 2].map((column) => String(found.at(row, column))) as [string, string, string];
    const columns = tables.get(table) ?? [];
    columns.push({ name, type: shownType(type) });
    tables.set(table, columns);
  }
  return OPEN_TABLES.flatMap((name) => {
    const columns = tables.get(name);
    return columns ? [{ name, columns }] : [];
  });
}

/** A DuckDB type in plain words. */
function shownType(type: string): ShownType {
  if (/^(timestamp|datetime)/.test(type)) return 'timestamp';
  if (/^date/.test(type)) return 'date';
  if (/^bool/.test(type)) return 'boolean';
  if (/^(big|small|tiny|u|huge)*int/.test(type)) return 'integer';
  if (/^(decimal|double|float|real)/.test(type)) return 'number';
  return 'text';
}
