import { axisX, axisY, gridY, rectY, ruleX, ruleY, text } from '@observablehq/plot';
import { frame, type ChartSpec, type Drawn, type Size } from './chart.ts';
import { widest } from './text-width.ts';

export interface Bin extends Drawn {
  /** From `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface HistogramOptions {
  readonly label: string;
  readonly bins: readonly Bin[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xFormat?: (x: number) => string;
  readonly yFormat: (y: number) => string;
  readonly markers?: readonly { readonly x: number; readonly label: string }[];
  readonly height?: number;
}

/** How often a number falls into each range, from zero. */
export function histogram(
  size: Size,
  { label, bins, xLabel, yLabel, xFormat, yFormat, markers = [], height = 250 }: HistogramOptions
): ChartSpec {
  const top = Math.max(0, ...bins.map((bin) => bin.count));
  const start = Math.min(...bins.map((bin) => bin.from));
  const end = Math.max(...bins.map((bin) => bin.to));
  // A word near the right edge stands before its line.
  const isLate = (x: number) => x > start + (end - start) * 0.68;
  return {
    label,
    options: frame(size, {
      height,
      marginBottom: 40,
      marginTop: 34,
      marginLeft: widest([yFormat(top)]) + 18,
      x: { label: xLabel },
      y: { label: yLabel, domain: [0, top > 0 ? top : 1], nice: true },
      marks: [
        gridY({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: 4 }),
        axisY({ tickSize: 0, tickFormat: yFormat, ticks: 4, label: yLabel }),
        axisX({
          tickSize: 4,
          ticks: Math.max(2, Math.min(10, Math.floor(size.width / 60))),
          label: xLabel,
          labelAnchor: 'right',
          ...(xFormat ? { tickFormat: xFormat } : {})
        }),
        rectY(bins, {
          x1: 'from',
          x2: 'to',
          y: 'count',
          fill: 'var(--accent)',
          insetLeft: 0.5,
          insetRight: 0.5,
          rx: 1.5,
          title: 'tip',
          href: (bin: Bin) => bin.href ?? null
        }),
        ruleY([0], { stroke: 'var(--line-strong)' }),
        ...markers.map((marker) => ruleX([marker.x], { stroke: 'var(--ink-2)', strokeDasharray: '3,3' })),
        ...markers.map((marker, place) =>
          text([marker], {
            x: 'x',
            text: 'label',
            frameAnchor: 'top',
            textAnchor: isLate(marker.x) ? 'end' : 'start',
            dx: isLate(marker.x) ? -5 : 5,
            dy: 2 + place * 15,
            fill: 'var(--ink)',
            fontWeight: 600,
            stroke: 'var(--surface)',
            strokeWidth: 4
          })
        )
      ]
    })
  };
}
