-- one row per customer with a gap of $shortest to $longest days between two purchases.
select distinct customer
from purchases
where nth > 1 and gap between $shortest and $longest
order by customer
