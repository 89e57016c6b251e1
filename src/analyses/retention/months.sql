-- one row per month from the first purchase to the as-of date: buyers, who bought twice in it, who bought again in the next.
with
month_sums as (
  select
    month, count(*) as buyers, sum(case when purchases >= 2 then 1 else 0 end) as twice,
    sum(case when month = cohort then 1 else 0 end) as newcomers, sum(orders) as orders, sum(amount) as amount
  from customer_months
  group by month
),
-- The first purchase of a month tells by its gap whether its customer also bought in the month before.
returns as (
  select add_months(month_of(day), -1) as month, count(*) as again
  from purchases
  where nth > 1 and month_of(add_days(day, -gap)) = add_months(month_of(day), -1)
  group by add_months(month_of(day), -1)
),
first_month as (
  select min(month) as month from month_sums
),
calendar as (
  select add_months(first_month.month, numbers.n) as month
  from first_month
  join numbers on numbers.n <= months_between(first_month.month, $as_of)
)
select
  calendar.month,
  cast(coalesce(month_sums.buyers, 0) as integer) as buyers,
  cast(coalesce(month_sums.twice, 0) as integer) as bought_twice,
  share_of(coalesce(month_sums.twice, 0), month_sums.buyers) as repeat_rate,
  wilson_low(coalesce(month_sums.twice, 0), month_sums.buyers) as repeat_low,
  wilson_high(coalesce(month_sums.twice, 0), month_sums.buyers) as repeat_high,
  cast(case when calendar.month < month_of($as_of) then coalesce(returns.again, 0) end as integer) as bought_next_month,
  case when calendar.month < month_of($as_of) then share_of(coalesce(returns.again, 0), month_sums.buyers) end as rebuy_rate,
  case when calendar.month < month_of($as_of) then wilson_low(coalesce(returns.again, 0), month_sums.buyers) end as rebuy_low,
  case when calendar.month < month_of($as_of) then wilson_high(coalesce(returns.again, 0), month_sums.buyers) end as rebuy_high,
  cast(coalesce(month_sums.newcomers, 0) as integer) as new_customers,
  cast(coalesce(month_sums.orders, 0) as integer) as orders,
  cast(coalesce(month_sums.amount, 0) as double) as amount,
  add_months(calendar.month, 1) <= add_days($as_of, 1) as is_complete,
  add_months(calendar.month, 2) <= add_days($as_of, 1) as is_next_complete
from calendar
left join month_sums on month_sums.month = calendar.month
left join returns on returns.month = calendar.month
order by calendar.month
