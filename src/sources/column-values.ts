import { quoteText } from '../engine/sql.ts';
import { DIMENSIONS, type Dimension } from './canonical-tables.ts';
import { rowsOfTable } from './engine-work.ts';
import { NO_NUMBER, textExpression } from './id-text.ts';
import { columnOf, type Mapping, type Role } from './mapping.ts';
import { isLoaded, rawName, rowsOf, type RawTable, type Run } from './raw-table.ts';

/** A dimension with more values than this stays text. */
const MOST_VALUES = 5000;

/** What was found in the text columns that are used row by row. */
export interface ColumnValues {
  /** Columns whose cells can be taken as they are, because tidying would change none of them. */
  readonly plain: ReadonlySet<number>;
  /** The tidied values of each mapped dimension that has few enough of them, in order. */
  readonly values: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  /** How many different cells a column has, for those that have `values`. */
  readonly distinct: ReadonlyMap<number, number>;
  /** The rows of each tidied value of those dimensions; '' stands for rows without one. */
  readonly valueRows: Readonly<Partial<Record<Dimension, ReadonlyMap<string, number>>>>;
}

// A number that needs no tidying holds a digit, so that "N/A" and the like are none; one look at the letters tells both.
const isPlainNumber = (cell: string) => `bool_and(regexp_full_match(${cell}, '(?:[0-9]|[A-Za-z][A-Za-z_.#/-]*[0-9])[0-9A-Za-z_.#/-]*'))`;

const isPlainText = (cell: string) =>
  `not bool_or(regexp_matches(${cell}, '^[\\s\\x{00A0}\\x{FEFF}\\x{3000}]|[\\s\\x{00A0}\\x{FEFF}\\x{3000}]$'))`;

/**
 * Whether tidying changes none of the numbers, told by a third of the work from the first and the last of them in the
 * order of letters: they are ASCII, with nothing to trim at either end, no "N/A" among them, and none cut to 1.9E+17.
 * False where that does not tell.
 */
const isSurelyPlainNumber = (cell: string) =>
  [
    `min(${cell}) >= '0'`,
    `min(reverse(${cell})) >= '0'`,
    `bool_and(strlen(${cell}) = length(${cell}))`,
    `not bool_or(contains(${cell}, '=') or contains(${cell}, 'E+'))`,
    ...NO_NUMBER.map((word) => `${quoteText(word)} not between min(${cell}) and max(${cell})`)
  ].join(' and ');

/** Looks at the ids and texts once, so that they need not be tidied cell by cell each time they are used. */
export async function readValues(run: Run, raw: RawTable, mapping: Mapping): Promise<ColumnValues> {
  const plain = new Set<number>();
  const values: Partial<Record<Dimension, readonly string[]>> = {};
  const distinct = new Map<number, number>();
  const valueRows: Partial<Record<Dimension, ReadonlyMap<string, number>>> = {};
  const columnFor = (role: Role): number | null => {
    const column = columnOf(mapping, role);
    return column !== null && isLoaded(raw, column) && raw.reads[column] === 'text' ? column : null;
  };
  const look = async (tests: readonly (readonly [role: Role, test: (cell: string) => string])[]) => {
    const asked = tests.flatMap(([role, test]) => {
      const column = columnFor(role);
      return column === null || plain.has(column) ? [] : [{ column, sql: `coalesce(${test(rawName(column))}, true)` }];
    });
    if (asked.length === 0) return;
    const select = asked.map(({ column, sql }) => `${sql} as p${column}`).join(', ');
    const [found = []] = rowsOfTable(await run(`select ${select} from ${raw.name}`));
    asked.forEach(({ column }, index) => found[index] === true && plain.add(column));
  };
  const orderId = columnFor('order_id');
  if (orderId !== null && raw.watched?.column === orderId && raw.watched.isPlain) plain.add(orderId);
  await look([
    ['order_id', isSurelyPlainNumber],
    ['line_id', isSurelyPlainNumber]
  ]);
  await look([
    ['order_id', isPlainNumber],
    ['line_id', isPlainNumber],
    ['product', isPlainText]
  ]);
  for (const dimension of DIMENSIONS) {
    const column = columnFor(dimension);
    if (column === null) continue;
    const cell = rawName(column);
    // The limit keeps the tidying behind the grouping.
    const found = rowsOfTable(
      await run(
        `select ${cell} as cell, ${textExpression(cell, 'text')} as value, rows from (select ${cell}, ${rowsOf(raw)} as rows from ${raw.name} group by ${cell} limit ${MOST_VALUES + 1}) as cells`
      )
    );
    if (found.length > MOST_VALUES) continue;
    distinct.set(column, found.filter(([text]) => text !== null).length);
    if (found.every(([text, tidied]) => text === tidied)) plain.add(column);
    values[dimension] = [...new Set(found.flatMap(([, tidied]) => (tidied === null ? [] : [String(tidied)])))].sort();
    const counted = new Map<string, number>();
    for (const [, tidied, rows] of found) {
      const value = tidied === null ? '' : String(tidied);
      counted.set(value, (counted.get(value) ?? 0) + Number(rows));
    }
    valueRows[dimension] = counted;
  }
  return { plain, values, distinct, valueRows };
}
