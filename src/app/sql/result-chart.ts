import { barY, dot, line, ruleY } from '@observablehq/plot';
import { frame, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { Format } from '../../i18n/format.ts';
import { cellText } from '../../ui/cell-text.ts';
import type { TableModel } from '../../ui/table-model.ts';

export type ChartShape = 'bars' | 'line';

/** Which columns are drawn, and how. */
export interface ChartChoice {
  readonly x: number;
  readonly y: number;
  readonly shape: ChartShape;
}

/** Values beyond this are not drawn: a picture of more says nothing. */
export const DRAWN_BARS = 60;
export const DRAWN_POINTS = 2_000;

export function numericColumns(table: TableModel): number[] {
  return table.columns.flatMap((column, at) => (column.kind === 'integer' || column.kind === 'number' ? [at] : []));
}

/** The choice to begin with: the first text or date column across, the first other number up; null without numbers. */
export function firstChoice(table: TableModel): ChartChoice | null {
  const numbers = numericColumns(table);
  const named = table.columns.findIndex((column) => column.kind !== 'integer' && column.kind !== 'number' && column.kind !== 'boolean');
  const x = named >= 0 ? named : 0;
  const y = numbers.find((at) => at !== x);
  if (y === undefined) return null;
  return { x, y, shape: table.columns[x]?.kind === 'date' && table.rows.length > 12 ? 'line' : 'bars' };
}

/** How many rows a choice draws. */
export function drawnRows(table: TableModel, choice: ChartChoice): number {
  return Math.min(table.rows.length, choice.shape === 'bars' ? DRAWN_BARS : DRAWN_POINTS);
}

/** A result's column against another. */
export function resultChart(table: TableModel, choice: ChartChoice, label: string, format: Format, size: Size): ChartSpec {
  const xColumn = table.columns[choice.x];
  const yColumn = table.columns[choice.y];
  if (!xColumn || !yColumn) throw new TypeError(`no columns ${choice.x} and ${choice.y} to draw`);
  const points = table.rows.slice(0, drawnRows(table, choice)).map((row, at) => {
    const x = row[choice.x] ?? null;
    const y = row[choice.y];
    const name = cellText(x, xColumn, format);
    return { at, x: choice.shape === 'line' && (x instanceof Date || typeof x === 'number') ? x : name, y: typeof y === 'number' ? y : null, title: `${name}\n${yColumn.label}: ${cellText(y ?? null, yColumn, format)}` };
  });
  const isBand = choice.shape === 'bars' || typeof points[0]?.x === 'string';
  const names = points.map((point) => String(point.x));
  const isCrowded = isBand && (names.length > 12 || names.some((name) => name.length > 10));
  // Bands that are too many for their names keep every n-th of them.
  const step = Math.max(1, Math.ceil((names.length * 18) / Math.max(240, size.width)));
  const encoding = { x: 'x', y: 'y', title: 'title' } as const;
  const marks =
    choice.shape === 'bars'
      ? [barY(points, { ...encoding, fill: 'var(--series-1)', rx: 2 }), ruleY([0], { stroke: 'var(--line-strong)' })]
      : [line(points, { x: 'x', y: 'y', stroke: 'var(--series-1)', strokeWidth: 2 }), dot(points, { ...encoding, r: points.length > 150 ? 1.5 : 3, fill: 'var(--series-1)' })];
  return {
    label,
    options: frame(size, {
      height: 320,
      marginBottom: isCrowded ? 96 : 40,
      marginLeft: 60,
      x: isBand
        ? { type: choice.shape === 'bars' ? 'band' : 'point', domain: names, label: null, tickRotate: isCrowded ? -40 : 0, ticks: names.filter((_, at) => at % step === 0), tickFormat: (name: string) => (name.length > 14 ? `${name.slice(0, 13)}…` : name) }
        : { label: null, ...(xColumn.kind === 'date' ? { type: 'utc' as const } : { tickFormat: (value: number) => format.compact(value) }) },
      y: { label: yColumn.label, grid: true, tickFormat: (value: number) => format.compact(value), ...(choice.shape === 'bars' ? { zero: true } : {}) },
      marks
    })
  };
}
