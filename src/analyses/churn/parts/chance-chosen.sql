-- One row per customer with a chance below $below, the $most with most money at stake.
with last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($day, -365) and day <= $day group by customer
),
flagged as (
  select
    chances.customer, chances.silence, chances.chance, chances.why, coalesce(last_year.amount, 0) as amount
  from chances
  left join last_year on last_year.customer = chances.customer
  where chances.chance < $below
),
ranked as (
  select
    customer, silence, chance, why, amount,
    row_number() over (order by amount * (1 - chance) desc, chance, silence desc, customer) as place,
    rank() over (order by silence desc) as plain_place
  from flagged
)
select
  ranked.customer, customers.customer_id, ranked.place, ranked.plain_place, ranked.chance, ranked.why, ranked.silence, ranked.amount,
  customers.frequency, customers.last_day, true as is_flagged,
  delays.usual_gap, delays.reference_gap, delays.lateness
from ranked
join customers on customers.customer = ranked.customer
join delays on delays.customer = ranked.customer
where ranked.place <= $most
