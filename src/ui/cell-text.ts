import type { Format } from '../i18n/format.ts';
import type { Cell, TableColumn } from './table-model.ts';

/** A cell as it is read on screen, in the user's language. */
export function cellText(value: Cell, column: TableColumn, format: Format): string {
  if (value === null || value === '') return '–';
  if (value instanceof Date) return column.kind === 'month' ? format.month(value) : format.date(value);
  if (typeof value === 'boolean') return value ? (format.locale === 'zh' ? '是' : 'yes') : format.locale === 'zh' ? '否' : 'no';
  if (typeof value === 'string') return value;
  return numberText(value, column, format);
}

function numberText(value: number, column: TableColumn, format: Format): string {
  if (column.change) return changeText(value, column, format);
  switch (column.kind) {
    case 'integer':
      return format.integer(value);
    case 'percent':
      return format.percent(value, column.digits ?? 1);
    case 'money':
      return format.money(value, column.digits ?? 0);
    case 'days':
      return format.days(value);
    case 'number':
      return format.number(value, column.isTrimmed && Number.isInteger(value) ? 0 : (column.digits ?? 1));
    default:
      return String(value);
  }
}

function changeText(value: number, column: TableColumn, format: Format): string {
  if (column.kind === 'percent') return format.points(value, column.digits ?? 1);
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  return sign + numberText(Math.abs(value), { ...column, change: undefined }, format);
}

/** Numbers, days and money stand on the right so that their digits line up. */
export function isRightAligned(column: TableColumn): boolean {
  return column.kind !== 'text' && column.kind !== 'boolean';
}
