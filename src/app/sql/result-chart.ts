import { axisCount } from '../../charts/axis-format.ts';
import { bars } from '../../charts/bars.ts';
import type { ChartSpec, Size } from '../../charts/chart.ts';
import { lines } from '../../charts/lines.ts';
import { stackedBars } from '../../charts/stacked-bars.ts';
import type { Format } from '../../i18n/format.ts';
import { cellText } from '../../ui/cell-text.ts';
import type { Cell, TableModel } from '../../ui/table-model.ts';

export type ChartShape = 'bars' | 'line';

/** Which columns are drawn, and how. */
export interface ChartChoice {
  readonly x: number;
  readonly y: number;
  readonly shape: ChartShape;
}

/** Values beyond this are not drawn: a picture of more says nothing. */
const DRAWN = { bars: 60, line: 2_000 } as const;

export function numericColumns(table: TableModel): number[] {
  return table.columns.flatMap((column, at) => (column.kind === 'integer' || column.kind === 'number' ? [at] : []));
}

/** The choice to begin with: the first text or date column across, the first other number up; null without numbers. */
export function firstChoice(table: TableModel): ChartChoice | null {
  const numbers = numericColumns(table);
  const named = table.columns.findIndex((column) => column.kind === 'text' || column.kind === 'date');
  const x = named >= 0 ? named : 0;
  const y = numbers.find((at) => at !== x) ?? (named < 0 ? undefined : numbers[0]);
  if (y === undefined) return null;
  return { x, y, shape: table.columns[x]?.kind === 'date' && table.rows.length > 12 ? 'line' : 'bars' };
}

/** How many rows a choice draws. */
export function drawnRows(table: TableModel, choice: ChartChoice): number {
  return Math.min(table.rows.length, DRAWN[choice.shape]);
}

interface Point {
  readonly x: Cell;
  readonly name: string;
  readonly y: number;
  readonly shown: string;
  readonly tip: string;
}

/** A result's column against another; rows whose number is empty are not drawn. */
export function resultChart(table: TableModel, choice: ChartChoice, label: string, format: Format, size: Size): ChartSpec {
  const xColumn = table.columns[choice.x];
  const yColumn = table.columns[choice.y];
  if (!xColumn || !yColumn) throw new TypeError(`no columns ${choice.x} and ${choice.y} to draw`);
  const points = table.rows.slice(0, drawnRows(table, choice)).flatMap((row): Point[] => {
    const x = row[choice.x] ?? null;
    const y = row[choice.y];
    if (typeof y !== 'number') return [];
    const name = cellText(x, xColumn, format);
    const shown = cellText(y, yColumn, format);
    return [{ x, name, y, shown, tip: `${name}\n${yColumn.label}: ${shown}` }];
  });
  const yFormat = axisCount(format);
  if (choice.shape === 'line') {
    // What cannot be measured along the axis stands in the order of the rows.
    const isMeasured = points.every(({ x }) => x instanceof Date || typeof x === 'number');
    const placed = points.map(({ x, y, tip }, at) => ({ x: isMeasured && (x instanceof Date || typeof x === 'number') ? x : at, y, tip }));
    const sorted = isMeasured ? [...placed].sort((a, b) => Number(a.x) - Number(b.x)) : placed;
    return lines(size, {
      label,
      lines: [{ id: 'y', label: yColumn.label, color: 'var(--series-1)', points: sorted }],
      xLabel: null,
      yLabel: yColumn.label,
      yFormat,
      ...(isMeasured
        ? xColumn.kind === 'date'
          ? {}
          : { xFormat: (x: number | Date) => format.compact(Number(x)) }
        : { xFormat: (x: number | Date) => points[Number(x)]?.name ?? '' })
    });
  }
  if (xColumn.kind === 'text')
    return bars(size, { label, bars: points.map(({ name, y, shown, tip }) => ({ label: name, value: y, text: shown, tip })) });
  return stackedBars(size, {
    label,
    periods: points.map(({ name }) => name),
    series: [{ label: yColumn.label, color: 'var(--series-1)' }],
    parts: points.map(({ y, tip }, period) => ({ period, series: 0, value: y, tip })),
    yLabel: yColumn.label,
    yFormat
  });
}
