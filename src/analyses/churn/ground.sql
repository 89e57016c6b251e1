-- one row: what the data can carry: customers, those who came back, the gaps between purchases, and how long is seen.
with
gaps as (
  select
    count(*) as gaps, quantile_of(gap, 0.25) as p25, quantile_of(gap, 0.5) as p50, quantile_of(gap, 0.75) as p75,
    quantile_of(gap, 0.8) as p80, quantile_of(gap, 0.9) as p90
  from purchases
  where nth > 1
),
everybody as (
  select
    count(*) as customers, sum(case when frequency > 1 then 1 else 0 end) as repeaters,
    min(first_day) as first_day, max(last_day) as last_day
  from customers
),
starts as (
  select
    sum(case when customers.first_day < add_days(everybody.first_day, 30) then 1 else 0 end) as first_30,
    sum(case when customers.first_day >= add_days(everybody.first_day, 30) and customers.first_day < add_days(everybody.first_day, 60) then 1 else 0 end) as next_30
  from customers
  cross join everybody
),
opinions as (
  select count(*) as answers from feedback where customer is not null
),
actions as (
  select count(*) as events from events where customer is not null
)
select
  cast(everybody.customers as integer) as customers,
  cast(coalesce(everybody.repeaters, 0) as integer) as repeaters,
  everybody.first_day,
  everybody.last_day,
  cast(coalesce(days_between(everybody.first_day, $as_of), 0) as integer) as seen_days,
  cast(gaps.gaps as integer) as gaps,
  cast(gaps.p25 as double) as p25,
  cast(gaps.p50 as double) as p50,
  cast(gaps.p75 as double) as p75,
  cast(gaps.p80 as double) as p80,
  cast(gaps.p90 as double) as p90,
  cast(coalesce(starts.first_30, 0) as integer) as first_30,
  cast(coalesce(starts.next_30, 0) as integer) as next_30,
  cast(opinions.answers as integer) as answers,
  cast(actions.events as integer) as events,
  cast($as_of as date) as as_of
from everybody
cross join gaps
cross join starts
cross join opinions
cross join actions
order by customers
