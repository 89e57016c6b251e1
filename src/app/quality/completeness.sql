-- One row per column of the orders: how many orders have a value in it.
with counted as (
  select
    count(*) as orders, count(customer) as customer, count(order_id) as order_id, count(gross) as gross,
    count(discount) as discount, count(refund) as refund, count(quantity) as quantity, count(product) as product,
    count(category) as category, count(channel) as channel, count(region) as region, count(tier) as tier, count(shop) as shop
  from orders
),
fields as (
  select 1 as place, 'order_time' as field, orders as filled, orders from counted
  union all select 2, 'amount', orders, orders from counted
  union all select 3, 'customer', customer, orders from counted
  union all select 4, 'order_id', order_id, orders from counted
  union all select 5, 'gross', gross, orders from counted
  union all select 6, 'discount', discount, orders from counted
  union all select 7, 'refund', refund, orders from counted
  union all select 8, 'quantity', quantity, orders from counted
  union all select 9, 'product', product, orders from counted
  union all select 10, 'category', category, orders from counted
  union all select 11, 'channel', channel, orders from counted
  union all select 12, 'region', region, orders from counted
  union all select 13, 'tier', tier, orders from counted
  union all select 14, 'shop', shop, orders from counted
)
select
  cast(field as varchar) as field,
  cast(filled as integer) as filled,
  cast(orders as integer) as orders,
  cast(share_of(filled, orders) as double) as share
from fields
order by place
