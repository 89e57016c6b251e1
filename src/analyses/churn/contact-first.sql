-- one row per customer past the rule, the $most whom to contact first: highest last-year value × lateness, with what may explain the silence.
-- Lateness is silence ÷ usual gap; a gap shorter than $floor ÷ $k days counts as that long, so that two purchases in a row do not make a rhythm.
with
shop as (
  select median_of(gap) as usual_gap from purchases where nth > 1
),
standings as (
  select
    customers.customer, customers.customer_id, customers.last_day, customers.recency, customers.frequency,
    coalesce(rhythms.usual_gap, shop.usual_gap) as usual_gap,
    case $rule when 'days' then $days else greatest(coalesce($k * coalesce(rhythms.usual_gap, shop.usual_gap), 0), $floor) end as limit_days
  from customers
  left join rhythms on rhythms.customer = customers.customer
  cross join shop
),
last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($as_of, -365) group by customer
),
late as (
  select
    standings.customer, standings.customer_id, standings.last_day, standings.recency, standings.frequency,
    standings.usual_gap, standings.limit_days, coalesce(last_year.amount, 0) as amount,
    share_of(standings.recency, greatest(coalesce(standings.usual_gap, cast(standings.limit_days as double)), cast($floor as double) / $k)) as lateness
  from standings
  left join last_year on last_year.customer = standings.customer
  where standings.recency > standings.limit_days
),
ranked as (
  select
    customer, customer_id, last_day, recency, frequency, usual_gap, amount, lateness,
    row_number() over (order by amount * lateness desc, recency desc, customer) as place,
    rank() over (order by recency desc) as plain_place
  from late
),
chosen as (
  select customer, customer_id, last_day, recency, frequency, usual_gap, amount, lateness, place, plain_place
  from ranked
  where place <= $most
),
visits as (
  select
    purchases.customer, purchases.day, purchases.amount, purchases.nth,
    lag(purchases.amount) over (partition by purchases.customer order by purchases.day) as amount_before
  from purchases
  join chosen on chosen.customer = purchases.customer
),
baskets as (
  select visits.customer, sum(case when visits.amount < visits.amount_before then 1 else 0 end) as falls
  from visits
  join chosen on chosen.customer = visits.customer
  where visits.nth > chosen.frequency - 3
  group by visits.customer
),
days_before as (
  select visits.customer, max(visits.day) as day
  from visits
  join chosen on chosen.customer = visits.customer
  where visits.day < chosen.last_day
  group by visits.customer
),
order_facts as (
  select
    chosen.customer,
    max(case when orders.day = chosen.last_day and coalesce(orders.refund, 0) > 0 then 1 else 0 end) as refunds,
    min(case when coalesce(orders.discount, 0) > 0 then 1 else 0 end) as discounts,
    max(case when orders.day = chosen.last_day then orders.channel end) as last_channel,
    max(case when orders.day = days_before.day then orders.channel end) as channel_before
  from chosen
  join orders on orders.customer = chosen.customer
  left join days_before on days_before.customer = chosen.customer
  group by chosen.customer
)
select
  cast(chosen.place as integer) as place,
  chosen.customer,
  chosen.customer_id,
  cast(chosen.amount as double) as amount_year,
  cast(chosen.frequency as integer) as purchases,
  cast(chosen.usual_gap as double) as usual_gap,
  cast(chosen.recency as integer) as silent_days,
  cast(chosen.lateness as double) as lateness,
  cast(chosen.plain_place as integer) as plain_place,
  chosen.last_day,
  order_facts.refunds = 1 as is_last_refunded,
  order_facts.discounts = 1 as is_always_discounted,
  coalesce(chosen.frequency >= 4 and baskets.falls = 3, false) as is_basket_falling,
  order_facts.last_channel,
  order_facts.channel_before
from chosen
join order_facts on order_facts.customer = chosen.customer
left join baskets on baskets.customer = chosen.customer
order by chosen.place
