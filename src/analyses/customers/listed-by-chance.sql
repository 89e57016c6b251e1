-- One row per customer of an audience of those whose chance to buy is small, with that chance and what takes most from it.
select
  customer, cast(null as varchar) as reason, cast(why as varchar) as why, cast(chance as double) as chance, true as is_flagged
from audience
order by customer
