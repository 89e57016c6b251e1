-- one row per month: customers not past the rule when it began, and how many of them had crossed it, without buying again, when it ended.
with
shop as (
  select median_of(gap) as usual_gap from purchases where nth > 1
),
limits as (
  select
    customers.customer, customers.last_day,
    cast(floor(case $rule when 'days' then $days else greatest(coalesce($k * coalesce(rhythms.usual_gap, shop.usual_gap), 0), $floor) end) as integer) as limit_days
  from customers
  left join rhythms on rhythms.customer = customers.customer
  cross join shop
),
-- A spell runs from one purchase to the next one, or stays open.
spells as (
  select purchases.customer, add_days(purchases.day, -purchases.gap) as starts, purchases.day as next_day, limits.limit_days
  from purchases
  join limits on limits.customer = purchases.customer
  where purchases.nth > 1
  union all
  select customer, last_day as starts, cast(null as date) as next_day, limit_days from limits
),
-- The first day on which the customer is past the rule or has bought again.
ended_spells as (
  select
    starts, next_day, add_days(starts, limit_days + 1) as due_day,
    least(add_days(starts, limit_days + 1), coalesce(next_day, add_days(starts, limit_days + 1))) as ends
  from spells
),
entries as (
  select month_of(starts) as month, count(*) as customers from ended_spells group by month_of(starts)
),
exits as (
  select month_of(ends) as month, count(*) as customers from ended_spells group by month_of(ends)
),
losses as (
  select month_of(due_day) as month, count(*) as customers
  from ended_spells
  where due_day <= $as_of and starts < month_of(due_day) and (next_day is null or next_day >= add_months(month_of(due_day), 1))
  group by month_of(due_day)
),
first_month as (
  select min(month) as month from entries
),
calendar as (
  select add_months(first_month.month, numbers.n) as month
  from first_month
  join numbers on numbers.n <= months_between(first_month.month, $as_of)
),
moves as (
  select
    calendar.month, coalesce(entries.customers, 0) as entered, coalesce(exits.customers, 0) as left_over, coalesce(losses.customers, 0) as lost
  from calendar
  left join entries on entries.month = calendar.month
  left join exits on exits.month = calendar.month
  left join losses on losses.month = calendar.month
),
standings as (
  select
    month, lost,
    sum(entered - left_over) over (order by month rows between unbounded preceding and current row) - (entered - left_over) as active
  from moves
)
select
  month,
  cast(active as integer) as active,
  cast(lost as integer) as lost,
  share_of(lost, active) as share,
  wilson_low(lost, active) as low,
  wilson_high(lost, active) as high,
  add_months(month, 1) <= add_days($as_of, 1) as is_complete
from standings
order by month
