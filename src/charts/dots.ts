import { axisX, axisY, dot, gridX, gridY, line, ruleX } from '@observablehq/plot';
import { frame, type ChartSpec, type Drawn, type Size } from './chart.ts';
import { niceTop } from './lines.ts';
import { plain } from './plain.ts';
import { widest } from './text-width.ts';

export interface Dot extends Drawn {
  readonly x: number;
  readonly y: number;
  /** The interval; drawn as a whisker. */
  readonly low?: number | null;
  readonly high?: number | null;
  readonly color?: string;
}

export interface DotsOptions {
  readonly label: string;
  readonly dots: readonly Dot[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xFormat: (x: number) => string;
  readonly yFormat: (y: number) => string;
  /** Where the axes begin; 0 unless said. */
  readonly from?: number;
  readonly xMax?: number;
  readonly yMax?: number;
  /** Draws the line on which x and y are equal. */
  readonly hasDiagonal?: boolean;
  readonly height?: number;
}

/** Points with their intervals as whiskers. */
export function dots(
  size: Size,
  { label, dots: points, xLabel, yLabel, xFormat, yFormat, from = 0, xMax, yMax, hasDiagonal = false, height = 270 }: DotsOptions
): ChartSpec {
  const right = xMax ?? niceTop(Math.max(0, ...points.map((point) => point.x)));
  const top = yMax ?? niceTop(Math.max(0, ...points.map((point) => Math.max(point.y, point.high ?? point.y))));
  const end = Math.min(right, top);
  const withInterval = points.filter(
    (point) => point.low !== undefined && point.low !== null && point.high !== undefined && point.high !== null
  );
  return {
    label,
    options: frame(size, {
      height,
      marginBottom: 40,
      marginLeft: widest([yFormat(top)]) + 16,
      x: { domain: [from, right], label: xLabel },
      y: { domain: [from, top], label: yLabel },
      marks: [
        gridY({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: 5 }),
        gridX({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: 5 }),
        axisY({ tickSize: 0, tickFormat: yFormat, ticks: 5, label: yLabel }),
        axisX({ tickSize: 4, tickFormat: xFormat, ticks: 5, label: xLabel, labelAnchor: 'right' }),
        ...(hasDiagonal
          ? [
              line(
                [
                  { x: from, y: from },
                  { x: end, y: end }
                ],
                { x: 'x', y: 'y', stroke: 'var(--muted)', strokeDasharray: '3,3' }
              )
            ]
          : []),
        ruleX(withInterval, {
          x: 'x',
          y1: 'low',
          y2: 'high',
          stroke: plain((point: Dot) => point.color ?? 'var(--accent)'),
          strokeWidth: 1.5
        }),
        dot(points, {
          x: 'x',
          y: 'y',
          r: 4.5,
          fill: plain((point: Dot) => point.color ?? 'var(--accent)'),
          title: 'tip',
          href: (point: Dot) => point.href ?? null
        })
      ]
    })
  };
}
