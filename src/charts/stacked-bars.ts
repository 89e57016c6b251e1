import { axisX, axisY, barY, gridY, ruleY } from '@observablehq/plot';
import { frame, thinned, type ChartSpec, type Drawn, type LegendItem, type Size } from './chart.ts';
import { hatch } from './hatch.ts';
import { tickStep } from './lines.ts';
import { plain } from './plain.ts';
import { widest } from './text-width.ts';

export interface StackPart extends Drawn {
  /** Place among `periods`. */
  readonly period: number;
  /** Place among `series`. */
  readonly series: number;
  /** Below zero stands under the line. */
  readonly value: number;
  /** The period is not over: hatched. */
  readonly isPartial?: boolean;
}

export interface StackedBarsOptions {
  readonly label: string;
  /** Tick labels of the periods in order; `\n` breaks a line. */
  readonly periods: readonly string[];
  readonly series: readonly { readonly label: string; readonly color: string }[];
  readonly parts: readonly StackPart[];
  readonly yLabel: string;
  readonly yFormat: (value: number) => string;
  /** Words for hatched bars in the legend. */
  readonly partialLabel?: string;
  readonly height?: number;
}

/** Lines across, about. */
const TICKS = 5;

/** Bars over time, one on the other from the zero line, losses under it. */
export function stackedBars(
  size: Size,
  { label, periods, series, parts, yLabel, yFormat, partialLabel, height = 290 }: StackedBarsOptions
): ChartSpec {
  const pattern = hatch();
  const ticks = thinned(
    periods.map((_, place) => place),
    size.width - 64,
    widest(periods, 11) + 12
  );
  const partial = parts.filter((part) => part.isPartial);
  const legend: LegendItem[] = series.map((one) => ({ ...one }));
  if (partialLabel && partial.length > 0) legend.push({ label: partialLabel, color: 'var(--muted)', look: 'hatch' });
  const stack = { x: 'period', y: 'value', z: 'series', order: 'series', insetLeft: 0.5, insetRight: 0.5, insetTop: 0.5 } as const;
  return {
    label,
    legend,
    options: frame(size, {
      height,
      marginTop: 24,
      marginLeft: Math.max(40, widest(tickLabels(parts, periods.length, yFormat)) + 16),
      marginBottom: periods.some((name) => name.includes('\n')) ? 40 : 28,
      x: { type: 'band', domain: periods.map((_, place) => place), padding: 0.12 },
      y: { nice: true, label: yLabel, tickFormat: yFormat, ticks: TICKS },
      marks: [
        pattern.mark,
        gridY({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: TICKS }),
        axisY({ tickSize: 0, tickFormat: yFormat, label: yLabel, ticks: TICKS }),
        axisX({ ticks, tickFormat: (place: number) => periods[place] ?? '', tickSize: 0, tickPadding: 7, label: null }),
        barY(parts, {
          ...stack,
          fill: plain((part: StackPart) => series[part.series]?.color ?? 'var(--series-8)'),
          fillOpacity: { value: (part: StackPart) => (part.isPartial ? 0.55 : 1), scale: null },
          title: 'tip',
          href: (part: StackPart) => part.href ?? null
        }),
        barY(partial, { ...stack, fill: pattern.fill, pointerEvents: 'none' }),
        ruleY([0], { stroke: 'var(--ink-2)' })
      ]
    })
  };
}

/** The words along the axis, for the room they need: any may be the longest, 1.5m beside 2m. */
function tickLabels(parts: readonly StackPart[], periods: number, yFormat: (value: number) => string): string[] {
  const [above, below] = [new Float64Array(periods), new Float64Array(periods)];
  for (const { period, value } of parts) {
    const side = value > 0 ? above : below;
    side[period] = (side[period] ?? 0) + value;
  }
  const [high, low] = [Math.max(0, ...above), Math.min(0, ...below)];
  if (high === low) return [];
  const step = tickStep(high - low, TICKS);
  const first = Math.floor(low / step);
  return Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, place) => yFormat((first + place) * step));
}
