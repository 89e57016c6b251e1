-- One row per step of days around the split, from the first purchase on: repeat purchases so far of the customers who were known at the split.
with bounds as (
  select min(first_day) as first_day
  from purchases
),
steps as (
  select
    bounds.first_day,
    cast(numbers.n as integer) - cast(ceil(days_between(bounds.first_day, $until) / cast($step as double)) as integer) as step
  from numbers
  cross join bounds
  where numbers.n <= ceil(days_between(bounds.first_day, $until) / cast($step as double)) + ceil(days_between($until, $as_of) / cast($step as double))
),
counted_repeats as (
  select cast(ceil(days_between($until, day) / cast($step as double)) as integer) as step, count(*) as repeats
  from purchases
  where nth > 1 and first_day <= $until
  group by cast(ceil(days_between($until, day) / cast($step as double)) as integer)
),
running as (
  select
    steps.step, steps.first_day,
    sum(coalesce(counted_repeats.repeats, 0)) over (order by steps.step rows between unbounded preceding and current row) as repeats
  from steps
  left join counted_repeats on counted_repeats.step = steps.step
)
select
  cast(step as integer) as step,
  cast(greatest(first_day, least(add_days($until, step * $step), $as_of)) as date) as day,
  cast(repeats as integer) as repeats
from running
order by step
