import { cell, text } from '@observablehq/plot';
import { frame, type ChartSpec, type Drawn, type Size } from './chart.ts';
import { hatch } from './hatch.ts';
import { plain } from './plain.ts';
import { clipped, widest } from './text-width.ts';
import { heat } from './theme.ts';

export interface HeatCell extends Drawn {
  /** Places among `rows` and `columns`. */
  readonly row: number;
  readonly column: number;
  /** What the shade means; null draws no shade. */
  readonly value: number | null;
  readonly text: string;
  /** A smaller line under the text. */
  readonly sub?: string;
  /** The period is not over: hatched. */
  readonly isPartial?: boolean;
}

export interface HeatMapOptions {
  readonly label: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly HeatCell[];
  /** A number per row between its name and its cells, such as the cohort's size. */
  readonly rowNumbers?: readonly string[];
  /** Headers of the row names and row numbers. */
  readonly rowHeader?: string;
  readonly rowNumberHeader?: string;
  /** Words along the axes: "bought more often →". */
  readonly xLabel?: string;
  readonly yLabel?: string;
  /** Column names above (a cohort table) or below (a grid with axes). */
  readonly columnsAt?: 'top' | 'bottom';
  /** Height of a row in pixels. */
  readonly band?: number;
  /** The value with the deepest shade; the largest of complete cells when absent. */
  readonly deepest?: number;
  /** Narrowest a cell may get: below it the texts are left out. */
  readonly narrowest?: number;
}

/** A table of shades with its numbers; the text colour is computed from each shade. */
export function heatMap(size: Size, options: HeatMapOptions): ChartSpec {
  const {
    label,
    rows,
    columns,
    cells,
    rowNumbers,
    rowHeader = '',
    rowNumberHeader = '',
    xLabel,
    yLabel,
    columnsAt = 'top',
    band = 32,
    narrowest = 34
  } = options;
  const nameRoom = Math.min(size.width * 0.3, widest([...rows, rowHeader]) + 14) + (yLabel ? 20 : 0);
  const numberRoom = rowNumbers ? widest([...rowNumbers, rowNumberHeader]) + 18 : 0;
  const marginLeft = Math.round(nameRoom + numberRoom);
  const each = (size.width - marginLeft - 2) / Math.max(1, columns.length);
  const hasTexts = each >= narrowest;
  const deepest = options.deepest ?? Math.max(1e-9, ...cells.filter((one) => !one.isPartial).map((one) => one.value ?? 0));
  const color = (one: HeatCell) => heat((one.value ?? 0) / deepest);
  const drawn = cells.filter((one) => one.value !== null);
  const partial = drawn.filter((one) => one.isPartial);
  const pattern = hatch('accent');
  const headerRoom = columnsAt === 'top' ? 26 : 6;
  const footRoom = columnsAt === 'bottom' ? (xLabel ? 44 : 24) : xLabel ? 24 : 4;
  const at = { x: 'column', y: 'row' } as const;
  const inset = { inset: 1, rx: 3 } as const;
  const hasSubs = drawn.some((one) => one.sub !== undefined);
  const ink = (one: HeatCell) => (one.isPartial ? 'var(--ink)' : color(one).ink);
  return {
    label,
    options: frame(size, {
      height: headerRoom + rows.length * band + footRoom,
      marginTop: headerRoom,
      marginRight: 2,
      marginBottom: footRoom,
      marginLeft,
      x: { type: 'band', domain: columns.map((_, place) => place), padding: 0, axis: null },
      y: { type: 'band', domain: rows.map((_, place) => place), padding: 0, axis: null },
      marks: [
        pattern.mark,
        text(columns, {
          x: (_, place) => place,
          text: (name: string) => clipped(name, each - 4),
          frameAnchor: columnsAt,
          dy: columnsAt === 'top' ? -14 : 14,
          fill: 'var(--muted)'
        }),
        text(rows, {
          y: (_, place) => place,
          text: (name: string) => clipped(name, nameRoom - 10),
          frameAnchor: 'left',
          textAnchor: 'start',
          dx: -marginLeft + 2 + (yLabel ? 20 : 0),
          fill: 'var(--ink-2)'
        }),
        ...(rowNumbers
          ? [
              text(rowNumbers, {
                y: (_, place) => place,
                text: (name: string) => name,
                frameAnchor: 'left',
                textAnchor: 'end',
                dx: -10,
                fill: 'var(--muted)'
              })
            ]
          : []),
        ...(columnsAt === 'top' && (rowHeader || rowNumberHeader)
          ? [
              text([rowHeader], {
                frameAnchor: 'top-left',
                textAnchor: 'start',
                dx: -marginLeft + 2,
                dy: -14,
                text: (name: string) => name,
                fill: 'var(--muted)'
              }),
              text([rowNumberHeader], {
                frameAnchor: 'top-left',
                textAnchor: 'end',
                dx: -10,
                dy: -14,
                text: (name: string) => name,
                fill: 'var(--muted)'
              })
            ]
          : []),
        cell(drawn, {
          ...at,
          ...inset,
          fill: plain((one: HeatCell) => (one.isPartial ? color(one).pale : color(one).fill)),
          title: 'tip',
          href: (one: HeatCell) => one.href ?? null
        }),
        cell(partial, { ...at, ...inset, fill: pattern.fill, pointerEvents: 'none' }),
        ...(hasTexts
          ? [
              text(drawn, {
                ...at,
                text: 'text',
                fill: plain(ink),
                fontWeight: hasSubs ? 650 : 450,
                dy: hasSubs ? -6 : 0,
                pointerEvents: 'none'
              }),
              ...(hasSubs
                ? [
                    text(drawn, {
                      ...at,
                      text: (one: HeatCell) => one.sub ?? '',
                      fill: plain(ink),
                      fontSize: 10.5,
                      dy: 9,
                      pointerEvents: 'none'
                    })
                  ]
                : [])
            ]
          : []),
        ...(xLabel
          ? [
              text([xLabel], {
                frameAnchor: 'bottom',
                dy: columnsAt === 'bottom' ? 34 : 16,
                text: (name: string) => name,
                fill: 'var(--ink-2)'
              })
            ]
          : []),
        ...(yLabel
          ? [
              text([yLabel], {
                frameAnchor: 'left',
                dx: -marginLeft + 8,
                rotate: -90,
                text: (name: string) => name,
                textAnchor: 'middle',
                fill: 'var(--ink-2)'
              })
            ]
          : [])
      ]
    })
  };
}
