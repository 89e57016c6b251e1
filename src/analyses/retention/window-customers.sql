-- one row per customer observed for at least $days days since the first purchase who did ('yes') or did not ('no') buy again within them.
with
prompt_customers as (
  select customer from purchases where nth = 2 and gap <= $days
)
select customers.customer
from customers
left join prompt_customers on prompt_customers.customer = customers.customer
where days_between(customers.first_day, $as_of) >= $days
  and ($again = 'yes') = (prompt_customers.customer is not null)
order by customers.customer
