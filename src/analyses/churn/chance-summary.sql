-- one row: customers whose chance to buy within $horizon days of $day is below $below, what they brought in the 365 days before, and how few of them brought half of it.
with
last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($day, -365) and day <= $day group by customer
),
flagged as (
  select chances.customer, coalesce(last_year.amount, 0) as amount
  from chances
  left join last_year on last_year.customer = chances.customer
  where chances.chance < $below
),
ranked as (
  select
    amount,
    sum(amount) over (order by amount desc, customer rows between unbounded preceding and current row) - amount as amount_before,
    sum(amount) over () as total
  from flagged
),
everybody as (
  select count(*) as customers, avg(chance) as mean_chance from chances
),
counted as (
  select
    count(*) as past_due, coalesce(sum(amount), 0) as amount,
    coalesce(sum(case when amount > 0 and amount_before < 0.5 * total then 1 else 0 end), 0) as half
  from ranked
)
select
  cast(everybody.customers as integer) as customers,
  cast(counted.past_due as integer) as past_due,
  share_of(counted.past_due, everybody.customers) as share,
  wilson_low(counted.past_due, everybody.customers) as low,
  wilson_high(counted.past_due, everybody.customers) as high,
  cast(counted.amount as double) as amount_year,
  cast(counted.half as integer) as customers_of_half,
  cast(everybody.mean_chance as double) as mean_chance
from counted
cross join everybody
order by past_due
