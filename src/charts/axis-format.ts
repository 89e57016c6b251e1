import type { Format } from '../i18n/format.ts';

/** Numbers along an axis: in full while they are short, then 12K or 1.2万. */
export function axisCount(format: Format): (value: number) => string {
  return (value) => (Math.abs(value) < 10_000 && Number.isInteger(value) ? format.integer(value) : format.compact(value));
}

/** Money along an axis, in the same way. */
export function axisMoney(format: Format): (value: number) => string {
  return (value) => (Math.abs(value) < 10_000 && Number.isInteger(value) ? format.money(value) : format.compactMoney(value));
}

/** Shares along an axis: 20%. */
export function axisShare(format: Format): (value: number) => string {
  return (value) => format.percent(value, Math.abs(value * 100 - Math.round(value * 100)) < 1e-6 ? 0 : 1);
}
