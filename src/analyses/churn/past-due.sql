-- one row per customer past the rule on the as-of date, with why in words: $once, or $late_before and $late_after around the lateness.
-- Lateness is silence ÷ usual gap; a gap shorter than $floor ÷ $k days counts as that long.
with
shop as (
  select median_of(gap) as usual_gap from purchases where nth > 1
),
standings as (
  select
    customers.customer, customers.recency, customers.frequency,
    coalesce(rhythms.usual_gap, shop.usual_gap) as usual_gap,
    case $rule when 'days' then $days else greatest(coalesce($k * coalesce(rhythms.usual_gap, shop.usual_gap), 0), $floor) end as limit_days
  from customers
  left join rhythms on rhythms.customer = customers.customer
  cross join shop
),
late as (
  select
    customer, frequency,
    share_of(recency, greatest(coalesce(usual_gap, cast(limit_days as double)), cast($floor as double) / $k)) as lateness
  from standings
  where recency > limit_days
)
select
  customer,
  case when frequency = 1 then $once else $late_before || cast(round(lateness, 1) as varchar) || $late_after end as reason
from late
order by customer
