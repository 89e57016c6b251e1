import { literal } from '../engine/sql.ts';
import { keyExpression, type CustomerKey } from './identity.ts';

/** SQL: whether a folded key stands for a customer. */
export function isSomebody(key: CustomerKey, folded: string): string {
  return key.nobody.length === 0 ? `${folded} is not null` : `coalesce(${folded} not in ${literal(key.nobody)}, false)`;
}

/** SQL: whether `cell` (a cell of the key's column, as text) stands for a customer. */
export function isCustomer(key: CustomerKey, cell: string): string {
  return isSomebody(key, keyExpression(cell, 'text', key.kind));
}
