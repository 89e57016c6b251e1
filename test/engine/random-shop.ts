import type { EngineService } from '../../src/engine/contract.ts';
import { quoteText } from '../../src/engine/sql.ts';
import { makeShop } from './shop.ts';

/** Days are counted from this one; it is a Friday in mid month, so that no period starts on it. */
export const FIRST_DAY = Date.UTC(2023, 11, 15);
const DAY_MS = 86_400_000;

export interface RandomOrder {
  readonly customer: string;
  /** Days since `FIRST_DAY`. */
  readonly day: number;
  readonly amount: number;
  readonly channel: string | null;
}

/** Purchases of one customer as plain TypeScript sees them: distinct days in order, with their orders and money. */
export interface Visit {
  readonly day: number;
  readonly orders: number;
  readonly amount: number;
}

export const dayOf = (day: number): Date => new Date(FIRST_DAY + day * DAY_MS);
export const dayNumber = (day: Date): number => (day.getTime() - FIRST_DAY) / DAY_MS;

/** Orders that lie everywhere a rule could slip: same days, month ends, long silences, single buyers. The same for the same seed. */
export function randomOrders(seed: number, customers: number, days: number): RandomOrder[] {
  let state = seed;
  const next = (below: number): number => {
    // Numerical Recipes' linear congruential generator: enough to scatter orders.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: customers }, (_, number) => number).flatMap((number) => {
    const pace = [3, 9, 25, 70][next(4)] ?? 9;
    const count = next(3) === 0 ? 1 : 1 + next(12);
    let day = next(days);
    return Array.from({ length: count }, () => {
      const order = { customer: `c${number}`, day, amount: next(20_000) / 100, channel: ['web', 'shop', null][next(3)] ?? null };
      day += next(pace);
      return order;
    }).filter((order) => order.day < days);
  });
}

/** Makes the canonical tables of these orders. */
export async function shopOfOrders(engine: EngineService, orders: readonly RandomOrder[]): Promise<void> {
  const rows = orders.map(
    ({ customer, day, amount, channel }, place) =>
      `('o${place}', ${quoteText(customer)}, timestamp '${dayOf(day).toISOString().slice(0, 10)} 0${place % 10}:00:00', ${amount}, ${channel === null ? 'null' : quoteText(channel)})`
  );
  await makeShop(
    engine,
    `select order_id, customer_id, order_time, cast(amount as decimal(18, 2)) as amount, cast(channel as varchar) as channel
     from (values ${rows.join(', ')}) as given (order_id, customer_id, order_time, amount, channel)`
  );
}

/** The visits of each customer up to a day, worked out without SQL. */
export function visitsOf(orders: readonly RandomOrder[], until: number): Map<string, Visit[]> {
  const byCustomer = new Map<string, Visit[]>();
  for (const { customer, day, amount } of orders.filter((order) => order.day <= until).sort((a, b) => a.day - b.day)) {
    const visits = byCustomer.get(customer) ?? [];
    const same = visits.findIndex((visit) => visit.day === day);
    if (same < 0) visits.push({ day, orders: 1, amount });
    else visits[same] = { day, orders: (visits[same]?.orders ?? 0) + 1, amount: (visits[same]?.amount ?? 0) + amount };
    byCustomer.set(customer, visits);
  }
  return byCustomer;
}

/** The middle value, or the mean of the two in the middle; null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] ?? null) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
