-- one row per customer of `chosen`, whom to contact first: by money × lateness or by money at stake, with what may explain the silence.
select
  cast(chosen.place as integer) as place,
  chosen.customer,
  chosen.customer_id,
  cast(members.segment as varchar) as segment,
  cast(chosen.amount as double) as amount_year,
  cast(chosen.frequency as integer) as purchases,
  cast(chosen.usual_gap as double) as usual_gap,
  cast(chosen.reference_gap as double) as reference_gap,
  cast(chosen.silence as integer) as silent_days,
  cast(chosen.lateness as double) as lateness,
  cast(chosen.plain_place as integer) as plain_place,
  cast(chosen.chance as double) as chance,
  cast(reasons.reason as varchar) as reason
from chosen
join members on members.customer = chosen.customer
join reasons on reasons.customer = chosen.customer
order by chosen.place
