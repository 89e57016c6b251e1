-- One row per customer of a group; `$is_rest` asks for those of all smaller groups together.
select customer
from customer_groups
where case when $is_rest then name is null else name = $name end
order by customer
