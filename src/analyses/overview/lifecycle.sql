-- One row per calendar month: customers new in it, retained (bought in the month before, too), won back (bought before, but
-- not in the month before), and lost (bought in the month before, not in it).
with visits as (
  select customer, month, cohort, lag(month) over (partition by customer order by month) as month_before
  from customer_months
),
kinds as (
  select
    month,
    sum(case when month = cohort then 1 else 0 end) as fresh,
    sum(case when month_before = add_months(month, -1) then 1 else 0 end) as retained,
    count(*) as active
  from visits
  group by month
),
span as (
  select min(month) as first_month
  from kinds
),
calendar as (
  select add_months(span.first_month, numbers.n) as month
  from span
  join numbers on numbers.n <= months_between(span.first_month, $as_of)
),
months as (
  select
    calendar.month,
    coalesce(kinds.fresh, 0) as fresh,
    coalesce(kinds.retained, 0) as retained,
    coalesce(kinds.active, 0) as active,
    coalesce(lag(coalesce(kinds.active, 0)) over (order by calendar.month), 0) as active_before
  from calendar
  left join kinds on kinds.month = calendar.month
)
select
  cast(month as date) as month,
  cast(fresh as integer) as new_customers,
  cast(retained as integer) as retained,
  cast(active - fresh - retained as integer) as won_back,
  cast(active_before - retained as integer) as lost,
  cast(active as integer) as active,
  add_months(month, 1) <= add_days($as_of, 1) as is_complete
from months
order by month
