import { areaY, axisX, axisY, dot, gridY, line, ruleX, ruleY, text, type CurveName } from '@observablehq/plot';
import { withoutRepeats } from './axis-format.ts';
import { frame, type ChartSpec, type Drawn, type Size } from './chart.ts';
import { plain } from './plain.ts';
import { spread } from './spread.ts';
import { widest } from './text-width.ts';

export interface LinePoint extends Drawn {
  readonly x: number | Date;
  readonly y: number;
  /** The interval; drawn as a band. */
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface Line {
  readonly id: string;
  /** Stands at the end of the curve. */
  readonly label: string;
  readonly color: string;
  readonly points: readonly LinePoint[];
  readonly isDashed?: boolean;
}

export interface LinesOptions {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly xLabel: string | null;
  readonly yLabel: string;
  readonly xFormat?: (x: number | Date) => string;
  /** `step` is how far apart the ticks stand. */
  readonly yFormat: (y: number, step: number) => string;
  readonly xTicks?: number | readonly (number | Date)[];
  /** 0 to this when given, else from the data. The axis always starts at 0. */
  readonly yMax?: number;
  /** 'step-after' for survival curves. */
  readonly curve?: CurveName;
  readonly height?: number;
  /** Points further apart than this along x are not joined: what lies between is not known. */
  readonly joinedUpTo?: number;
  /** Days or values worth a vertical line, with a word. */
  readonly markers?: readonly { readonly x: number | Date; readonly label: string }[];
}

/** Lines across, about. */
const TICKS = 5;

interface Place extends LinePoint {
  readonly line: Line;
  /** Points of one run are joined. */
  readonly run: string;
}

/** Curves with their intervals as bands, each named at its end. */
export function lines(size: Size, options: LinesOptions): ChartSpec {
  const { label, lines: curves, xLabel, yLabel, xFormat, xTicks, curve = 'linear', height = 260, markers = [] } = options;
  const drawn = curves.map((one) => ({ ...one, points: inRuns(one, options.joinedUpTo ?? Infinity) }));
  const places = drawn.flatMap((one) => one.points);
  const top = options.yMax ?? niceTop(Math.max(0, ...places.map((place) => Math.max(place.y, place.high ?? place.y))));
  const step = tickStep(top, TICKS);
  const yFormat = (y: number) => options.yFormat(y, step);
  const [marginTop, marginBottom] = [26, xLabel === null ? 26 : 40];
  const inner = height - marginTop - marginBottom;
  const ends = curves.flatMap((one) => {
    const last = one.points.at(-1);
    return last ? [{ line: one, x: last.x, y: last.y }] : [];
  });
  // Names that stand at the same place keep apart.
  const offsets = new Map<(typeof ends)[number], number>();
  for (const x of new Set(ends.map((end) => Number(end.x)))) {
    const here = ends.filter((end) => Number(end.x) === x);
    const apart = spread(
      here.map((end) => inner * (1 - end.y / top)),
      14
    );
    here.forEach((end, place) => offsets.set(end, apart[place] ?? 0));
  }
  const hasBand = (place: Place) => place.low !== undefined && place.low !== null && place.high !== undefined && place.high !== null;
  const targets = drawn.flatMap((one) => sampled(one.points, 60));
  const reach = places.map((place) => Number(place.x));
  const [start, end] = [Math.min(...reach), Math.max(...reach)];
  // A word near the right edge stands before its line.
  const isOfDays = places[0]?.x instanceof Date;
  const isLate = (x: number | Date) => Number(x) > start + (end - start) * 0.75;
  const marginLeft = widest([yFormat(top)], 12) + 16;
  const marginRight = Math.min(size.width * 0.3, widest(ends.map((end) => end.line.label)) + 16);
  const isSparse = places.length / Math.max(1, curves.length) <= 16;
  return {
    label,
    options: frame(size, {
      height,
      marginTop,
      marginBottom,
      marginLeft,
      marginRight,
      x: { label: xLabel, ...(isOfDays ? { type: 'utc' } : {}) },
      y: { domain: [0, top], label: yLabel },
      marks: [
        gridY({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: TICKS }),
        axisY({ tickSize: 0, tickFormat: yFormat, label: yLabel, ticks: TICKS }),
        axisX({
          tickSize: 4,
          label: xLabel,
          labelAnchor: 'right',
          ...(xFormat ? { tickFormat: withoutRepeats(xFormat) } : {}),
          ticks: (xTicks ??
            (isOfDays
              ? ticksOf(size.width)
              : tellingTicks(
                  start,
                  end,
                  reach.length > 0 && reach.every(Number.isInteger),
                  size.width - marginLeft - marginRight,
                  xFormat ?? String
                ))) as number
        }),
        ...markers.map((marker) => ruleX([marker.x], { stroke: 'var(--muted)', strokeDasharray: '2,3' })),
        ...markers.map((marker) =>
          text([marker], {
            x: 'x',
            text: 'label',
            frameAnchor: 'top',
            textAnchor: isLate(marker.x) ? 'end' : 'start',
            dx: isLate(marker.x) ? -4 : 4,
            dy: 2,
            fill: 'var(--muted)',
            stroke: 'var(--surface)',
            strokeWidth: 4
          })
        ),
        areaY(places.filter(hasBand), {
          x: 'x',
          y1: 'low',
          y2: 'high',
          z: 'run',
          fill: plain((place: Place) => place.line.color),
          fillOpacity: 0.13,
          curve
        }),
        ...drawn.map((one) =>
          line(one.points, {
            x: 'x',
            y: 'y',
            z: 'run',
            stroke: one.color,
            strokeWidth: 2,
            curve,
            ...(one.isDashed ? { strokeDasharray: '5,4' } : {})
          })
        ),
        ruleY([0], { stroke: 'var(--line-strong)' }),
        dot(targets, {
          x: 'x',
          y: 'y',
          r: isSparse ? 3 : 5,
          fill: plain((place: Place) => place.line.color),
          fillOpacity: isSparse ? 1 : 0,
          title: 'tip',
          href: (place: Place) => place.href ?? null
        }),
        ...ends.map((end) =>
          text([end], {
            x: 'x',
            y: 'y',
            text: () => end.line.label,
            textAnchor: 'start',
            dx: 9,
            dy: offsets.get(end) ?? 0,
            fill: `color-mix(in oklab, ${end.line.color} 62%, var(--ink))`,
            fontWeight: 600,
            // A curve that ends early has others running behind its name.
            stroke: 'var(--surface)',
            strokeWidth: 4
          })
        )
      ]
    })
  };
}

/** The points of a curve, each with the run it belongs to. */
function inRuns(one: Line, joinedUpTo: number): Place[] {
  let run = 0;
  return one.points.map((point, at) => {
    const before = one.points[at - 1];
    if (before && Number(point.x) - Number(before.x) > joinedUpTo) run += 1;
    return { ...point, line: one, run: `${one.id} ${run}` };
  });
}

/** The step between about `count` round ticks from 0 to `top`: 1, 2 or 5 times a power of ten. */
export function tickStep(top: number, count: number): number {
  const rough = top / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const over = rough / power;
  return power * (over >= Math.sqrt(50) ? 10 : over >= Math.sqrt(10) ? 5 : over >= Math.SQRT2 ? 2 : 1);
}

/** Ticks along an axis so wide, at most. */
function ticksOf(width: number): number {
  return Math.max(2, Math.min(10, Math.floor(width / 60)));
}

/** About how many ticks from `start` to `end` stand apart on `room` pixels. Few whole numbers are named one by one, with none between them. */
export function tellingTicks(
  start: number,
  end: number,
  isWhole: boolean,
  room: number,
  shown: (value: number) => string
): number | number[] {
  const most = ticksOf(room);
  if (isWhole && end - start <= most) return Array.from({ length: end - start + 1 }, (_, place) => start + place);
  const fits = (count: number) => {
    const step = tickStep(end - start, count);
    return (step / (end - start)) * room >= widest([shown(Math.floor(end / step) * step), shown(Math.ceil(start / step) * step)]) + 12;
  };
  return Array.from({ length: most - 2 }, (_, place) => most - place).find(fits) ?? 2;
}

/** A round number at or above `value`, so that the top grid line closes the picture. */
export function niceTop(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value * 0.9999) ?? 10;
  return step * power;
}

function sampled<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, place) => place % step === 0 || place === items.length - 1);
}
