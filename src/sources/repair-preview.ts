import { literal } from '../engine/sql.ts';
import { withTables } from './scope.ts';
import type { Repair } from './repairs.ts';

/** A repair as it would be: a merge tells which customer number goes into which. */
export type PlannedRepair = Exclude<Repair, { kind: 'merge' }> | { readonly kind: 'merge'; readonly merges: ReadonlyMap<number, number> };

/**
 * `sql`, which reads `counted` (one row per order: customer, day, amount), over the orders as they are or as `repair` would
 * leave them: the same rows that the shop has once it is built with it.
 */
export function overOrders(sql: string, repair: PlannedRepair | null): string {
  return withTables(sql, [['counted', repair === null ? AS_THEY_ARE : repaired(repair)]]);
}

const AS_THEY_ARE = 'select orders.customer, orders.day, orders.amount from orders';

function repaired(repair: PlannedRepair): string {
  if (repair.kind === 'merge') {
    if (repair.merges.size === 0) return AS_THEY_ARE;
    const merges = [...repair.merges].map((pair) => literal(pair)).join(', ');
    return `select coalesce(merged.into_customer, orders.customer) as customer, orders.day, orders.amount
from orders
left join (values ${merges}) as merged(customer, into_customer) on merged.customer = orders.customer`;
  }
  const [low, high] = [literal(repair.low), literal(repair.high)];
  const [isHigh, isLow] = [`orders.amount > ${high}`, `orders.amount > 0 and orders.amount < ${low}`];
  if (repair.way === 'set-aside') return `${AS_THEY_ARE} where not (${isHigh}) and not (${isLow})`;
  return `select orders.customer, orders.day, cast(case when ${isHigh} then ${high} when ${isLow} then ${low} else orders.amount end as decimal(18, 2)) as amount
from orders`;
}
