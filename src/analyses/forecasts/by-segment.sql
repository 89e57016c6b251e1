-- One row per customer: the segment of the chosen template.
select members.customer, segment_list.place, segment_list.segment as name
from members
join segment_list on segment_list.segment = members.segment
order by members.customer
