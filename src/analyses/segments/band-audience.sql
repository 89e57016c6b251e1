-- One row per customer with one score of one measure.
select customer
from members
where case $measure when 'recency' then r when 'frequency' then f else m end = $band
order by customer
