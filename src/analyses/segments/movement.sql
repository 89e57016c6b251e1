-- One row per segment then and segment now that somebody moved between (or stayed in), with both segments' places in the
-- template, 1 the best; 'none' then, at place 0, is a customer who had not bought yet.
with moved as (
  select coalesce(earlier_members.segment, 'none') as segment_then, members.segment as segment_now,
    count(*) as customers, sum(members.revenue) as revenue
  from members
  left join earlier_members on earlier_members.customer = members.customer
  group by coalesce(earlier_members.segment, 'none'), members.segment
)
select
  cast(moved.segment_then as varchar) as segment_then,
  cast(moved.segment_now as varchar) as segment_now,
  cast(coalesce(list_then.place, 0) as integer) as place_then,
  cast(list_now.place as integer) as place_now,
  cast(moved.customers as integer) as customers,
  cast(moved.revenue as double) as revenue,
  cast(sum(moved.customers) over (partition by moved.segment_then) as integer) as customers_then
from moved
join segment_list as list_now on list_now.segment = moved.segment_now
left join segment_list as list_then on list_then.segment = moved.segment_then
order by coalesce(list_then.place, 0), list_now.place
