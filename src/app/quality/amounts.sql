-- One row per step of the amount on a log scale (ten steps per power of ten): how many orders are in it.
with placed as (
  select floor(log10(cast(amount as double)) * 10) as step
  from orders
  where amount > 0
),
counted as (
  select step, count(*) as orders
  from placed
  group by step
),
bounds as (
  select min(step) as first_step, max(step) as last_step
  from counted
),
steps as (
  select bounds.first_step + numbers.n as step
  from bounds
  join numbers on numbers.n <= bounds.last_step - bounds.first_step
)
select
  cast(steps.step as integer) as step,
  cast(power(10, steps.step / 10.0) as double) as from_amount,
  cast(power(10, (steps.step + 1) / 10.0) as double) as to_amount,
  cast(coalesce(counted.orders, 0) as integer) as orders
from steps
left join counted on counted.step = steps.step
order by steps.step
