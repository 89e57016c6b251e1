import type { Format } from '../i18n/format.ts';

/** Numbers along an axis: in full while they are short, then 12K or 1.2万. */
export function axisCount(format: Format): (value: number) => string {
  return (value) => (Math.abs(value) < 10_000 && Number.isInteger(value) ? format.integer(value) : format.compact(value));
}
