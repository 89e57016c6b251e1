-- One row per customer whose id is linked with another one, the one who ordered first before the others.
select
  cast(customer_profiles.customer_id as varchar) as customer_id,
  cast(customer_profiles.shown_id as varchar) as shown_id,
  cast(orders.customer as integer) as customer,
  cast(min(orders.day) as date) as first_day,
  cast(count(*) as integer) as orders,
  cast(sum(orders.amount) as double) as amount
from orders
join customer_profiles on customer_profiles.customer = orders.customer
where customer_profiles.customer_id in $ids
group by customer_profiles.customer_id, customer_profiles.shown_id, orders.customer
order by min(orders.order_time), customer_profiles.customer_id
