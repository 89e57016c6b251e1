-- one row per customer whose first and only purchase lies in the last $days days.
select customer
from customers
where frequency = 1 and first_day > add_days($as_of, -$days)
order by customer
