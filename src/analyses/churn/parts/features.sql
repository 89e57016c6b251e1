-- One row per customer of `standings`: what was known by the end of $day, on the scales that the logistic model uses.
-- A refund or a discount counts by the order it belongs to; orders of the last 30 days count as not refunded, because a refund can come after $day.
with own_gaps as (
  select purchases.customer, median_of(purchases.gap) as usual_gap
  from purchases
  join standings on standings.customer = purchases.customer
  where purchases.day <= $day and purchases.nth > 1
  group by purchases.customer
),
shop_gap as (
  select median_of(usual_gap) as usual_gap from own_gaps
),
lately as (
  select
    purchases.customer,
    sum(case when purchases.day > add_days($day, -$horizon) then 1 else 0 end) as recent,
    sum(case when purchases.day <= add_days($day, -$horizon) then 1 else 0 end) as before
  from purchases
  join standings on standings.customer = purchases.customer
  where purchases.day <= $day and purchases.day > add_days($day, -2 * $horizon)
  group by purchases.customer
),
paid as (
  select
    orders.customer,
    count(*) as orders,
    sum(cast(orders.amount as double) + coalesce(cast(orders.refund as double), 0)) as amount,
    sum(case when orders.discount > 0 then 1 else 0 end) as discounted,
    sum(case when orders.refund > 0 and orders.day <= add_days($day, -30) then 1 else 0 end) as refunded
  from orders
  join standings on standings.customer = orders.customer
  where orders.day <= $day
  group by orders.customer
),
complaints as (
  select customer, count(*) as complaints
  from feedback
  where day <= $day and day > add_days($day, -365)
    and (kind = 'ticket' or (kind = 'nps' and score <= 6) or (kind = 'csat' and score <= 2))
  group by customer
),
open_complaints as (
  select customer, max(1) as is_open
  from feedback
  where kind = 'ticket' and day <= $day and day > add_days($day, -180)
    and case when resolved is not null then day_of(resolved) > $day
      else resolved_hours is null or add_days(day, cast(ceil(resolved_hours / 24) as integer)) > $day end
  group by customer
),
visits as (
  select
    customer,
    sum(case when day > add_days($day, -$horizon) then 1 else 0 end) as recent,
    sum(case when day <= add_days($day, -$horizon) then 1 else 0 end) as before
  from events
  where day <= $day and day > add_days($day, -2 * $horizon)
  group by customer
)
select
  standings.customer, standings.x, standings.recency, standings.age,
  ln(1 + standings.silence) as silence,
  ln(1 + standings.silence / nullif(greatest(coalesce(own_gaps.usual_gap, shop_gap.usual_gap, 30), 7), 0)) as lateness,
  ln(1 + standings.x) as times,
  ln(1 + standings.age) as tenure,
  ln(1 + coalesce(lately.recent, 0)) - ln(1 + coalesce(lately.before, 0)) as trend,
  ln(1 + greatest(coalesce(share_of(paid.amount, standings.x + 1), 0), 0)) as basket,
  coalesce(share_of(paid.discounted, paid.orders), 0) as discount,
  coalesce(share_of(paid.refunded, paid.orders), 0) as refund,
  ln(1 + coalesce(complaints.complaints, 0)) as unhappy,
  coalesce(open_complaints.is_open, 0) as complaint,
  ln(1 + coalesce(visits.recent, 0)) as activity,
  ln(1 + coalesce(visits.recent, 0)) - ln(1 + coalesce(visits.before, 0)) as activity_trend
from standings
cross join shop_gap
left join own_gaps on own_gaps.customer = standings.customer
left join lately on lately.customer = standings.customer
left join paid on paid.customer = standings.customer
left join complaints on complaints.customer = standings.customer
left join open_complaints on open_complaints.customer = standings.customer
left join visits on visits.customer = standings.customer
