-- one row: the customers of `flagged` among all, what they brought in the 365 days up to the day, and how few of them brought half of it.
with
ranked as (
  select
    amount,
    sum(amount) over (order by amount desc, customer rows between unbounded preceding and current row) - amount as amount_before,
    sum(amount) over () as total
  from flagged
),
everybody as (
  select count(*) as customers from customers
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
  cast(counted.half as integer) as customers_of_half
from counted
cross join everybody
order by past_due
