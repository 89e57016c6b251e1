-- One row per customer of the audience, with why they are in it.
select customer, cast(reason as varchar) as reason
from audience
order by customer
