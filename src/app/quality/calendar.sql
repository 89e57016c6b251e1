-- One row per day from the first order to the last: its orders.
with per_day as (
  select day, count(*) as orders
  from orders
  group by day
),
bounds as (
  select min(day) as first_day, max(day) as last_day
  from per_day
)
select
  cast(add_days(bounds.first_day, numbers.n) as date) as day,
  cast(coalesce(per_day.orders, 0) as integer) as orders
from bounds
join numbers on numbers.n <= days_between(bounds.first_day, bounds.last_day)
left join per_day on per_day.day = add_days(bounds.first_day, numbers.n)
order by day
