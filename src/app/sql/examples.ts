import type { OpenTable } from './schema.ts';

export type ExampleId = 'top' | 'months' | 'second' | 'weekday' | 'aside';

/** Queries to start from, each with the tables it needs. */
export const EXAMPLES: readonly { readonly id: ExampleId; readonly needs: readonly OpenTable[]; readonly sql: string }[] = [
  {
    id: 'top',
    needs: ['customers'],
    sql: `-- one row per customer, the most valuable first
select customer_id, monetary, frequency, recency, first_day, last_day
from customers
order by monetary desc, customer
limit 50`
  },
  {
    id: 'months',
    needs: ['orders'],
    sql: `-- one row per month
select
  month_of(day) as month,
  cast(sum(amount) as double) as revenue,
  count(distinct customer) as buyers,
  count(*) as orders
from orders
group by month_of(day)
order by month`
  },
  {
    id: 'second',
    needs: ['purchases'],
    sql: `-- one row per 10 days from the first purchase to the second
select
  floor(gap / 10) * 10 as from_day,
  count(*) as customers
from purchases
where nth = 2
group by floor(gap / 10) * 10
order by from_day
limit 40`
  },
  {
    id: 'weekday',
    needs: ['orders'],
    sql: `-- one row per weekday, Monday first
select
  dayname(day) as weekday,
  count(*) as orders,
  cast(avg(amount) as double) as average_amount
from orders
group by dayname(day), isodow(day)
order by isodow(day)`
  },
  {
    id: 'aside',
    needs: ['set_aside'],
    sql: `-- one row per reason
select reason, count(*) as rows
from set_aside
group by reason
order by count(*) desc, reason`
  }
];
