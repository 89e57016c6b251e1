-- one row: what decides how far ahead can be looked: customers, the gaps between purchases, and how long is seen.
with
gaps as (
  select quantile_of(gap, 0.75) as p75, quantile_of(gap, 0.8) as p80, quantile_of(gap, 0.9) as p90
  from purchases
  where nth > 1
),
everybody as (
  select count(*) as customers, min(first_day) as first_day from customers
)
select
  cast(everybody.customers as integer) as customers,
  everybody.first_day,
  cast(coalesce(days_between(everybody.first_day, $as_of), 0) as integer) as seen_days,
  cast(gaps.p75 as double) as p75,
  cast(gaps.p80 as double) as p80,
  cast(gaps.p90 as double) as p90,
  cast($as_of as date) as as_of
from everybody
cross join gaps
order by customers
