-- one row per customer of a cohort who came back in the sense of $kind in its period $age; all of the cohort when $age is 0.
with
members as (
  select customer, first_day, last_day from customers where period_of(first_day, $grain) = $cohort
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
