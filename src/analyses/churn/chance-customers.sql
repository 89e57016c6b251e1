-- one row per customer whose chance to buy within $horizon days of $day is below $below, the least likely first: $before and $after stand around it.
select
  chances.customer,
  $before || cast(cast(round(100 * chances.chance) as integer) as varchar) || $after as reason
from chances
where chances.chance < $below
order by chances.chance, chances.customer
