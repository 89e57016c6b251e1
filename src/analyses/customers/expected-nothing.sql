-- No row: nothing is expected of anybody where nobody asked for it.
select customer, cast(null as double) as buys, cast(null as double) as value
from customers
where customer is null
order by customer
