-- One row per customer of the audience, with why they are in it.
select
  customer, cast(reason as varchar) as reason, cast(null as varchar) as why, cast(null as double) as chance, false as is_flagged
from audience
order by customer
