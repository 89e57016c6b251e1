-- One row per segment then and segment now that somebody moved between (or stayed in): customers and their revenue now.
-- 'none' then is a customer who had not bought yet.
with moved as (
  select coalesce(earlier_members.segment, 'none') as segment_then, members.segment as segment_now, count(*) as customers, sum(members.revenue) as revenue
  from members
  left join earlier_members on earlier_members.customer = members.customer
  group by coalesce(earlier_members.segment, 'none'), members.segment
)
select
  cast(segment_then as varchar) as segment_then,
  cast(segment_now as varchar) as segment_now,
  cast(customers as integer) as customers,
  cast(revenue as double) as revenue
from moved
order by segment_then, segment_now
