-- one row per customer who matches the watch rule $kind ('any': at least one).
select distinct customers.customer
from watched
join customers on customers.customer = watched.customer
where watched.kind = $kind or $kind = 'any'
order by customers.customer
