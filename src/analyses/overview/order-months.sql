-- One row per calendar month: orders, revenue, and the average order value; needs no customers.
with months as (
  select month_of(day) as month, count(*) as orders, sum(amount) as revenue
  from orders
  group by month_of(day)
),
span as (
  select min(month) as first_month
  from months
)
select
  cast(add_months(span.first_month, numbers.n) as date) as month,
  cast(coalesce(months.orders, 0) as integer) as orders,
  cast(coalesce(months.revenue, 0) as double) as revenue,
  cast(share_of(months.revenue, months.orders) as double) as average,
  add_months(span.first_month, numbers.n + 1) <= add_days($as_of, 1) as is_complete
from span
join numbers on numbers.n <= months_between(span.first_month, $as_of)
left join months on months.month = add_months(span.first_month, numbers.n)
order by numbers.n
