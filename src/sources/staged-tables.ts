/**
 * The tables of one file on its way into the shop:
 * - `raw`: the file as loaded, columns c0, c1, …;
 * - `keys`: one row per cell of the customer column: cell, rows, key (folded);
 * - `cells`: one row per row of `raw`, by roles (see cells.ts); a view when reading is cheap;
 * - `repeated`: hashes of the order ids that occur more than once;
 * - `suspects`: the rows of `raw` about which anything has to be decided, with their `row`;
 *   `suspect_cells`: their cells by roles (see suspects.ts);
 * - `again`: the rows whose order id occurs more than once;
 * - `refunds`: the refund rows of their own; `netting`: the rows they were taken off;
 * - `lines`, `heads`: lines of collapsed orders, and one row per collapsed order that is used;
 * - `marks`: what is known of single rows: row, fate, refunded, is_line;
 * - `verdicts`: one row per row that is not an order just as it stands (see staging.ts);
 * - `orders`: one row per order used, with the columns of `staged_orders`;
 * - `tally`: used rows and orders by cell of the customer column, and the customer_id behind it;
 * - `buyers`: those of them that are somebody: cell, customer_id;
 * - `subject_rows`: one row per row of a file about something other than orders (see subjects/subject-stage.ts).
 */
export type StagedTable =
  | 'raw'
  | 'keys'
  | 'cells'
  | 'repeated'
  | 'suspects'
  | 'suspect_cells'
  | 'again'
  | 'refunds'
  | 'netting'
  | 'lines'
  | 'heads'
  | 'marks'
  | 'verdicts'
  | 'orders'
  | 'tally'
  | 'buyers'
  | 'subject_rows';

/** Everything but `raw`, the dependent ones first. */
const REMADE: readonly StagedTable[] = [
  'subject_rows',
  'buyers',
  'tally',
  'orders',
  'verdicts',
  'marks',
  'heads',
  'lines',
  'netting',
  'refunds',
  'again',
  'suspect_cells',
  'suspects',
  'repeated',
  'cells',
  'keys'
];
const VIEWS: ReadonlySet<StagedTable> = new Set(['orders', 'buyers']);

/** The name of a staged table of the draft `id`; other characters than letters and digits become `_`. */
export function stagedName(table: StagedTable, id: string): string {
  return `${table}_${id.replace(/[^A-Za-z0-9]/g, '_')}`;
}

/** Statements that drop all of a draft's tables but the raw one; `cellsAre` says what `cells` was made as. */
export function dropStaged(id: string, cellsAre: 'view' | 'table' | null): string[] {
  return REMADE.flatMap((table) => {
    if (table === 'cells') return cellsAre === null ? [] : [`drop ${cellsAre} if exists ${stagedName(table, id)}`];
    return [`drop ${VIEWS.has(table) ? 'view' : 'table'} if exists ${stagedName(table, id)}`];
  });
}
