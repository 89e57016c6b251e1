-- One row per customer past the rule on the as-of date: what they brought in the 365 days up to it.
with limits as (
  select
    customers.customer, customers.recency,
    case $rule when 'days' then $days else greatest(coalesce($k * coalesce(rhythms.usual_gap, shop.usual_gap), 0), $floor) end as limit_days
  from customers
  left join rhythms on rhythms.customer = customers.customer
  cross join shop
),
last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($as_of, -365) group by customer
)
select limits.customer, coalesce(last_year.amount, 0) as amount
from limits
left join last_year on last_year.customer = limits.customer
where limits.recency > limits.limit_days
