-- One row: the limits of amounts by the rule, and how many orders are beyond them. Zero and less are not judged.
with logs as (
  select ln(cast(amount as double)) as log_amount
  from orders
  where amount > 0
),
middle as (
  select count(*) as judged, median_of(log_amount) as centre
  from logs
),
spread as (
  select median_of(abs(logs.log_amount - middle.centre)) * 1.4826 as width
  from logs
  cross join middle
),
limits as (
  select
    middle.judged, exp(middle.centre) as median_amount, spread.width,
    cast(round(exp(middle.centre - $k * spread.width), 2) as decimal(18, 2)) as low,
    cast(round(exp(middle.centre + $k * spread.width), 2) as decimal(18, 2)) as high
  from middle
  cross join spread
  where middle.judged >= 30 and spread.width > 0 and middle.centre + $k * spread.width < 30
),
beyond as (
  select
    sum(case when orders.amount > limits.high then 1 else 0 end) as above,
    sum(case when orders.amount > 0 and orders.amount < limits.low then 1 else 0 end) as below,
    sum(case when orders.amount > limits.high then orders.amount else 0 end) as above_amount,
    sum(orders.amount) as all_amount, max(orders.amount) as most
  from orders
  cross join limits
)
select
  cast(limits.judged as integer) as judged,
  cast(limits.median_amount as double) as median_amount,
  cast(limits.low as double) as low,
  cast(limits.high as double) as high,
  cast(coalesce(beyond.above, 0) as integer) as above,
  cast(coalesce(beyond.below, 0) as integer) as below,
  cast(share_of(beyond.above_amount, beyond.all_amount) as double) as above_share,
  cast(beyond.most as double) as most
from limits
cross join beyond
order by limits.judged
