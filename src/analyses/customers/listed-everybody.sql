-- One row per customer in the scope.
select
  customer, cast(null as varchar) as reason, cast(null as varchar) as why, cast(null as double) as chance, false as is_flagged
from customers
order by customer
