-- One row per customer of the list, of whom reasons are given.
select customers.customer, customers.last_day, customers.frequency, listed_unsigned.why, listed_unsigned.is_flagged
from listed_unsigned
join customers on customers.customer = listed_unsigned.customer
order by customers.customer
