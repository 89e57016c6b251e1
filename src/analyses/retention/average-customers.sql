-- one row per customer of the cohorts that completed their period $age who came back in it in the sense of $kind; all of them when $age is 0.
-- $by: the dimension of the first order, 'none' for everybody; of it those with $first or, when $rest is not 0, those outside its $rest largest groups.
with
grouped_customers as (
  select
    customer, period_of(first_day, $grain) as cohort,
    case $by
      when 'channel' then coalesce(first_channel, '') when 'category' then coalesce(first_category, '')
      when 'region' then coalesce(first_region, '') when 'tier' then coalesce(first_tier, '')
      when 'shop' then coalesce(first_shop, '') else '' end as value
  from customers
),
sizes as (
  select value, count(*) as size from grouped_customers group by value
),
ranked_groups as (
  select value, row_number() over (order by size desc, value) as place from sizes
),
members as (
  select grouped_customers.customer
  from grouped_customers
  join ranked_groups on ranked_groups.value = grouped_customers.value
  where add_periods(grouped_customers.cohort, $age + 1, $grain) <= add_days($as_of, 1)
    and ($by = 'none' or ($rest > 0 and ranked_groups.place > $rest) or ($rest = 0 and grouped_customers.value = $first))
),
visits as (
  select purchases.customer, purchases.nth, periods_between(purchases.first_day, purchases.day, $grain) as age
  from purchases
  join members on members.customer = purchases.customer
)
select distinct members.customer
from members
left join visits on visits.customer = members.customer
where
  $age = 0
  or ($kind = 'in-period' and visits.age = $age)
  or ($kind = 'rolling' and visits.age >= $age)
  or ($kind = 'cumulative' and visits.nth = 2 and visits.age <= $age)
order by members.customer
