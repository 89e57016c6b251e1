-- One row per customer past the rule, the $most whom to contact first: highest last-year value × lateness. Lateness is silence ÷ usual gap;
-- a gap shorter than $floor ÷ $k days counts as that long, so that two purchases in a row do not make a rhythm.
with standings as (
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
)
select
  customer, customer_id, last_day, recency as silence, frequency, usual_gap, amount, lateness, place, plain_place,
  cast(null as double) as chance, cast(null as varchar) as why
from ranked
where place <= $most
