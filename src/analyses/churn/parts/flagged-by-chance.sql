-- One row per customer whose chance to buy within $horizon days of $day is below $below: what they brought in the 365 days up to it.
with last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($day, -365) and day <= $day group by customer
)
select chances.customer, coalesce(last_year.amount, 0) as amount
from chances
left join last_year on last_year.customer = chances.customer
where chances.chance < $below
