-- one row: the regulars (three purchases or more, best fifth by last-year value) past k times their own usual gap, and their money.
with
last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($as_of, -365) group by customer
),
bar as (
  select quantile_of(amount, 0.8) as amount from last_year
)
select
  cast(count(*) as integer) as customers,
  cast(coalesce(sum(last_year.amount), 0) as double) as amount_year
from customers
join rhythms on rhythms.customer = customers.customer
join last_year on last_year.customer = customers.customer
cross join bar
where customers.frequency >= 3 and customers.recency > greatest($k * rhythms.usual_gap, $floor)
  and last_year.amount >= bar.amount and last_year.amount > 0
order by customers
