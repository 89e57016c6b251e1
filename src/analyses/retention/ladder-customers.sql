-- one row per customer who reached purchase number $step; with $at 'stopped', only those who went no further.
select customer
from customers
where frequency >= $step and ($at <> 'stopped' or frequency = $step)
order by customer
