-- one row per customer not past the rule when $month began who bought nothing in it and was past the rule when it ended.
with
shop as (
  select median_of(gap) as usual_gap from purchases where nth > 1
),
limits as (
  select
    customers.customer,
    cast(floor(case $rule when 'days' then $days else greatest(coalesce($k * coalesce(rhythms.usual_gap, shop.usual_gap), 0), $floor) end) as integer) as limit_days
  from customers
  left join rhythms on rhythms.customer = customers.customer
  cross join shop
),
last_purchases as (
  select customer, max(day) as day from purchases where day < $month group by customer
),
buyers as (
  select distinct customer from purchases where day >= $month and day < add_months($month, 1)
)
select last_purchases.customer
from last_purchases
join limits on limits.customer = last_purchases.customer
left join buyers on buyers.customer = last_purchases.customer
where buyers.customer is null
  and add_days(last_purchases.day, limits.limit_days + 1) >= $month
  and add_days(last_purchases.day, limits.limit_days + 1) < add_months($month, 1)
  and add_days(last_purchases.day, limits.limit_days + 1) <= $as_of
order by last_purchases.customer
