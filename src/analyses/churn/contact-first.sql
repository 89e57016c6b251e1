-- one row per customer past the rule, the $most whom to contact first: highest last-year value × lateness, with what may explain the silence.
-- Lateness is silence ÷ usual gap; a gap shorter than $floor ÷ $k days counts as that long, so that two purchases in a row do not make a rhythm.
select
  cast(chosen.place as integer) as place,
  chosen.customer,
  chosen.customer_id,
  cast(chosen.amount as double) as amount_year,
  cast(chosen.frequency as integer) as purchases,
  cast(chosen.usual_gap as double) as usual_gap,
  cast(chosen.recency as integer) as silent_days,
  cast(chosen.lateness as double) as lateness,
  cast(chosen.plain_place as integer) as plain_place,
  chosen.last_day,
  facts.is_last_refunded, facts.is_always_discounted, facts.is_basket_falling, facts.has_open_ticket, facts.is_unhappy,
  facts.last_channel, facts.channel_before
from chosen
join facts on facts.customer = chosen.customer
order by chosen.place
