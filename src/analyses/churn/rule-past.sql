-- one row per customer, of every $every-th, whom the rule had warned at the end of $day: what they had brought in the 365 days before, that times
-- their lateness (the order in which they are contacted), and whether they stayed away up to $until. Nothing after $day enters the warning.
with
sampled as (
  select customer, day, amount, gap, nth from purchases where day <= $until and (cast(customer as bigint) * 48271) % 65537 % $every = 0
),
gaps as (
  select customer, median_of(gap) as usual_gap from sampled where day <= $day and nth > 1 group by customer
),
shop_gap as (
  select median_of(gap) as usual_gap from sampled where day <= $day and nth > 1
),
known as (
  select customer, days_between(max(day), $day) as silence from sampled where day <= $day group by customer
),
limits as (
  select
    known.customer, known.silence,
    coalesce(gaps.usual_gap, shop_gap.usual_gap) as usual_gap,
    case $rule when 'days' then $days else greatest(coalesce($k * coalesce(gaps.usual_gap, shop_gap.usual_gap), 0), $floor) end as limit_days
  from known
  cross join shop_gap
  left join gaps on gaps.customer = known.customer
),
last_year as (
  select customer, sum(amount) as amount from sampled where day > add_days($day, -365) and day <= $day group by customer
),
returned as (
  select distinct customer from sampled where day > $day
),
warned as (
  select
    limits.customer,
    greatest(coalesce(last_year.amount, 0), 0) as amount,
    share_of(limits.silence, greatest(coalesce(limits.usual_gap, cast(limits.limit_days as double)), cast($floor as double) / $k)) as lateness,
    case when returned.customer is null then 1 else 0 end as away
  from limits
  left join last_year on last_year.customer = limits.customer
  left join returned on returned.customer = limits.customer
  where limits.silence > limits.limit_days
)
select
  cast(amount as double) as amount_year,
  cast(amount * lateness as double) as at_stake,
  cast(away as integer) as away
from warned
order by at_stake desc, customer
