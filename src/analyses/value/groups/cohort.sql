-- One row per customer: the period of the first purchase.
with started as (
  select customer, period_of(first_day, $grain) as cohort
  from customers
)
select customer, dense_rank() over (order by cohort) as place, cast(cohort as varchar) as name
from started
order by customer
