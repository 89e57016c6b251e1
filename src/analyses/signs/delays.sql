-- One row per customer: how late they are. Lateness is silence ÷ reference gap: the own usual gap (the shop's for a single purchase), and no
-- shorter than $floor ÷ $k days, so that two purchases in a row do not make a rhythm; null where nobody has bought twice.
with gaps as (
  select
    customers.customer, customers.recency as silence, rhythms.usual_gap,
    case when coalesce(rhythms.usual_gap, shop.usual_gap) is not null
      then greatest(coalesce(rhythms.usual_gap, shop.usual_gap), cast($floor as double) / $k) end as reference_gap
  from customers
  left join rhythms on rhythms.customer = customers.customer
  cross join shop
)
select customer, silence, usual_gap, reference_gap, share_of(silence, reference_gap) as lateness
from gaps
