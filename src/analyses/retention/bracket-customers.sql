-- one row per customer observed for at least $day_to days since the first purchase who bought from day $day_from to day $day_to after it.
select distinct customer
from purchases
where nth > 1
  and days_between(first_day, day) between $day_from and $day_to
  and days_between(first_day, $as_of) >= $day_to
order by customer
