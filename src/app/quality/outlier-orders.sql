-- One row per order beyond the limits, the farthest first.
select
  cast(orders.order_id as varchar) as order_id,
  cast(customer_profiles.shown_id as varchar) as customer_id,
  cast(orders.day as date) as day,
  cast(orders.amount as double) as amount
from orders
left join customer_profiles on customer_profiles.customer = orders.customer
where orders.amount > $high or (orders.amount > 0 and orders.amount < $low)
order by case when orders.amount > $high then 0 else 1 end, abs(ln(cast(orders.amount as double)) - ln(cast($middle as double))) desc, orders.day, orders.order_id, customer_profiles.customer_id
limit 12
