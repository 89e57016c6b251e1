import { literal, quoteName } from '../engine/sql.ts';
import { subjectDefinitions } from './subjects/subject-tables.ts';
import { DIMENSIONS, purchasesFrom, purchasesFromSorted, type CanonicalTable, type Dimension } from './canonical-tables.ts';

/** What a page looks at: the data up to and including `asOf`, from `from` on, of the chosen values. */
export interface Scope {
  readonly asOf: Date;
  readonly from: Date | null;
  readonly filters: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  /** The one currency looked at, in a shop that keeps several: they are never added. */
  readonly currency?: string;
}

/** Whether the orders themselves are narrowed, so that gaps and first days must be computed anew. */
export function isNarrowed(scope: Scope): boolean {
  return scope.from !== null || scope.currency !== undefined || DIMENSIONS.some((dimension) => scope.filters[dimension] !== undefined);
}

/**
 * The definition of each canonical table in a scope, over the base tables and over the canonical
 * tables before it, for any database:
 * - `orders`: one row per order.
 * - `purchases`: one row per customer and purchase day: customer, day, amount, orders, nth, gap, first_day.
 * - `customer_months`: one row per customer and month with a purchase: customer, month, cohort (month of the
 *   first purchase), purchases, orders, amount.
 * - `customers`: one row per customer: customer, customer_id, first_day, last_day, recency (days from last_day
 *   to the as-of date), frequency (purchase days), orders, monetary (sum of amount), first_channel, first_category,
 *   first_region, first_tier, first_shop.
 * - `rhythms`: one row per customer with two purchases or more: customer, gaps (how many), usual_gap (their median, in days).
 * - `members`, `events`, `feedback`, `touches`, `products`: see subjects/subject-tables.ts; filters are of orders and leave them alone.
 */
export function definitions(scope: Scope): Readonly<Record<CanonicalTable, string>> {
  const until = `day <= ${literal(scope.asOf)}`;
  const since = scope.from ? [`day >= ${literal(scope.from)}`] : [];
  const currency = scope.currency === undefined ? [] : [`currency = ${literal(scope.currency)}`];
  const chosen = DIMENSIONS.flatMap((dimension) => {
    const values = scope.filters[dimension];
    if (values === undefined) return [];
    // '' stands for orders without a value.
    const test = `${quoteName(dimension)} in ${literal(values)}`;
    return [values.includes('') ? `(${test} or ${quoteName(dimension)} is null)` : test];
  });
  return {
    orders: `select * from all_orders where ${[until, ...since, ...currency, ...chosen].join(' and ')}`,
    purchases: isNarrowed(scope) ? purchasesFrom('orders') : `select * from all_purchases where ${until}`,
    customer_months: `select
  customer, month_of(day) as month, min(month_of(first_day)) as cohort,
  cast(count(*) as integer) as purchases, cast(sum(orders) as integer) as orders, sum(amount) as amount
from purchases
group by customer, month_of(day)`,
    customers: withProfiles(`(
${indented(visitsOf('purchases', scope))}
) as visits`),
    rhythms: rhythmsOf('purchases\nwhere nth > 1', 'gap'),
    ...subjectDefinitions(scope.asOf, scope.from)
  };
}

const VISIT_COLUMNS = ['first_day', 'last_day', 'recency', 'frequency', 'orders', 'monetary'] as const;
const PROFILE_COLUMNS = ['customer_id', ...DIMENSIONS.map((dimension) => `first_${dimension}`)] as const;

/** What the purchases or, where `purchaseDays` counts their days, the orders of `table` say of each customer. */
function visitsOf(table: string, scope: Scope, purchaseDays = 'count(*)', orders = 'sum(orders)', firstDay = 'first_day'): string {
  return `select
  customer, min(${firstDay}) as first_day, max(day) as last_day, days_between(max(day), ${literal(scope.asOf)}) as recency,
  cast(${purchaseDays} as integer) as frequency, cast(${orders} as integer) as orders, cast(sum(amount) as decimal(18, 2)) as monetary
from ${table}
group by customer`;
}

function rhythmsOf(gaps: string, gap: string): string {
  return `select customer, cast(count(*) as integer) as gaps, median_of(${gap}) as usual_gap
from ${gaps}
group by customer`;
}

function withProfiles(visits: string): string {
  const [id, ...firsts] = PROFILE_COLUMNS;
  return `select visits.customer, customer_profiles.shown_id as ${id}, ${VISIT_COLUMNS.join(', ')}, ${firsts.join(', ')}
from ${visits}
join customer_profiles on customer_profiles.customer = visits.customer`;
}

/** A table as it is made to be read: kept while its scope is in use, or so cheap that it is read anew each time. */
export interface Making {
  readonly sql: string;
  readonly isKept: boolean;
}

/**
 * The same tables as they are made for `sql`, from orders stored by customer and day: with the same rows, and only
 * with those columns of customers that `sql` speaks of. `customer_visits` is `customers` without who they are. Tables whose
 * names `sql` gives to tables of its own are left out.
 */
export function makings(sql: string, scope: Scope): Readonly<Record<string, Making>> {
  const defined = definitions(scope);
  const narrowed = isNarrowed(scope);
  const own = namesDefined(sql);
  const isAboutPersons = new RegExp(
    `\\b(?:${PROFILE_COLUMNS.join('|')})\\b|customers\\.\\*|select\\s+\\*\\s+from\\s+customers\\b`,
    'i'
  ).test(sql);
  // The rows of one customer and day stand together, so that days are counted by comparing neighbours.
  const neighbours = `(
  select customer, day, amount, lag(customer) over () as customer_before, lag(day) over () as day_before
  from orders
  where customer is not null
) as neighbours`;
  const days = 'count(case when customer_before = customer and day_before = day then null else 1 end)';
  const made: Readonly<Record<CanonicalTable | 'customer_visits', Making>> = {
    ...plainly(subjectDefinitions(scope.asOf, scope.from)),
    orders: { sql: defined.orders, isKept: false },
    purchases: { sql: narrowed ? purchasesFromSorted('orders') : defined.purchases, isKept: narrowed },
    customer_months: { sql: defined.customer_months, isKept: true },
    customer_visits: { sql: narrowed ? visitsOf(neighbours, scope, days, 'count(*)', 'day') : visitsOf('purchases', scope), isKept: true },
    customers: isAboutPersons
      ? { sql: withProfiles('customer_visits as visits'), isKept: true }
      : { sql: `select customer, ${VISIT_COLUMNS.join(', ')} from customer_visits`, isKept: false },
    rhythms: {
      sql: narrowed
        ? rhythmsOf(`${neighbours}\nwhere customer_before = customer and day_before < day`, 'day - day_before')
        : defined.rhythms,
      isKept: true
    }
  };
  return Object.fromEntries(Object.entries(made).filter(([name]) => !own.has(name)));
}

/** Whether `sql` is made, by `makings`, of anything but purchases and what other files say. */
export function readsBeyondPurchases(sql: string, scope: Scope): boolean {
  const made = makings(sql, scope);
  const reads = (text: string): boolean =>
    /\b(?:all_orders|customer_profiles)\b/.test(text) || tablesRead(text, Object.keys(made)).some((name) => reads(made[name]?.sql ?? ''));
  return reads(sql);
}

/** Tables that are read as they are, each time anew. */
function plainly<N extends string>(defined: Readonly<Record<N, string>>): Readonly<Record<N, Making>> {
  const entries = Object.entries<string>(defined).map(([name, sql]): [string, Making] => [name, { sql, isKept: false }]);
  return Object.fromEntries(entries) as Record<N, Making>;
}

/** The names that a statement's outermost CTEs give, in small letters: those inside others hold only there. */
export function namesDefined(sql: string): ReadonlySet<string> {
  const code = sql.replace(/--[^\n]*|'(?:[^']|'')*'/g, ' ');
  const names = new Set<string>();
  let depth = 0;
  for (const [part, name] of code.matchAll(/\b([a-z_]\w*)\s+as\s+(?:not\s+)?(?:materialized\s+)?\(|[()]/gi)) {
    if (part === ')') depth -= 1;
    else {
      if (name !== undefined && depth === 0) names.add(name.toLowerCase());
      depth += 1;
    }
  }
  return names;
}

/** Which of `names` a query reads in its `from` and `join`. */
export function tablesRead<N extends string>(sql: string, names: readonly N[]): N[] {
  const code = sql.replace(/--[^\n]*|'(?:[^']|'')*'/g, ' ');
  return names.filter((name) => new RegExp(`\\b(?:from|join)\\s+${name}\\b`, 'i').test(code));
}

/** The canonical tables a query reads, with those they are made of, in an order in which they can be made. */
export function tablesUsed(sql: string, scope: Scope): CanonicalTable[] {
  const defined = definitions(scope);
  const own = namesDefined(sql);
  const names = (Object.keys(defined) as CanonicalTable[]).filter((name) => !own.has(name));
  const wanted = new Set<CanonicalTable>();
  const add = (text: string) => {
    for (const table of tablesRead(text, names)) {
      if (!wanted.has(table)) add(defined[table]);
      wanted.add(table);
    }
  };
  add(sql);
  return names.filter((table) => wanted.has(table));
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
