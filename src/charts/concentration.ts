import { areaY, axisX, axisY, dot, gridY, line, text } from '@observablehq/plot';
import { frame, type ChartSpec, type Drawn, type Size } from './chart.ts';

export interface ConcentrationPoint extends Drawn {
  /** Share of customers, best first, 0 to 1. */
  readonly x: number;
  /** Share of revenue they bring, 0 to 1. */
  readonly y: number;
}

export interface ConcentrationOptions {
  readonly label: string;
  /** From (0, 0) to (1, 1), x ascending. */
  readonly points: readonly ConcentrationPoint[];
  /** The point worth naming, with its words: "20% → 68%". */
  readonly marked?: ConcentrationPoint & { readonly text: string };
  readonly xLabel: string;
  readonly yLabel: string;
  readonly format: (share: number) => string;
  readonly height?: number;
}

/** Which share of customers brings which share of revenue, against the line of equal shares. */
export function concentration(
  size: Size,
  { label, points, marked, xLabel, yLabel, format, height = 270 }: ConcentrationOptions
): ChartSpec {
  const step = Math.max(1, Math.ceil(points.length / 40));
  const targets = points.filter((_, place) => place % step === 0);
  return {
    label,
    options: frame(size, {
      height,
      marginBottom: 40,
      marginLeft: 44,
      marginRight: 20,
      x: { domain: [0, 1], label: xLabel },
      y: { domain: [0, 1], label: yLabel },
      marks: [
        gridY({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: 5 }),
        axisY({ tickSize: 0, tickFormat: format, ticks: 5, label: yLabel }),
        axisX({ tickSize: 4, tickFormat: format, ticks: 5, label: xLabel, labelAnchor: 'right' }),
        // Both edges are given: where few customers share a place, Plot would pile them up.
        areaY(points, { x: 'x', y1: 0, y2: 'y', fill: 'var(--accent)', fillOpacity: 0.12 }),
        line(
          [
            { x: 0, y: 0 },
            { x: 1, y: 1 }
          ],
          { x: 'x', y: 'y', stroke: 'var(--muted)', strokeDasharray: '3,3' }
        ),
        line(points, { x: 'x', y: 'y', stroke: 'var(--accent)', strokeWidth: 2 }),
        dot(targets, {
          x: 'x',
          y: 'y',
          r: 6,
          fill: 'var(--accent)',
          fillOpacity: 0,
          title: 'tip',
          href: (point: ConcentrationPoint) => point.href ?? null
        }),
        ...(marked
          ? [
              dot([marked], {
                x: 'x',
                y: 'y',
                r: 4.5,
                fill: 'var(--accent)',
                stroke: 'var(--surface)',
                title: 'tip',
                href: () => marked.href ?? null
              }),
              text([marked], { x: 'x', y: 'y', text: 'text', textAnchor: 'start', dx: 9, dy: 13, fontWeight: 600, fill: 'var(--ink)' })
            ]
          : [])
      ]
    })
  };
}
