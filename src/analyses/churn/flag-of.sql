-- one row: whether the customer called $customer_id is flagged; none where nobody is called so.
select cast(flags.is_flagged as boolean) as is_flagged
from flags
join customers on customers.customer = flags.customer
where customers.customer_id = $customer_id
order by flags.customer
