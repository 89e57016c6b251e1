-- One row per customer with a chance below $below, the $most with most money at stake; lateness as in the other lists.
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
  customers.frequency, customers.last_day,
  coalesce(rhythms.usual_gap, shop.usual_gap) as usual_gap,
  share_of(ranked.silence, greatest(coalesce(rhythms.usual_gap, shop.usual_gap, ranked.silence), 22.5, 1)) as lateness
from ranked
join customers on customers.customer = ranked.customer
left join rhythms on rhythms.customer = ranked.customer
cross join shop
where ranked.place <= $most
