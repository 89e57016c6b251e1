-- one row per customer of `chosen`, whom to contact first: by money × lateness or by money at stake, with what may explain the silence.
select
  cast(chosen.place as integer) as place,
  chosen.customer,
  chosen.customer_id,
  cast(chosen.amount as double) as amount_year,
  cast(chosen.frequency as integer) as purchases,
  cast(chosen.usual_gap as double) as usual_gap,
  cast(chosen.silence as integer) as silent_days,
  cast(chosen.lateness as double) as lateness,
  cast(chosen.plain_place as integer) as plain_place,
  cast(chosen.chance as double) as chance,
  cast(chosen.why as varchar) as why,
  chosen.last_day,
  facts.is_last_refunded, facts.is_always_discounted, facts.is_basket_falling, facts.has_open_ticket, facts.is_unhappy,
  facts.last_channel, facts.channel_before
from chosen
join facts on facts.customer = chosen.customer
order by chosen.place
