-- One row per customer of one page of the list, with the keys of the order asked for.
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
      when 'reference_gap' then delays.reference_gap
      when 'lateness' then delays.lateness
      when 'chance' then listed.chance
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
      when 'reason' then coalesce(listed.reason, known_reasons.reason)
    end as text_key
  from customers
  join listed on listed.customer = customers.customer
  join members on members.customer = customers.customer
  join segment_list on segment_list.segment = members.segment
  left join rhythms on rhythms.customer = customers.customer and $sort = 'usual_gap'
  left join delays on delays.customer = customers.customer and $sort in ('reference_gap', 'lateness')
  left join expectations on expectations.customer = customers.customer
  left join known_reasons on known_reasons.customer = customers.customer
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
)
select customer, number_order, rising_order, falling_order
from keyed
order by number_order nulls last, rising_order nulls last, falling_order desc nulls last, customer
limit $page_size offset $page_start
