-- One row: the customer called $customer_id, who is flagged as leaving, with what takes most from a model's chance.
select customer, cast($why as varchar) as why
from customers
where customer_id = $customer_id
order by customer
