-- one row per customer known on $warned_on: those whom the rule warned, knowing only what was known then ('warned'), those of them who bought
-- nothing up to $until ('right'), or everybody who bought nothing ('away').
with
known_customers as (
  select customer, days_between(max(day), $warned_on) as recency from purchases where day <= $warned_on group by customer
),
known_gaps as (
  select customer, median_of(gap) as usual_gap from purchases where day <= $warned_on and nth > 1 group by customer
),
known_shop as (
  select median_of(gap) as usual_gap from purchases where day <= $warned_on and nth > 1
),
returned as (
  select distinct customer from purchases where day > $warned_on and day <= $until
),
judged as (
  select
    known_customers.customer,
    known_customers.recency > case $rule when 'days' then $days
      else greatest(coalesce($k * coalesce(known_gaps.usual_gap, known_shop.usual_gap), 0), $floor) end as is_warned,
    returned.customer is null as is_away
  from known_customers
  cross join known_shop
  left join known_gaps on known_gaps.customer = known_customers.customer
  left join returned on returned.customer = known_customers.customer
)
select customer
from judged
where (is_warned or $group = 'away') and (is_away or $group = 'warned')
order by customer
