import type { Format } from '../../i18n/format.ts';
import { metricChange, type MetricChange } from '../../ui/metric-change.ts';

/** A move as a share of the value before; null when there is none, or it was nothing. */
export function relativeChange(
  now: number | null,
  before: number | null,
  better: 'up' | 'down' | null,
  against: string,
  format: Format
): MetricChange | null {
  if (now === null || before === null || before === 0) return null;
  return metricChange(now, before, (size) => format.percent(size / Math.abs(before)), better, against);
}

/** A move between two rates, in percentage points. */
export function pointChange(
  now: number | null,
  before: number | null,
  better: 'up' | 'down' | null,
  against: string,
  format: Format
): MetricChange | null {
  return metricChange(now, before, (size) => format.points(size).replace(/^\+/, ''), better, against);
}
