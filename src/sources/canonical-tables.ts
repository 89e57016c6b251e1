import { createSubjectTables, SUBJECT_BASES, SUBJECT_TABLES } from './subjects/subject-tables.ts';

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
 * Dimensions may be enums, which sort and filter faster and are read as text.
 */
export const STAGED_ORDERS = 'staged_orders';

/** The canonical tables that are made of orders. */
export const ORDER_TABLES = ['orders', 'purchases', 'customer_months', 'customers', 'rhythms'] as const;
/** Tables every analysis may use, by the names their SQL uses. */
export const CANONICAL = [...ORDER_TABLES, ...SUBJECT_TABLES] as const;
export type CanonicalTable = (typeof CANONICAL)[number];

/** The catalogues a shop may live in: plain memory, or compressed. */
export type Catalogue = 'memory' | 'packed';

/** Base tables, in the order in which they can be dropped; `all_orders` is a view of `order_rows`. */
export const BASE_TABLES = ['all_purchases', 'order_rows', 'customer_profiles', 'numbers', ...SUBJECT_BASES] as const;

/**
 * Statements that build the base tables from `staged_orders`, in the catalogue `into` ('memory', or
 * 'packed' for compressed storage), under their names after `prefix`:
 * - `customer_profiles`: one row per customer: customer integer, customer_id, shown_id (masked where it tells who somebody is), first_<dimension> (of the first
 *   order that has one).
 * - `order_rows`: one row per order, by customer and time, with the columns that hold something; `all_orders`
 *   shows it with all columns: customer integer?, order_id, order_time, day, amount, …, dimensions.
 * - `all_purchases`: one row per customer and purchase day: customer, day, amount, orders, nth (1 = first),
 *   gap (days since the purchase before, null for the first), first_day.
 * - `numbers`: n from 0 to 4,999.
 * - `all_members` and so on: see subjects/subject-tables.ts; empty, to be filled from other files.
 */
export function buildStatements(
  into: Catalogue,
  { prefix = '', staged = STAGED_ORDERS, buyers, absent = [], isSplit = false, masksIds = false }: BuildOptions = {}
): string[] {
  const name = (table: string) => `${into}.main.${prefix}${table}`;
  const keys = name('customer_keys');
  // Purchase days of several currencies have no amount: it would add them.
  const visits = isSplit
    ? `(select customer, day, cast(null as decimal(18, 2)) as amount from ${name('order_rows')}) as visits`
    : name('order_rows');
  return [
    `create table ${keys} as ${keysSelect(staged, buyers)}`,
    `create table ${name('order_rows')} as ${orderRowsSelect(staged, keys, { absent, isSplit })}`,
    ordersView(name('order_rows'), { prefix, absent, isSplit }),
    `create table ${name('customer_profiles')} as ${profilesSelect(keys, name('order_rows'), { absent, masksIds })}`,
    `drop table ${keys}`,
    `create table ${name('all_purchases')} as ${purchasesFromSorted(visits)}`,
    ...besideOrders(name)
  ];
}

/** Statements that make the tables which are not of orders, under the names that `name` gives. */
export function besideOrders(name: (table: string) => string): string[] {
  return [`create table ${name('numbers')} as select cast(range as integer) as n from range(0, 5000)`, ...createSubjectTables(name)];
}

/** One row per cell that stands for a customer: cell, customer_id, customer (a number from 1). */
export function keysSelect(staged: string, buyers: string | undefined): string {
  return `select cell, customer_id, cast(dense_rank() over (order by customer_id) as integer) as customer
     from (${buyers ?? `select distinct customer_id as cell, customer_id from ${staged} where customer_id is not null`}) as buyers`;
}

/** One row per order, in the order that is part of the promise of `order_rows`: purchases are computed from neighbouring rows. */
export function orderRowsSelect(staged: string, keys: string, { absent = [], isSplit = false }: BuildOptions): string {
  const present = [...[...ORDER_COLUMNS, ...DIMENSIONS].filter((column) => !absent.includes(column)), ...(isSplit ? ['currency'] : [])];
  return `select customer, order_id, order_time, cast(order_time as date) as day, amount${present.map((column) => `, ${column}`).join('')}
     from (
       select keys.customer, staged.order_id, staged.order_time, staged.amount${present.map((column) => `, staged.${column}`).join('')}
       from ${staged} as staged
       left join ${keys} as keys on keys.cell = staged.customer_id
       order by ${BY_CUSTOMER_AND_TIME}
     ) as sorted`;
}

/** One row per order with what purchases are made of, in half the time of `orderRowsSelect`: customer, day, amount, by customer and day. */
export function visitRowsSelect(staged: string, keys: string): string {
  return `select customer, cast(order_time as date) as day, amount
     from (
       select keys.customer, staged.order_time, staged.amount
       from ${staged} as staged
       left join ${keys} as keys on keys.cell = staged.customer_id
       order by ${BY_CUSTOMER_AND_TIME}
     ) as sorted`;
}

/** One row per customer: the columns of `customer_profiles`. */
export function profilesSelect(keys: string, orderRows: string, { absent = [], masksIds = false }: BuildOptions): string {
  const first = (dimension: Dimension) => (absent.includes(dimension) ? 'cast(null as varchar)' : `any_value(${dimension})`);
  return `select keys.customer, keys.customer_id, ${masksIds ? maskedId('keys.customer_id') : 'keys.customer_id'} as shown_id, ${DIMENSIONS.map((dimension) => `first_${dimension}`).join(', ')}
     from (select customer, any_value(customer_id) as customer_id from ${keys} group by customer) as keys
     left join (
       select customer, ${DIMENSIONS.map((dimension) => `${first(dimension)} as first_${dimension}`).join(', ')}
       from ${orderRows}
       where customer is not null
       group by customer
     ) as firsts on firsts.customer = keys.customer
     order by keys.customer`;
}

/** The statement that shows the rows of `orderRows` with all columns of an order as `all_orders`. */
export function ordersView(orderRows: string, { prefix = '', absent = [], isSplit = false }: BuildOptions = {}): string {
  const shown = [...ORDER_COLUMNS, ...DIMENSIONS].map((column) =>
    absent.includes(column) ? `${EMPTY[column] ?? 'cast(null as varchar)'} as ${column}` : column
  );
  return `create or replace view ${prefix}all_orders as
     select customer, order_id, order_time, day, amount, ${[...shown, ...(isSplit ? ['currency'] : [])].join(', ')} from ${orderRows}`;
}

export interface BuildOptions {
  /** Put before the names of the tables. */
  readonly prefix?: string;
  /** The table or view in the place of `staged_orders`. */
  readonly staged?: string;
  /** Select of cell, customer_id: which customer stands behind each `customer_id` of the staged orders; by default itself. */
  readonly buyers?: string | undefined;
  /** Columns that hold nothing (`lines`: always 1): they are not kept. */
  readonly absent?: readonly string[];
  /** The ids are telephone numbers, e-mails or names, which pages show in part. */
  readonly masksIds?: boolean;
  /** Orders of several currencies, each by itself: they have a column `currency` more, and purchase days no amount. */
  readonly isSplit?: boolean;
}

// One number sorts in two thirds of the time that two columns take: the customer, nobody last, then the second.
const BY_CUSTOMER_AND_TIME =
  'coalesce(cast(keys.customer as bigint), 268435455) * 34359738368 + cast(floor(epoch(staged.order_time)) as bigint) + 17179869184';

const ORDER_COLUMNS = ['gross', 'discount', 'refund', 'quantity', 'lines', 'product'] as const;
const EMPTY: Readonly<Record<string, string>> = {
  gross: 'cast(null as decimal(18, 2))',
  discount: 'cast(null as decimal(18, 2))',
  refund: 'cast(null as decimal(18, 2))',
  quantity: 'cast(null as double)',
  lines: 'cast(1 as integer)'
};

/** SQL: a telephone number, an e-mail or a name of which only a part can be read. */
function maskedId(id: string): string {
  return `case when contains(${id}, '*') then ${id}
       when contains(${id}, '@') then left(${id}, 2) || '***@' || split_part(${id}, '@', 2)
       when length(${id}) >= 9 then left(${id}, 3) || '****' || right(${id}, 4)
       else left(${id}, 1) || '**' end`;
}

/** One row per customer and purchase day of the orders in `table`: the definition, for any database and any order of rows. */
export function purchasesFrom(table: string): string {
  return `select
  customer, day, amount, orders,
  cast(row_number() over visits as integer) as nth,
  cast(days_between(lag(day) over visits, day) as integer) as gap,
  min(day) over (partition by customer) as first_day
from (
  select customer, day, cast(sum(amount) as decimal(18, 2)) as amount, cast(count(*) as integer) as orders
  from ${table}
  where customer is not null
  group by customer, day
) as purchase_days
window visits as (partition by customer order by day)`;
}

/**
 * The same rows in a third of the time, where the orders are stored by customer and day, as `all_orders` and
 * every part of it are: rows are compared with their neighbours instead of being sorted again.
 * Running sums and maxima cost most, so that one number carries both the place and the day of each first visit.
 */
export function purchasesFromSorted(table: string): string {
  return `with sums as (
  select customer, day, lead(customer) over () as next_customer, lead(day) over () as next_day,
    sum(amount) over running as amount_so_far, row_number() over () as orders_so_far
  from ${table}
  where customer is not null
  window running as (rows unbounded preceding)
), visits as (
  select customer, day, row_number() over () as place,
    amount_so_far - lag(amount_so_far, 1, 0) over () as amount, orders_so_far - lag(orders_so_far, 1, 0) over () as orders,
    case when lag(customer) over () = customer then day - lag(day) over () end as gap
  from sums
  where next_customer is null or next_customer <> customer or next_day <> day
), started as (
  select *, max(case when gap is null then place * 4294967296 + (day - date '1970-01-01') + 2147483648 end) over (rows unbounded preceding) as start
  from visits
)
select
  customer, day, cast(amount as decimal(18, 2)) as amount, cast(orders as integer) as orders,
  cast(place - (start >> 32) + 1 as integer) as nth, cast(gap as integer) as gap,
  date '1970-01-01' + cast((start & 4294967295) - 2147483648 as integer) as first_day
from started`;
}
