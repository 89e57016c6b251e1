-- one row: the chance to buy of the customer called $customer_id, and what takes most from it; none where nobody is called so.
select cast(chances.chance as double) as chance, cast(chances.why as varchar) as why
from chances
join customers on customers.customer = chances.customer
where customers.customer_id = $customer_id
order by chances.customer
