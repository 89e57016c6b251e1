-- One row per customer on the page, of whom reasons are given.
select customers.customer, customers.last_day, customers.frequency, listed.why, listed.is_flagged
from page_keys
join customers on customers.customer = page_keys.customer
join listed on listed.customer = page_keys.customer
order by customers.customer
