-- One row: the messages that cost something, and what one of them cost on average; those held out cost nothing and are not contacts.
select cast(count(*) as integer) as messages, cast(round(avg(cast(cost as double)), 4) as double) as cost
from touches
where cost > 0
order by messages
