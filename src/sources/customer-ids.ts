import { literal } from '../engine/sql.ts';
import { keyExpression, type CustomerKey } from './identity.ts';

/** SQL: the customer id that `cell` (a cell of the key's column, as text) stands for; null for nobody. */
export function customerIdOf(key: CustomerKey, cell: string): string {
  const folded = keyExpression(cell, 'text', key.kind);
  return key.nobody.length === 0 ? folded : `case when ${folded} not in ${literal(key.nobody)} then ${folded} end`;
}
