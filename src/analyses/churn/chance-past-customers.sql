-- one row per customer whose chance at $day was below $below: all, or ('right') those who bought nothing in the $horizon days after.
with
returned as (
  select distinct customer from purchases where day > $day and day <= add_days($day, $horizon)
)
select chances.customer
from chances
left join returned on returned.customer = chances.customer
where chances.chance < $below and ($group = 'warned' or returned.customer is null)
order by chances.customer
