import { literal, quoteName } from '../engine/sql.ts';
import { CANONICAL, DIMENSIONS, purchasesFrom, type CanonicalTable, type Dimension } from './canonical-tables.ts';

/** What a page looks at: the data up to and including `asOf`, from `from` on, of the chosen values. */
export interface Scope {
  readonly asOf: Date;
  readonly from: Date | null;
  readonly filters: Readonly<Partial<Record<Dimension, readonly string[]>>>;
}

/** Whether the orders themselves are narrowed, so that gaps and first days must be computed anew. */
export function isNarrowed(scope: Scope): boolean {
  return scope.from !== null || DIMENSIONS.some((dimension) => scope.filters[dimension] !== undefined);
}

/**
 * The definition of each canonical table in a scope, over the base tables and over the canonical
 * tables before it:
 * - `orders`: one row per order.
 * - `purchases`: one row per customer and purchase day: customer, day, amount, orders, nth, gap, first_day.
 * - `customer_months`: one row per customer and month with a purchase: customer, month, cohort (month of the
 *   first purchase), purchases, orders, amount.
 * - `customers`: one row per customer: customer, customer_id, first_day, last_day, recency (days from last_day
 *   to the as-of date), frequency (purchase days), orders, monetary (sum of amount), usual_gap (median gap in
 *   days, null under two purchases), first_channel, first_category, first_region, first_tier, first_shop.
 *
 * `purchases` makes the purchases of narrowed orders: by default by their definition, which is what is shown.
 */
export function definitions(scope: Scope, purchases = purchasesFrom): Readonly<Record<CanonicalTable, string>> {
  const until = `day <= ${literal(scope.asOf)}`;
  const since = scope.from ? [`day >= ${literal(scope.from)}`] : [];
  const chosen = DIMENSIONS.flatMap((dimension) => {
    const values = scope.filters[dimension];
    if (values === undefined) return [];
    // '' stands for orders without a value.
    const test = `${quoteName(dimension)} in ${literal(values)}`;
    return [values.includes('') ? `(${test} or ${quoteName(dimension)} is null)` : test];
  });
  return {
    orders: `select * from all_orders where ${[until, ...since, ...chosen].join(' and ')}`,
    purchases: isNarrowed(scope) ? purchases('orders') : `select * from all_purchases where ${until}`,
    customer_months: `select
  customer, month_of(day) as month, min(month_of(first_day)) as cohort,
  cast(count(*) as integer) as purchases, cast(sum(orders) as integer) as orders, sum(amount) as amount
from purchases
group by customer, month_of(day)`,
    customers: `select
  visits.customer, customer_profiles.customer_id, first_day, last_day,
  days_between(last_day, ${literal(scope.asOf)}) as recency,
  frequency, orders, monetary, usual_gap,
  ${DIMENSIONS.map((dimension) => `first_${dimension}`).join(', ')}
from (
  select
    customer, min(first_day) as first_day, max(day) as last_day,
    cast(count(*) as integer) as frequency, cast(sum(orders) as integer) as orders,
    sum(amount) as monetary, median_of(gap) as usual_gap
  from purchases
  group by customer
) as visits
join customer_profiles on customer_profiles.customer = visits.customer`
  };
}

const NEEDS: Readonly<Record<CanonicalTable, readonly CanonicalTable[]>> = {
  orders: [],
  purchases: ['orders'],
  customer_months: ['purchases'],
  customers: ['purchases']
};

/** The canonical tables a query reads, with those they are made of, in an order in which they can be made. */
export function tablesUsed(sql: string, scope: Scope): CanonicalTable[] {
  const wanted = new Set<CanonicalTable>();
  const add = (table: CanonicalTable) => {
    for (const needed of NEEDS[table]) if (needed !== 'orders' || isNarrowed(scope)) add(needed);
    wanted.add(table);
  };
  const code = sql.replace(/--[^\n]*|'(?:[^']|'')*'/g, ' ');
  for (const table of CANONICAL) if (new RegExp(`\\b(?:from|join)\\s+${table}\\b`, 'i').test(code)) add(table);
  return CANONICAL.filter((table) => wanted.has(table));
}

/** `sql` with `tables` defined as its first CTEs. */
export function withTables(sql: string, tables: readonly (readonly [name: string, definition: string])[], hint = ''): string {
  if (tables.length === 0) return sql;
  const [, comments = '', rest = ''] = /^((?:\s*--[^\n]*\n)*)\s*([\s\S]*)$/.exec(sql) ?? [];
  const ctes = tables.map(([name, definition]) => `${name} as ${hint}(\n${indented(definition)}\n)`).join(',\n');
  const inner = /^with\s+/i.exec(rest);
  return inner ? `${comments}with ${ctes},\n${rest.slice(inner[0].length)}` : `${comments}with ${ctes}\n${rest}`;
}

/** The SQL that stands alone: the scope's tables first, then the query. */
export function standalone(sql: string, scope: Scope): string {
  const tables = definitions(scope);
  return withTables(
    sql,
    tablesUsed(sql, scope).map((table) => [table, tables[table]] as const)
  );
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
