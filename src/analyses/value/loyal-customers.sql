-- One row per customer on one side: 1 are those with so many purchases or more, 2 all others.
select customer
from customers
where case when $side = 1 then frequency >= $loyal else frequency < $loyal end
order by customer
