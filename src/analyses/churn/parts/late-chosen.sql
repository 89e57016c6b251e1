-- One row per customer past the rule, the $most whom to contact first: highest last-year value × lateness (× silence where nobody has bought twice).
with last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($as_of, -365) group by customer
),
late as (
  select
    delays.customer, delays.silence, delays.usual_gap, delays.reference_gap, delays.lateness, coalesce(last_year.amount, 0) as amount
  from delays
  left join last_year on last_year.customer = delays.customer
  cross join shop
  where delays.silence > case $rule when 'days' then $days
    else greatest(coalesce($k * coalesce(delays.usual_gap, shop.usual_gap), 0), $floor) end
),
ranked as (
  select
    customer, silence, usual_gap, reference_gap, lateness, amount,
    row_number() over (order by amount * coalesce(lateness, silence) desc, silence desc, customer) as place,
    rank() over (order by silence desc) as plain_place
  from late
)
select
  ranked.customer, customers.customer_id, ranked.place, ranked.plain_place, cast(null as double) as chance, cast(null as varchar) as why,
  ranked.silence, ranked.amount, customers.frequency, customers.last_day, true as is_flagged,
  ranked.usual_gap, ranked.reference_gap, ranked.lateness
from ranked
join customers on customers.customer = ranked.customer
where ranked.place <= $most
