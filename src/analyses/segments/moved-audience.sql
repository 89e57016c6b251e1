-- One row per customer who stands in one segment now and stood in another on the day of comparison.
select members.customer
from members
left join earlier_members on earlier_members.customer = members.customer
where members.segment = $segment and coalesce(earlier_members.segment, 'none') = $segment_then
order by members.customer
