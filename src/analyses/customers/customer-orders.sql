-- One row per order of one customer, the latest first.
with chosen as (
  select customer
  from customers
  where customer_id = $customer_id
)
select
  cast(orders.order_id as varchar) as order_id,
  cast(orders.order_time as timestamp) as order_time,
  cast(orders.day as date) as day,
  cast(days_between(lag(orders.day) over (order by orders.order_time, orders.order_id), orders.day) as integer) as gap,
  cast(orders.amount as double) as amount,
  cast(orders.gross as double) as gross,
  cast(orders.discount as double) as discount,
  cast(orders.refund as double) as refund,
  cast(orders.quantity as double) as quantity,
  cast(orders.product as varchar) as product,
  cast(orders.channel as varchar) as channel,
  cast(orders.category as varchar) as category,
  cast(orders.region as varchar) as region,
  cast(orders.tier as varchar) as tier,
  cast(orders.shop as varchar) as shop
from orders
join chosen on chosen.customer = orders.customer
order by orders.order_time desc, orders.order_id desc
