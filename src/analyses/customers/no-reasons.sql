-- No row: nobody asked for reasons.
select customer, cast(null as varchar) as reason
from customers
where customer is null
order by customer
