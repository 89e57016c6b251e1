-- One row per customer and watch rule that matches on the as-of date: 'drop', 'unusual', 'negative'.
with acts as (
  select customer, day from purchases where day > add_days($as_of, -2 * $window)
  union all
  select customer, day from events where customer is not null and day > add_days($as_of, -2 * $window)
),
paces as (
  select
    customer,
    sum(case when day > add_days($as_of, -$window) then 1 else 0 end) as recent,
    sum(case when day <= add_days($as_of, -$window) then 1 else 0 end) as before
  from acts
  group by customer
),
means as (
  select purchases.customer, avg(cast(purchases.amount as double)) as amount, count(*) as visits
  from purchases
  join customers on customers.customer = purchases.customer
  where purchases.day < customers.last_day and customers.last_day > add_days($as_of, -$window)
  group by purchases.customer
)
select customer, 'drop' as kind
from paces
where before >= 3 and recent <= before * (1 - $drop)
union all
select purchases.customer, 'unusual'
from purchases
join customers on customers.customer = purchases.customer
join means on means.customer = purchases.customer
where purchases.day = customers.last_day and means.visits >= 3 and means.amount > 0
  and (purchases.amount > $jump * means.amount or purchases.amount * $jump < means.amount)
union all
select distinct customer, 'negative'
from feedback
where customer is not null and day > add_days($as_of, -$window)
  and (kind = 'ticket' or (kind = 'nps' and score <= 6) or (kind = 'csat' and score <= 2))
