-- one row: customers past the rule on the as-of date, what they brought in the last 365 days, and how few of them brought half of it.
with
shop as (
  select median_of(gap) as usual_gap from purchases where nth > 1
),
limits as (
  select
    customers.customer, customers.recency,
    case $rule when 'days' then $days else greatest(coalesce($k * coalesce(rhythms.usual_gap, shop.usual_gap), 0), $floor) end as limit_days
  from customers
  left join rhythms on rhythms.customer = customers.customer
  cross join shop
),
last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($as_of, -365) group by customer
),
past_due as (
  select limits.customer, coalesce(last_year.amount, 0) as amount
  from limits
  left join last_year on last_year.customer = limits.customer
  where limits.recency > limits.limit_days
),
ranked as (
  select
    amount,
    sum(amount) over (order by amount desc, customer rows between unbounded preceding and current row) - amount as amount_before,
    sum(amount) over () as total
  from past_due
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
  cast(counted.half as integer) as customers_of_half,
  cast(shop.usual_gap as double) as shop_gap
from counted
cross join everybody
cross join shop
order by past_due
