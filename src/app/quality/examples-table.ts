import type { TableModel } from '../../ui/table-model.ts';

/** `table` without the columns in which no row has a value, and without the reason, which all rows share. */
export function withoutEmptyColumns(table: TableModel): TableModel {
  const kept = table.columns.flatMap((column, at) => (column.id !== 'reason' && table.rows.some((row) => (row[at] ?? '') !== '') ? [at] : []));
  return {
    columns: table.columns.filter((_, at) => kept.includes(at)),
    rows: table.rows.map((row) => row.filter((_, at) => kept.includes(at)))
  };
}
