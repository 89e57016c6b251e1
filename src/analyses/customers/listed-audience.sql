-- One row per customer of the audience.
select customer, cast(null as varchar) as reason
from audience
order by customer
