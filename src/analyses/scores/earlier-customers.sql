-- One row per customer as they stood on the day of comparison.
select
  customer,
  days_between(max(day), $compare) as recency,
  count(*) as frequency,
  sum(orders) as orders,
  sum(amount) as monetary
from purchases
where day <= $compare
group by customer
