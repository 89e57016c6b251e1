import type { TableModel } from '../../ui/table-model.ts';

/**
 * `table` of rows set aside, as examples: our own columns get the given labels, and those that say nothing
 * (the reason and the file, which all rows share; columns without a value) are left out.
 */
export function examplesOf(table: TableModel, labels: Readonly<Record<string, string>>): TableModel {
  const isSame = (at: number) => new Set(table.rows.map((row) => row[at])).size <= 1;
  const kept = table.columns.flatMap((column, at) => {
    const isKnown = column.id === 'reason' || (column.id === 'file' && isSame(at));
    return !isKnown && table.rows.some((row) => (row[at] ?? '') !== '') ? [at] : [];
  });
  return {
    columns: table.columns.map((column) => ({ ...column, label: labels[column.id] ?? column.label })).filter((_, at) => kept.includes(at)),
    rows: table.rows.map((row) => row.filter((_, at) => kept.includes(at)))
  };
}
