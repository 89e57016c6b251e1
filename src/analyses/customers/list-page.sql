-- One row per customer of the list, one page of it in the order asked for: who they are, their scores and their habits.
with found as (
  select
    customers.customer,
    case $sort
      when 'customer_id' then customers.customer
      when 'segment' then segment_list.place
      when 'recency' then customers.recency
      when 'last_day' then customers.recency
      when 'first_day' then days_between(customers.first_day, $as_of)
      when 'frequency' then customers.frequency
      when 'orders' then customers.orders
      when 'monetary' then customers.monetary
      when 'usual_gap' then rhythms.usual_gap
      when 'lateness' then share_of(customers.recency, rhythms.usual_gap)
      when 'p_buys' then expectations.buys
      when 'value' then expectations.value
      when 'r' then members.r
      when 'f' then members.f
      when 'm' then members.m
    end as number_key,
    case $sort
      when 'first_channel' then customers.first_channel
      when 'first_category' then customers.first_category
      when 'first_region' then customers.first_region
      when 'first_tier' then customers.first_tier
      when 'first_shop' then customers.first_shop
      when 'reason' then listed.reason
    end as text_key
  from customers
  join listed on listed.customer = customers.customer
  join members on members.customer = customers.customer
  join segment_list on segment_list.segment = members.segment
  left join rhythms on rhythms.customer = customers.customer and $sort in ('usual_gap', 'lateness')
  left join expectations on expectations.customer = customers.customer
  where $search = '' or text_contains(customers.customer_id, $search)
),
-- Days count backwards: the latest day is the fewest days ago.
keyed as (
  select
    customer,
    case when $is_descending = ($sort in ('last_day', 'first_day')) then number_key else - number_key end as number_order,
    case when $is_descending then null else text_key end as rising_order,
    case when $is_descending then text_key end as falling_order
  from found
),
page_keys as (
  select customer, number_order, rising_order, falling_order
  from keyed
  order by number_order nulls last, rising_order nulls last, falling_order desc nulls last, customer
  limit $page_size offset $page_start
)
select
  cast(customers.customer_id as varchar) as customer_id,
  cast(members.segment as varchar) as segment,
  cast(members.r as integer) as r,
  cast(members.f as integer) as f,
  cast(members.m as integer) as m,
  cast(listed.reason as varchar) as reason,
  cast(customers.first_day as date) as first_day,
  cast(customers.last_day as date) as last_day,
  cast(customers.recency as integer) as recency,
  cast(customers.frequency as integer) as frequency,
  cast(customers.orders as integer) as orders,
  cast(customers.monetary as double) as monetary,
  cast(rhythms.usual_gap as double) as usual_gap,
  cast(share_of(customers.recency, rhythms.usual_gap) as double) as lateness,
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
left join expectations on expectations.customer = page_keys.customer
order by page_keys.number_order nulls last, page_keys.rising_order nulls last, page_keys.falling_order desc nulls last, page_keys.customer
