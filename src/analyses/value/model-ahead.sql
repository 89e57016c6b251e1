-- One row per customer: the chance to buy and the value within the horizon by the fitted models, and the contacts planned for it.
select customer, buys, value, $contacts as planned, 0 as is_unseen
from customer_values
order by customer
