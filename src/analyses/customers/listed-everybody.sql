-- One row per customer in the scope.
select customer, cast(null as varchar) as reason
from customers
order by customer
