-- One row: orders, revenue and average order value of the 90 days up to and including the as-of date, and of the 90 before;
-- null where the data do not reach back over all of them.
with totals as (
  select
    min(day) as first_day,
    count(*) as orders_ever,
    sum(case when day > add_days($as_of, -90) then 1 else 0 end) as orders,
    sum(case when day > add_days($as_of, -90) then amount else 0 end) as revenue,
    sum(case when day > add_days($as_of, -180) and day <= add_days($as_of, -90) then 1 else 0 end) as orders_before,
    sum(case when day > add_days($as_of, -180) and day <= add_days($as_of, -90) then amount else 0 end) as revenue_before
  from orders
)
select
  cast(orders_ever as integer) as orders_ever,
  cast(coalesce(orders, 0) as integer) as orders,
  cast(case when first_day <= add_days($as_of, -179) then orders_before end as integer) as orders_before,
  cast(coalesce(revenue, 0) as double) as revenue,
  cast(case when first_day <= add_days($as_of, -179) then revenue_before end as double) as revenue_before,
  cast(share_of(revenue, orders) as double) as average,
  cast(case when first_day <= add_days($as_of, -179) then share_of(revenue_before, orders_before) end as double) as average_before
from totals
order by orders_ever
