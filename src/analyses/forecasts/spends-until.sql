-- One row per customer who came back by a day: repeat purchase days up to it, and the mean money of them, held at the $ceiling quantile of these means (1: as it is).
with repeat_customers as (
  select customer, count(*) as x, sum(cast(amount as double)) as money
  from purchases
  where day <= $until and nth > 1
  group by customer
),
ceiling as (
  select quantile_of(money / nullif(x, 0), $ceiling) as mean from repeat_customers where money > 0
)
select cast(repeat_customers.x as double) as x, cast(least(repeat_customers.money / nullif(repeat_customers.x, 0), ceiling.mean) as double) as mean
from repeat_customers
cross join ceiling
order by repeat_customers.customer
