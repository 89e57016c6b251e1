-- One row per customer who came back by a day: repeat purchase days up to it, and the mean money of them.
with repeat_customers as (
  select customer, count(*) as x, sum(cast(amount as double)) as money
  from purchases
  where day <= $until and nth > 1
  group by customer
)
select cast(x as double) as x, cast(money / nullif(x, 0) as double) as mean
from repeat_customers
order by customer
