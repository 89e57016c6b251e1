-- one row per customer who bought a second time within $by_day days of the first purchase.
select customer
from purchases
where nth = 2 and gap <= $by_day
order by customer
