-- one row per purchase number: how many customers reached it, and how many of those before did.
with
counted_customers as (
  select least(frequency, $steps) as purchases, count(*) as customers
  from customers
  group by least(frequency, $steps)
),
rungs as (
  select numbers.n as step, sum(counted_customers.customers) as reached
  from numbers
  join counted_customers on counted_customers.purchases >= numbers.n
  where numbers.n between 1 and $steps
  group by numbers.n
),
pairs as (
  select step, reached, lag(reached) over (order by step) as before from rungs
)
select
  cast(step as integer) as step,
  cast(reached as integer) as reached,
  cast(before as integer) as reached_before,
  share_of(reached, before) as share,
  wilson_low(reached, before) as low,
  wilson_high(reached, before) as high
from pairs
order by step
