-- one row per customer whose chance to buy within $horizon days of $day is below $below, the least likely first, with what takes most from it.
select chances.customer, cast(chances.chance as double) as chance, cast(chances.why as varchar) as why
from chances
where chances.chance < $below
order by chances.chance, chances.customer
