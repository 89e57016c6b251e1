-- One row per customer known by the end of $day, with what was known then and whether they stayed away in the $horizon days after it.
with returned as (
  select distinct customer from purchases where day > $day and day <= add_days($day, $horizon)
)
select
  cast(features.x as double) as x,
  cast(features.recency as double) as recency,
  cast(features.age as double) as age,
  cast(features.silence as double) as silence,
  cast(features.lateness as double) as lateness,
  cast(features.times as double) as times,
  cast(features.tenure as double) as tenure,
  cast(features.trend as double) as trend,
  cast(features.basket as double) as basket,
  cast(features.discount as double) as discount,
  cast(features.refund as double) as refund,
  cast(features.unhappy as double) as unhappy,
  cast(features.complaint as double) as complaint,
  cast(features.activity as double) as activity,
  cast(features.activity_trend as double) as activity_trend,
  cast(case when returned.customer is null then 1 else 0 end as double) as away
from features
left join returned on returned.customer = features.customer
order by features.customer
