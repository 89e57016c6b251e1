import type { PlotOptions } from '@observablehq/plot';

/** A picture, described: what Plot draws, and what is said about it. */
export interface ChartSpec {
  /** What the picture is, for those who do not see it; the finding and the table say the rest. */
  readonly label: string;
  readonly options: PlotOptions;
  /** Only where direct labels do not fit. */
  readonly legend?: readonly LegendItem[];
}

export interface LegendItem {
  readonly label: string;
  readonly color: string;
  readonly look?: 'box' | 'hatch' | 'line' | 'dash';
}

/** The room a picture has, in pixels. */
export interface Size {
  readonly width: number;
  /** What is kept for it at least; bars grow into it. */
  readonly height?: number;
}

/** What every drawn value carries. */
export interface Drawn {
  /** The tooltip: `\n` between lines, the first is the headline. Give n and the interval. */
  readonly tip: string;
  /** The address of the customers behind it. */
  readonly href?: string | null;
}

/** Lines of a tooltip from its parts; empty ones are left out. */
export function tipOf(...lines: readonly (string | null | undefined | false)[]): string {
  return lines.filter(Boolean).join('\n');
}

/** Options that every picture shares; `options` comes on top. */
export function frame(size: Size, options: PlotOptions): PlotOptions {
  return {
    height: 260,
    marginTop: 26,
    marginRight: 16,
    marginBottom: 34,
    marginLeft: 46,
    ...options,
    width: Math.max(220, Math.floor(size.width)),
    style: {
      background: 'transparent',
      color: 'var(--ink-2)',
      fontFamily: 'var(--font)',
      fontSize: '12px',
      fontVariant: 'tabular-nums',
      overflow: 'visible'
    }
  };
}

/** At most about `room / each` of `items`, evenly spaced and always with the last: for tick labels. */
export function thinned<T>(items: readonly T[], room: number, each: number): T[] {
  const step = Math.max(1, Math.ceil(items.length / Math.max(1, Math.floor(room / each))));
  const last = items.length - 1;
  return items.filter((_, place) => (last - place) % step === 0);
}

/** Months follow each other at most this far apart, in milliseconds. */
export const MONTH_APART = 31.5 * 86_400_000;

/** Of days in order, those whose labels stand at least `each` pixels apart on an axis of `room` pixels; always the last. */
export function thinnedInTime(days: readonly Date[], room: number, each: number): Date[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const place = (day: Date) => (last > first ? ((day.getTime() - first.getTime()) / (last.getTime() - first.getTime())) * room : 0);
  const kept: Date[] = [last];
  for (const day of [...days].reverse()) if (place(kept[0] ?? last) - place(day) >= each) kept.unshift(day);
  // Evenly where the days are: every second or third one, not what just fits.
  const even = thinned(days, room, each);
  return even.every((day, at) => at === 0 || place(day) - place(even[at - 1] ?? day) >= each * 0.9) ? even : kept;
}
