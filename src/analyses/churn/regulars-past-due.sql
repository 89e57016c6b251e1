-- one row per regular (three purchases or more) among the best fifth by last-year value who is past k times the own usual gap.
with
last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($as_of, -365) group by customer
),
bar as (
  select quantile_of(amount, 0.8) as amount from last_year
)
select customers.customer
from customers
join rhythms on rhythms.customer = customers.customer
join last_year on last_year.customer = customers.customer
cross join bar
where customers.frequency >= 3 and customers.recency > greatest($k * rhythms.usual_gap, $floor)
  and last_year.amount >= bar.amount and last_year.amount > 0
order by customers.customer
