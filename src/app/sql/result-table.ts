import type { ResultTable } from '../../engine/arrow.ts';
import type { Format } from '../../i18n/format.ts';
import { cellText } from '../../ui/cell-text.ts';
import type { Cell, CellKind, TableColumn, TableModel } from '../../ui/table-model.ts';

/** A result of any shape as a table to show and download, its columns named as in the query. */
export function tableOf(result: ResultTable): TableModel {
  const rows = Array.from({ length: result.rows }, (_, row) => result.columns.map((column, at) => cellOf(result.at(row, at), column.type)));
  const taken = new Set<string>();
  const columns = result.columns.map(({ name }, at): TableColumn => {
    let id = name;
    for (let n = 2; taken.has(id); n++) id = `${name} (${n})`;
    taken.add(id);
    return { id, label: name, ...kindOf(rows, at) };
  });
  return { columns, rows };
}

/** Dates stay dates; moments become text, because a table shows a `Date` as a day. */
function cellOf(value: unknown, type: string): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return /^timestamp/i.test(type) ? momentText(value) : value;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

function momentText(moment: Date): string {
  const iso = moment.toISOString();
  return iso.slice(0, 19).replace('T', ' ') + (moment.getUTCMilliseconds() === 0 ? '' : iso.slice(19, 23));
}

/** The kind of a column by its values; the engine hands counts out as floating numbers. */
function kindOf(rows: readonly (readonly Cell[])[], at: number): { kind: CellKind; digits?: number } {
  let kind: CellKind | null = null;
  for (const row of rows) {
    const value = row[at] ?? null;
    if (value === null) continue;
    if (typeof value === 'number') {
      if (!Number.isInteger(value)) return { kind: 'number', digits: 2 };
      kind = 'integer';
    } else return { kind: value instanceof Date ? 'date' : typeof value === 'boolean' ? 'boolean' : 'text' };
  }
  return { kind: kind ?? 'text' };
}

/** A grid track per column, wide enough for its header and first values; long texts are cut. */
export function columnTracks(table: TableModel, format: Format): string[] {
  return table.columns.map((column, at) => {
    const texts = [column.label, ...table.rows.slice(0, 50).map((row) => cellText(row[at] ?? null, column, format))];
    const longest = Math.min(
      28,
      Math.max(...texts.map((text) => [...text].reduce((width, letter) => width + (letter > '\u2e80' ? 1.7 : 1), 0)))
    );
    return `minmax(${Math.round(longest * 7.6 + 24)}px, 1fr)`;
  });
}
