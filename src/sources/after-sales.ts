import { normaliseHeader } from './header.ts';
import { decideFormats, roleExpression } from './column-formats.ts';
import type { Work } from './engine-work.ts';
import { columnOf, type Mapping, type Role } from './mapping.ts';
import { isLoaded, rawName, type RawTable } from './raw-table.ts';
import { readStatuses, statusExpression } from './statuses.ts';

/** Headers that a refund has, and one that only an order has. */
const OF_REFUND = /(申请|同意退款)(时间|日期)|^(售后|退款|退货)(单)?(编号|单号|号|id)$|(refund|return) (id|number|requested)/;
const OF_ORDER = /^(订单|交易)状态$|^order (status|state)$/;

/**
 * Whether a file lists refunds and not orders: each row names an order and what was given back, and the file
 * says no amount of the order, or has numbers or times of refunds and no state of the order. What the user said
 * of the file's subject stands.
 */
export function isAfterSales(columns: readonly string[], mapping: Mapping): boolean {
  const { subject, subjectConfidence } = mapping;
  if (subject !== undefined && (subjectConfidence === 'user' || (subject !== 'orders' && subject !== 'returns')))
    return subject === 'returns';
  const has = (...roles: Role[]) => roles.some((role) => mapping.roles.includes(role));
  if (!has('order_id') || !has('refund', 'refund_status')) return false;
  if (!has('amount', 'gross', 'unit_price', 'customer')) return true;
  const headers = columns.map(normaliseHeader);
  return headers.some((header) => OF_REFUND.test(header)) && !headers.some((header) => OF_ORDER.test(header));
}

/**
 * SQL: one row per refund that went through: order_id, amount (null: the whole order). Refunds that were
 * refused, withdrawn or are under way are left out where a status tells them.
 */
export async function returnsSelect(work: Work, raw: RawTable, mapping: Mapping): Promise<string> {
  const formats = await decideFormats(work.run, raw, mapping);
  const role = isLoaded(raw, columnOf(mapping, 'refund_status') ?? -1) ? 'refund_status' : 'status';
  const status = await readStatuses(work.run, raw, mapping, role);
  const cell = status ? rawName(status.column) : '';
  // "Completed" says of an order that it was paid, and of a refund that the money went back.
  const isDone = status
    ? `coalesce(${statusExpression(status, cell)} in ('refunded', 'partially-refunded') or regexp_matches(lower(${cell}), '成功|完成|complete|success'), false)`
    : 'true';
  const amount = roleExpression(raw, mapping, formats, 'refund');
  return `select ${roleExpression(raw, mapping, formats, 'order_id') ?? 'cast(null as varchar)'} as order_id, ${amount ? `abs(${amount})` : 'cast(null as decimal(18, 2))'} as amount
from ${raw.name} where ${isDone}${amount ? ` and coalesce(${amount}, 1) <> 0` : ''}`;
}
