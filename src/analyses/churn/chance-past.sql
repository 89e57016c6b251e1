-- one row per customer whose chance at $day was below $below: what they had brought in the 365 days before, what was at stake, and whether they stayed away in the $horizon days after.
with
last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($day, -365) and day <= $day group by customer
),
returned as (
  select distinct customer from purchases where day > $day and day <= add_days($day, $horizon)
)
select
  cast(greatest(coalesce(last_year.amount, 0), 0) as double) as amount_year,
  cast((1 - chances.chance) * greatest(coalesce(last_year.amount, 0), 0) as double) as at_stake,
  cast(case when returned.customer is null then 1 else 0 end as integer) as away
from chances
left join last_year on last_year.customer = chances.customer
left join returned on returned.customer = chances.customer
where chances.chance < $below
order by at_stake desc, chances.customer
