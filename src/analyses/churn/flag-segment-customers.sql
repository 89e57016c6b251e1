-- one row per flagged customer of one segment.
select members.customer
from members
join flags on flags.customer = members.customer
where members.segment = $segment and flags.is_flagged
order by members.customer
