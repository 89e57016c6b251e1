import { quoteName } from '../engine/sql.ts';

/**
 * The tables of one file on its way into the shop:
 * - `raw`: the file as loaded, columns c0, c1, …;
 * - `keys`: one row per different cell of the customer column: cell, customer_id (null: nobody);
 * - `cells`: one row per row of `raw`, by roles (see cells.ts); a view when reading is cheap;
 * - `again`: the rows whose order id occurs more than once;
 * - `refunds`: the refund rows of their own and where each was netted;
 * - `lines`, `heads`: lines of collapsed orders, and one row per collapsed order that is used;
 * - `marks`: what is known of single rows: row, fate, refunded, is_line;
 * - `fates`: one row per row of `raw`: all of `cells`, its refund, amount and fate (null: used);
 * - `orders`: one row per order used, with the columns of `staged_orders`;
 * - `buyers`: one row per customer of these orders.
 */
export type StagedTable = 'raw' | 'keys' | 'cells' | 'again' | 'refunds' | 'lines' | 'heads' | 'marks' | 'fates' | 'orders' | 'buyers';

/** Everything but `raw`, the dependent ones first. */
const REMADE: readonly StagedTable[] = ['buyers', 'orders', 'fates', 'marks', 'heads', 'lines', 'refunds', 'again', 'cells', 'keys'];
const VIEWS: ReadonlySet<StagedTable> = new Set(['orders', 'fates']);

/** Names the staged tables of the draft `id`, quoted. */
export function stagedName(table: StagedTable, id: string): string {
  return quoteName(bareName(table, id));
}

/** The same name as the engine's catalogue has it. */
export function bareName(table: StagedTable, id: string): string {
  return `${table}_${id}`;
}

/** Statements that drop all of a draft's tables but the raw one. */
export function dropStaged(id: string, cellsAreView: boolean | null): string[] {
  return REMADE.flatMap((table) => {
    const name = stagedName(table, id);
    if (table === 'cells') return cellsAreView === null ? [] : [`drop ${cellsAreView ? 'view' : 'table'} if exists ${name}`];
    return [`drop ${VIEWS.has(table) ? 'view' : 'table'} if exists ${name}`];
  });
}
