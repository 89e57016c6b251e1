-- One row per customer: the value of a dimension that their first order had, the largest first; beyond `$groups` they are together (null).
with valued as (
  select
    customer,
    case $by
      when 'channel' then coalesce(first_channel, '') when 'category' then coalesce(first_category, '')
      when 'region' then coalesce(first_region, '') when 'tier' then coalesce(first_tier, '')
      else coalesce(first_shop, '') end as name
  from customers
),
sizes as (
  select name, count(*) as size
  from valued
  group by name
),
ranked as (
  select name, row_number() over (order by size desc, name) as place
  from sizes
)
select valued.customer, least(ranked.place, $groups + 1) as place, case when ranked.place <= $groups then ranked.name end as name
from valued
join ranked on ranked.name = valued.name
order by valued.customer
