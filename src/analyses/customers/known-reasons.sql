-- One row per customer whose reason is known before the page is cut.
select customer, reason
from reasons
order by customer
