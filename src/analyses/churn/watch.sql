-- one row per watch rule, and one ('any') for all together: customers who match, and what they brought in the last 365 days.
with
last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($as_of, -365) group by customer
),
matches as (
  select watched.kind, customers.customer
  from watched
  join customers on customers.customer = watched.customer
  union all
  select distinct 'any', customers.customer
  from watched
  join customers on customers.customer = watched.customer
),
kinds as (
  select 'drop' as kind, 1 as place
  union all select 'unusual', 2
  union all select 'negative', 3
  union all select 'any', 4
)
select
  kinds.kind,
  cast(count(matches.customer) as integer) as customers,
  cast(coalesce(sum(last_year.amount), 0) as double) as amount_year
from kinds
left join matches on matches.kind = kinds.kind
left join last_year on last_year.customer = matches.customer
group by kinds.kind, kinds.place
order by kinds.place
