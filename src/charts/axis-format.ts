import type { Format } from '../i18n/format.ts';

/** Numbers along an axis: in full while that reads well, then 120k or 1.2万. */
export function axisCount(format: Format): (value: number) => string {
  const most = format.locale === 'zh' ? 10_000 : 100_000;
  return (value) => (Math.abs(value) < most && Number.isInteger(value) ? format.integer(value) : format.compact(value));
}

/** Rates along an axis whose ticks stand `step` apart, with as many digits as keep them apart and no more. */
export function axisPercent(format: Format): (value: number, step?: number) => string {
  return (value, step = 0.01) => format.percent(value, Math.max(0, Math.ceil(-Math.log10(step * 100) - 1e-9)));
}

/** The labels of ticks, without those that say the same as the one before: a few days lie in one month. */
export function withoutRepeats<T>(format: (value: T) => string): (value: T, place: number, ticks?: readonly T[]) => string {
  return (value, place, ticks) => {
    const before = ticks?.[place - 1];
    return before !== undefined && format(before) === format(value) ? '' : format(value);
  };
}
