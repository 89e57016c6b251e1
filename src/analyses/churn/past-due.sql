-- one row per customer past the rule on the as-of date.
with
shop as (
  select median_of(gap) as usual_gap from purchases where nth > 1
)
select customers.customer
from customers
cross join shop
where customers.recency > case $rule when 'days' then $days else greatest(coalesce($k * coalesce(customers.usual_gap, shop.usual_gap), 0), $floor) end
order by customers.customer
