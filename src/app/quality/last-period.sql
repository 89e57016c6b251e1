-- One row: the last day and the last month beside what is usual.
with per_day as (
  select day, count(*) as orders
  from orders
  group by day
),
bounds as (
  select min(day) as first_day, max(day) as last_day
  from per_day
),
weeks_before as (
  select add_days(bounds.last_day, -7 * numbers.n) as day
  from bounds
  join numbers on numbers.n between 1 and 8
  where add_days(bounds.last_day, -7 * numbers.n) >= bounds.first_day
),
usual_day as (
  select count(*) as days, median_of(coalesce(per_day.orders, 0)) as orders
  from weeks_before
  left join per_day on per_day.day = weeks_before.day
),
months as (
  select month_of(day) as month, sum(orders) as orders
  from per_day
  group by month_of(day)
),
months_before as (
  select add_months(month_of(bounds.last_day), -numbers.n) as month
  from bounds
  join numbers on numbers.n between 1 and 6
  where add_months(month_of(bounds.last_day), -numbers.n) >= bounds.first_day
),
usual_month as (
  select count(*) as months, median_of(coalesce(months.orders, 0)) as orders
  from months_before
  left join months on months.month = months_before.month
)
select
  cast(bounds.first_day as date) as first_day,
  cast(bounds.last_day as date) as last_day,
  cast(last_day.orders as integer) as day_orders,
  cast(usual_day.orders as double) as usual_day_orders,
  cast(usual_day.days as integer) as days_before,
  cast(add_days(bounds.last_day, -1) as date) as day_before,
  cast(last_month.orders as integer) as month_orders,
  cast(usual_month.orders as double) as usual_month_orders,
  cast(usual_month.months as integer) as months_before,
  cast(days_between(month_of(bounds.last_day), bounds.last_day) + 1 as integer) as days_covered,
  cast(days_between(month_of(bounds.last_day), add_months(month_of(bounds.last_day), 1)) as integer) as days_in_month,
  cast(add_days(month_of(bounds.last_day), -1) as date) as month_before_end
from bounds
join per_day as last_day on last_day.day = bounds.last_day
join months as last_month on last_month.month = month_of(bounds.last_day)
cross join usual_day
cross join usual_month
order by bounds.last_day
