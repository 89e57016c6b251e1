-- One row: the messages whose cost a file tells, and what one of them cost on average; empty where none cost anything.
select cast(count(*) as integer) as messages, cast(case when sum(cost) > 0 then round(avg(cast(cost as double)), 4) end as double) as cost
from touches
where cost is not null
order by messages
