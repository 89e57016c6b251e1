-- One row per customer of one segment.
select customer
from members
where segment = $segment
order by customer
