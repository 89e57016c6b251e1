import type { Format } from '../../i18n/format.ts';
import type { CellKind, TableModel } from '../../ui/table-model.ts';
import { WORDS } from './messages.ts';
import type { CustomerOrder } from './queries.ts';

const KINDS: readonly (readonly [keyof CustomerOrder, CellKind])[] = [
  ['day', 'date'],
  ['order_id', 'text'],
  ['amount', 'money'],
  ['gap', 'days'],
  ['gross', 'money'],
  ['discount', 'money'],
  ['refund', 'money'],
  ['quantity', 'number'],
  ['product', 'text'],
  ['channel', 'text'],
  ['category', 'text'],
  ['region', 'text'],
  ['tier', 'text'],
  ['shop', 'text']
];

/** One row per order, the latest first; columns that no order fills are left out. */
export function ordersTable(orders: readonly CustomerOrder[], format: Format): TableModel {
  const labels = WORDS[format.locale].orderColumns;
  const filled = KINDS.filter(([id]) => id === 'day' || id === 'amount' || orders.some((order) => order[id] !== null));
  return {
    columns: filled.map(([id, kind]) => ({ id, label: labels[id], kind, ...(kind === 'money' ? { digits: 2 } : {}) })),
    rows: orders.map((order) => filled.map(([id]) => order[id]))
  };
}
