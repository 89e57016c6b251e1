/**
 * The canonical tables: what every analysis sees, whatever the files looked like. Built once per
 * import from `staged_orders`, sorted and typed for speed; the staged and raw tables are dropped after.
 */

/** Optional text columns of an order by which a page can be filtered. */
export const DIMENSIONS = ['channel', 'category', 'region', 'tier', 'shop'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * `staged_orders` (made by cleaning): one row per order used.
 * order_id text?, customer_id text? (null: nobody), order_time timestamp, amount decimal, gross, discount,
 * refund decimal?, quantity double?, lines integer, product text?, channel, category, region, tier, shop text?
 */
export const STAGED_ORDERS = 'staged_orders';

/** Tables every analysis may use, by the names their SQL uses. */
export const CANONICAL = ['orders', 'purchases', 'customer_months', 'customers'] as const;
export type CanonicalTable = (typeof CANONICAL)[number];

/**
 * Statements that build the base tables from `staged_orders`, in the catalogue `into` ('memory', or
 * 'packed' for compressed storage):
 * - `customer_profiles`: one row per customer: customer integer, customer_id, first_<dimension>.
 * - `all_orders`: one row per order: customer integer?, order_id, order_time, day, amount, …, dimensions.
 * - `all_purchases`: one row per customer and purchase day: customer, day, amount, orders, nth (1 = first),
 *   gap (days since the purchase before, null for the first), first_day.
 * - `numbers`: n from 0 to 4,999.
 */
export function buildStatements(into: 'memory' | 'packed'): string[] {
  const table = (name: string) => `create table ${into}.main.${name} as`;
  return [
    `${table('customer_profiles')}
     select
       cast(row_number() over (order by customer_id) as integer) as customer,
       customer_id,
       ${DIMENSIONS.map((dimension) => `first_${dimension}`).join(', ')}
     from (
       select customer_id, ${DIMENSIONS.map((dimension) => `arg_min(${dimension}, order_time) as first_${dimension}`).join(', ')}
       from ${STAGED_ORDERS}
       where customer_id is not null
       group by customer_id
     )`,
    `${table('all_orders')}
     select
       profile.customer, staged.order_id, staged.order_time, cast(staged.order_time as date) as day,
       staged.amount, staged.gross, staged.discount, staged.refund, staged.quantity, staged.lines, staged.product,
       ${DIMENSIONS.map((dimension) => `staged.${dimension}`).join(', ')}
     from ${STAGED_ORDERS} staged
     left join customer_profiles profile on profile.customer_id = staged.customer_id
     order by profile.customer nulls last, staged.order_time, staged.order_id`,
    `${table('all_purchases')} ${purchasesFrom('all_orders')}`,
    `${table('numbers')} select cast(range as integer) as n from range(0, 5000)`
  ];
}

/** Base tables, in the order in which they can be dropped. */
export const BASE_TABLES = ['all_purchases', 'all_orders', 'customer_profiles', 'numbers'] as const;

/** One row per customer and purchase day of the orders in `table`. */
export function purchasesFrom(table: string): string {
  return `select
  customer, day, amount, orders,
  cast(row_number() over visits as integer) as nth,
  days_between(lag(day) over visits, day) as gap,
  min(day) over (partition by customer) as first_day
from (
  select customer, day, sum(amount) as amount, cast(count(*) as integer) as orders
  from ${table}
  where customer is not null
  group by customer, day
) as purchase_days
window visits as (partition by customer order by day)
order by customer, day`;
}
