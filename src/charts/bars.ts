import { axisY, barX, ruleX, text } from '@observablehq/plot';
import { frame, type ChartSpec, type Drawn, type Size } from './chart.ts';
import { plain } from './plain.ts';
import { clipped, widest } from './text-width.ts';

export interface Bar extends Drawn {
  readonly label: string;
  readonly value: number;
  /** The direct label behind the bar: "2,210 · 54% rev". */
  readonly text: string;
  readonly color?: string;
}

export interface BarsOptions {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** Height of one bar with its gap, in pixels; a little more where there is room. */
  readonly band?: number;
  /** The scale reaches at least so far, so that what is small looks small. */
  readonly reach?: number;
}

/** A bar with its gap is never higher than this, in pixels. */
const MOST = 42;

/** Horizontal bars from zero, one below the other, each with its numbers behind it. */
export function bars(size: Size, { label, bars: rows, band: least = 26, reach = 0 }: BarsOptions): ChartSpec {
  const band = Math.max(least, Math.min(MOST, ((size.height ?? 0) - 8) / Math.max(1, rows.length)));
  const labelRoom = Math.min(size.width * 0.36, widest(rows.map((row) => row.label)) + 4);
  const textRoom = widest(rows.map((row) => row.text)) + 10;
  const largest = Math.max(1e-9, reach, ...rows.map((row) => row.value));
  return {
    label,
    options: frame(size, {
      height: rows.length * band + 8,
      marginTop: 4,
      marginBottom: 4,
      marginLeft: labelRoom + 10,
      marginRight: Math.min(textRoom, size.width * 0.4),
      x: { domain: [Math.min(0, ...rows.map((row) => row.value)), largest], axis: null },
      y: { domain: rows.map((_, place) => place), padding: 0.22 },
      marks: [
        axisY({
          tickFormat: (place: number) => clipped(rows[place]?.label ?? '', labelRoom),
          tickSize: 0,
          tickPadding: 8,
          label: null,
          fill: 'var(--ink)'
        }),
        barX(rows, {
          x: 'value',
          y: (_, place) => place,
          fill: plain((row: Bar) => row.color ?? 'var(--accent)'),
          rx: 3,
          insetTop: 0.5,
          insetBottom: 0.5,
          title: 'tip',
          href: (row: Bar) => row.href ?? null
        }),
        text(rows, {
          x: (row: Bar) => Math.max(0, row.value),
          y: (_, place) => place,
          text: 'text',
          textAnchor: 'start',
          dx: 7,
          fill: 'var(--ink-2)'
        }),
        ruleX([0], { stroke: 'var(--line-strong)' })
      ]
    })
  };
}
