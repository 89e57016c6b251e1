-- One row: everything known about one customer.
select
  cast(customers.customer_id as varchar) as customer_id,
  cast(members.segment as varchar) as segment,
  cast(members.r as integer) as r,
  cast(members.f as integer) as f,
  cast(members.m as integer) as m,
  cast(customers.first_day as date) as first_day,
  cast(customers.last_day as date) as last_day,
  cast(customers.recency as integer) as recency,
  cast(customers.frequency as integer) as frequency,
  cast(customers.orders as integer) as orders,
  cast(customers.monetary as double) as monetary,
  cast(share_of(customers.monetary, customers.frequency) as double) as mean_purchase,
  cast(rhythms.usual_gap as double) as usual_gap,
  cast(customers.first_channel as varchar) as first_channel,
  cast(customers.first_category as varchar) as first_category,
  cast(customers.first_region as varchar) as first_region,
  cast(customers.first_tier as varchar) as first_tier,
  cast(customers.first_shop as varchar) as first_shop
from customers
join members on members.customer = customers.customer
left join rhythms on rhythms.customer = customers.customer
where customers.customer_id = $customer_id
order by customers.customer_id
