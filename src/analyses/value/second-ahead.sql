-- One row per customer: for those who bought once, what a second purchase is expected to bring within the next `$within` days, or as many as the curve reaches (14 at least), and the contacts planned for these days. 1 - s(silence + days) / s(silence) by Kaplan-Meier, times the mean second purchase; null for who came back, and (unseen) for who is silent for longer than the curve tells.
with standings as (
  select
    customers.customer, days_between(customers.first_day, coalesce(second.day, $as_of)) as days,
    case when second.day is null then 0 else 1 end as again, second.amount
  from customers
  left join (select customer, day, amount from purchases where nth = 2) as second on second.customer = customers.customer
),
counts as (
  select days, sum(again) as again, count(*) as seen
  from standings
  group by days
),
watched as (
  select days, again, sum(seen) over (order by days desc rows between unbounded preceding and current row) as at_risk
  from counts
),
reach as (
  -- As far as 30 were watched.
  select max(days) as days
  from watched
  where at_risk >= 30
),
daily as (
  select
    numbers.n as day,
    exp(
      sum(coalesce(case when watched.again < watched.at_risk then ln(1 - share_of(watched.again, watched.at_risk)) else -50 end, 0))
        over (order by numbers.n rows between unbounded preceding and current row)
    ) as survival
  from numbers
  cross join reach
  left join watched on watched.days = numbers.n
  where numbers.n <= reach.days
),
chances as (
  select now.day as silence, later.day - now.day as days, 1 - share_of(later.survival, now.survival) as chance
  from daily as now
  cross join reach
  join daily as later on later.day = least(now.day + $within, reach.days)
  where later.day - now.day >= least(14, $within)
),
basket as (
  select avg(cast(amount as double)) as amount
  from standings
)
select
  standings.customer,
  cast(null as double) as buys,
  chances.chance * basket.amount * $margin as value,
  $contacts * share_of(coalesce(chances.days, $within), $within) as planned,
  case when standings.again = 0 and chances.chance is null then 1 else 0 end as is_unseen
from standings
cross join basket
left join chances on chances.silence = standings.days and standings.again = 0
order by standings.customer
