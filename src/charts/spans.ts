import { axisX, axisY, dot, gridX, ruleX, ruleY, text } from '@observablehq/plot';
import { frame, type ChartSpec, type Drawn, type Size } from './chart.ts';
import { plain } from './plain.ts';
import { clipped, widest } from './text-width.ts';

export interface Span extends Drawn {
  readonly label: string;
  readonly value: number;
  /** The interval; without one the point stands alone. */
  readonly low: number | null;
  readonly high: number | null;
  /** The direct label behind it. */
  readonly text: string;
  readonly color: string;
}

export interface SpansOptions {
  readonly label: string;
  readonly spans: readonly Span[];
  /** A line to hold them against. */
  readonly at: number;
  readonly xLabel: string;
  readonly xFormat: (x: number) => string;
}

/** Steps of the scale, where intervals are narrow and where they are wide. */
const FINE = [2 / 3, 0.8, 1, 1.25, 1.5] as const;
const COARSE = [0.125, 0.25, 0.5, 1, 2, 4, 8] as const;
/** What reaches further, either way, ends at the edge. */
const MOST_REACH = 10;

/** Points with their intervals, one below the other, on a scale on which half and double are as far from one. */
export function spans(size: Size, { label, spans: rows, at, xLabel, xFormat }: SpansOptions): ChartSpec {
  const band = Math.max(24, Math.min(42, ((size.height ?? 0) - 44) / Math.max(1, rows.length)));
  const ends = rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const reach = Math.min(MOST_REACH, Math.max(1.5, ...ends.map((end) => Math.max(end / at, at / end))));
  const [from, to] = [at / reach, at * reach];
  const within = (x: number) => Math.min(to, Math.max(from, x));
  const ticks = (reach < 2 ? FINE : COARSE).map((step) => at * step).filter((tick) => tick >= from && tick <= to);
  const labelRoom = Math.min(size.width * 0.3, widest(rows.map((row) => row.label)) + 4);
  const place = (_: Span, index: number) => index;
  const color = plain((row: Span) => row.color);
  return {
    label,
    options: frame(size, {
      height: rows.length * band + 44,
      marginTop: 6,
      marginBottom: 38,
      marginLeft: labelRoom + 10,
      marginRight: Math.min(widest(rows.map((row) => row.text)) + 16, size.width * 0.5),
      x: { type: 'log', domain: [from, to] },
      y: { domain: rows.map((_, index) => index), padding: 0.2, type: 'band' },
      marks: [
        gridX({ stroke: 'var(--grid)', strokeOpacity: 1, ticks }),
        axisX({
          tickFormat: (x: number) => xFormat(x),
          ticks,
          tickSize: 4,
          label: xLabel,
          labelAnchor: 'right',
          labelArrow: 'none'
        }),
        axisY({
          tickFormat: (index: number) => clipped(rows[index]?.label ?? '', labelRoom),
          tickSize: 0,
          tickPadding: 8,
          label: null,
          fill: 'var(--ink)'
        }),
        ruleX([at], { stroke: 'var(--muted)', strokeDasharray: '3,3' }),
        ruleY(rows, {
          y: place,
          x1: (row: Span) => within(row.low ?? row.value),
          x2: (row: Span) => within(row.high ?? row.value),
          stroke: color,
          strokeWidth: 2
        }),
        dot(rows, { x: 'value', y: place, r: 4.5, fill: color, title: 'tip', href: (row: Span) => row.href ?? null }),
        text(rows, { x: to, y: place, text: 'text', textAnchor: 'start', dx: 8, fill: 'var(--ink-2)' })
      ]
    })
  };
}
