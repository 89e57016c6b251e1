-- One row per weekday (0 = Monday) and hour of the day that has orders; nothing where the files tell no times.
with timed as (
  select
    days_between(date '1970-01-05', day) % 7 as weekday,
    hour(order_time) as hour,
    case when hour(order_time) <> 0 or minute(order_time) <> 0 or second(order_time) <> 0 then 1 else 0 end as has_clock
  from orders
),
told as (
  select max(has_clock) as has_clock
  from timed
)
select
  cast(timed.weekday as integer) as weekday,
  cast(timed.hour as integer) as hour,
  cast(count(*) as integer) as orders
from timed
cross join told
where told.has_clock = 1
group by timed.weekday, timed.hour
order by timed.weekday, timed.hour
