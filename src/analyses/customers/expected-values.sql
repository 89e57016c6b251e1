-- One row per customer: the chance to buy within the horizon, and the value expected within it.
select customer, buys, value
from customer_values
order by customer
