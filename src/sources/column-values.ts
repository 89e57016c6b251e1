import { DIMENSIONS, type Dimension } from './canonical-tables.ts';
import { rowsOfTable } from './engine-work.ts';
import { textExpression } from './id-text.ts';
import { columnOf, type Mapping, type Role } from './mapping.ts';
import { isLoaded, rawName, type RawTable, type Run } from './raw-table.ts';

/** A dimension with more values than this stays text. */
const MOST_VALUES = 5000;

/**
 * The columns whose cells can be taken as they are, because none would be changed by tidying: one pass with
 * a regular expression is many times cheaper than tidying every cell each time it is used.
 */
export async function plainColumns(run: Run, raw: RawTable, mapping: Mapping): Promise<Set<number>> {
  const tests: [number, string][] = [];
  const add = (role: Role, test: (cell: string) => string) => {
    const column = columnOf(mapping, role);
    if (column !== null && isLoaded(raw, column) && raw.reads[column] === 'text') tests.push([column, test(rawName(column))]);
  };
  add('order_id', (cell) => `bool_and(regexp_full_match(${cell}, '[0-9A-Za-z][0-9A-Za-z_.#/-]*'))`);
  add('line_id', (cell) => `bool_and(regexp_full_match(${cell}, '[0-9A-Za-z][0-9A-Za-z_.#/-]*'))`);
  add('product', (cell) => `not bool_or(regexp_matches(${cell}, '^[\\s\\x{00A0}\\x{FEFF}\\x{3000}]|[\\s\\x{00A0}\\x{FEFF}\\x{3000}]$'))`);
  for (const dimension of DIMENSIONS) {
    add(dimension, (cell) => `(select count(*) = 0 from (select distinct ${cell} from ${raw.name}) as different where ${textExpression(cell, 'text')} is distinct from ${cell})`);
  }
  if (tests.length === 0) return new Set();
  const [result = []] = rowsOfTable(await run(`select ${tests.map(([column, test]) => `coalesce(${test}, true) as p${column}`).join(', ')} from ${raw.name}`));
  return new Set(tests.filter((_, index) => result[index] === true).map(([column]) => column));
}

/** The tidied values of each mapped dimension that has few enough of them, in order. */
export async function dimensionValues(run: Run, raw: RawTable, mapping: Mapping): Promise<Partial<Record<Dimension, readonly string[]>>> {
  const values: Partial<Record<Dimension, readonly string[]>> = {};
  for (const dimension of DIMENSIONS) {
    const column = columnOf(mapping, dimension);
    if (column === null || !isLoaded(raw, column)) continue;
    const cell = rawName(column);
    const text = textExpression(cell, raw.reads[column] ?? 'text');
    const found = rowsOfTable(await run(`select distinct ${text} as value from (select distinct ${cell} from ${raw.name}) as cells where ${text} is not null order by value limit ${MOST_VALUES + 1}`));
    if (found.length <= MOST_VALUES) values[dimension] = found.map(([value]) => String(value));
  }
  return values;
}
