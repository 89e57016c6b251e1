-- one row per number of days since the first purchase: how many bought again on that day, how many were last seen still waiting.
with
moments as (
  select gap as days, 1 as again, 0 as waiting from purchases where nth = 2
  union all
  select days_between(first_day, $as_of) as days, 0 as again, 1 as waiting from customers where frequency = 1
)
select
  cast(days as integer) as days,
  cast(sum(again) as integer) as again,
  cast(sum(waiting) as integer) as waiting
from moments
group by days
order by days
