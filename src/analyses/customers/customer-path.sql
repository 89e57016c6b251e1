-- One row per week since a customer's first purchase, and for the day looked at: the purchase history as it was on that day.
with own as (
  select purchases.day, purchases.first_day
  from purchases
  join customers on customers.customer = purchases.customer
  where customers.customer_id = $customer_id
),
bounds as (
  select min(first_day) as first_day
  from own
),
days as (
  select distinct least(add_days(bounds.first_day, 7 * numbers.n), $as_of) as day, bounds.first_day
  from bounds
  join numbers on 7 * numbers.n < days_between(bounds.first_day, $as_of) + 7
)
select
  cast(days.day as date) as day,
  cast(count(own.day) - 1 as double) as x,
  cast(days_between(days.first_day, max(own.day)) as double) as recency,
  cast(days_between(days.first_day, days.day) as double) as age
from days
join own on own.day <= days.day
group by days.day, days.first_day
order by days.day
