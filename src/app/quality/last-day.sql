-- One row: the last day of the orders in `counted` (one row per order: customer, day, amount).
select cast(max(counted.day) as date) as last_day
from counted
order by last_day
