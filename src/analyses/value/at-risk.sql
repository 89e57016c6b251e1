-- One row: the money of the last 365 days, and the part of it that came from customers who, by their chances, buy no more within the horizon.
with year as (
  select customer, sum(cast(amount as double)) as amount
  from purchases
  where day > add_days($as_of, -365) and day <= $as_of
  group by customer
),
ranked as (
  select year.customer, year.amount, customer_values.buys, row_number() over (order by year.amount desc, year.customer) as place, count(*) over () as everybody
  from year
  join customer_values on customer_values.customer = year.customer
  where year.amount > 0
)
select
  cast(count(*) as integer) as customers,
  cast(coalesce(sum(amount), 0) as double) as amount,
  cast(sum(amount * (1 - buys)) as double) as at_risk,
  cast(coalesce(sum(case when place <= ceil(everybody * 0.2) and buys < 0.5 then 1 else 0 end), 0) as integer) as best_unlikely,
  cast(coalesce(sum(case when place <= ceil(everybody * 0.2) and buys < 0.5 then amount else 0 end), 0) as double) as best_amount
from ranked
order by customers
