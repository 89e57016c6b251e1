-- one row per customer whose chance to buy within $horizon days of $day is below $below, the least likely first: $before and $after stand around it.
select
  chances.customer,
  $before || case when chances.chance < 0.005 then '<1' else cast(cast(round(100 * chances.chance) as integer) as varchar) end || $after as reason
from chances
where chances.chance < $below
order by chances.chance, chances.customer
