-- One row per customer of the best fifth by the money of the last 365 days whose chance to buy within the horizon is below one half.
with year as (
  select customer, sum(cast(amount as double)) as amount
  from purchases
  where day > add_days($as_of, -365) and day <= $as_of
  group by customer
),
ranked as (
  select year.customer, customer_values.buys, row_number() over (order by year.amount desc, year.customer) as place, count(*) over () as everybody
  from year
  join customer_values on customer_values.customer = year.customer
  where year.amount > 0
)
select customer
from ranked
where place <= ceil(everybody * 0.2) and buys < 0.5
order by customer
