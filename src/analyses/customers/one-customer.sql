-- One row: the customer called $customer_id.
select customer
from customers
where customer_id = $customer_id
order by customer
