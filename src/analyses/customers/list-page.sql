-- One row per customer of the list, one page of it in the order asked for: who they are, their scores and their habits.
select
  cast(customers.customer_id as varchar) as customer_id,
  cast(members.segment as varchar) as segment,
  cast(members.r as integer) as r,
  cast(members.f as integer) as f,
  cast(members.m as integer) as m,
  cast(coalesce(listed.reason, reasons.reason) as varchar) as reason,
  cast(listed.chance as double) as chance,
  cast(customers.first_day as date) as first_day,
  cast(customers.last_day as date) as last_day,
  cast(customers.recency as integer) as recency,
  cast(customers.frequency as integer) as frequency,
  cast(customers.orders as integer) as orders,
  cast(customers.monetary as double) as monetary,
  cast(rhythms.usual_gap as double) as usual_gap,
  cast(delays.reference_gap as double) as reference_gap,
  cast(delays.lateness as double) as lateness,
  cast(expectations.buys as double) as p_buys,
  cast(expectations.value as double) as value,
  cast(customers.first_channel as varchar) as first_channel,
  cast(customers.first_category as varchar) as first_category,
  cast(customers.first_region as varchar) as first_region,
  cast(customers.first_tier as varchar) as first_tier,
  cast(customers.first_shop as varchar) as first_shop
from page_keys
join customers on customers.customer = page_keys.customer
join members on members.customer = page_keys.customer
join listed on listed.customer = page_keys.customer
left join rhythms on rhythms.customer = page_keys.customer
left join delays on delays.customer = page_keys.customer
left join expectations on expectations.customer = page_keys.customer
left join reasons on reasons.customer = page_keys.customer
order by page_keys.number_order nulls last, page_keys.rising_order nulls last, page_keys.falling_order desc nulls last, page_keys.customer
