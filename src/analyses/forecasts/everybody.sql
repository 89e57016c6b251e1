-- One row per customer: all in one group.
select customer, 1 as place, 'all' as name
from customers
order by customer
