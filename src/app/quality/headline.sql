-- One row: the headline numbers of the orders in `counted` (one row per order: customer, day, amount).
with visits as (
  select customer, day
  from counted
  where customer is not null
  group by customer, day
),
people as (
  select customer, count(*) as purchases, max(day) as last_day
  from visits
  group by customer
),
sums as (
  select count(*) as orders, sum(amount) as amount
  from counted
),
shares as (
  select
    count(*) as customers, sum(purchases) as purchases,
    sum(case when purchases >= 2 then 1 else 0 end) as repeaters,
    sum(case when days_between(last_day, $as_of) > 90 then 1 else 0 end) as churned
  from people
)
select
  cast(shares.customers as integer) as customers,
  cast(sums.orders as integer) as orders,
  cast(coalesce(sums.amount, 0) as double) as amount,
  cast(share_of(sums.amount, sums.orders) as double) as average,
  cast(coalesce(shares.purchases, 0) as integer) as purchases,
  cast(share_of(shares.repeaters, shares.customers) as double) as repurchase,
  cast(share_of(shares.churned, shares.customers) as double) as churn
from sums
cross join shares
order by sums.orders
