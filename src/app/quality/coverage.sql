-- One row per month from the first order to the last: its orders, and its days without any.
with bounds as (
  select min(day) as first_day, max(day) as last_day
  from orders
),
months as (
  select add_months(month_of(bounds.first_day), numbers.n) as month, bounds.first_day, bounds.last_day
  from bounds
  join numbers on numbers.n <= months_between(bounds.first_day, bounds.last_day)
),
spans as (
  select
    month,
    days_between(greatest(month, first_day), least(add_days(add_months(month, 1), -1), last_day)) + 1 as days
  from months
),
sold as (
  select month_of(day) as month, count(*) as orders, sum(amount) as amount, count(distinct day) as days_with
  from orders
  group by month_of(day)
)
select
  cast(spans.month as date) as month,
  cast(coalesce(sold.orders, 0) as integer) as orders,
  cast(coalesce(sold.amount, 0) as double) as amount,
  cast(spans.days as integer) as days,
  cast(spans.days - coalesce(sold.days_with, 0) as integer) as days_without
from spans
left join sold on sold.month = spans.month
order by spans.month
