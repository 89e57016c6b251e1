-- One row per customer of `chosen` (customer, last_day, frequency): what was seen last in orders and feedback.
with visits as (
  select
    purchases.customer, purchases.day, purchases.amount, purchases.nth,
    lag(purchases.amount) over (partition by purchases.customer order by purchases.day) as amount_before
  from purchases
  join chosen on chosen.customer = purchases.customer
),
baskets as (
  select visits.customer, sum(case when visits.amount < visits.amount_before then 1 else 0 end) as falls
  from visits
  join chosen on chosen.customer = visits.customer
  where visits.nth > chosen.frequency - 3
  group by visits.customer
),
days_before as (
  select visits.customer, max(visits.day) as day
  from visits
  join chosen on chosen.customer = visits.customer
  where visits.day < chosen.last_day
  group by visits.customer
),
order_facts as (
  select
    chosen.customer,
    max(case when orders.day = chosen.last_day and coalesce(orders.refund, 0) > 0 then 1 else 0 end) as refunds,
    min(case when coalesce(orders.discount, 0) > 0 then 1 else 0 end) as discounts,
    max(case when orders.day = chosen.last_day then orders.channel end) as last_channel,
    max(case when orders.day = days_before.day then orders.channel end) as channel_before
  from chosen
  join orders on orders.customer = chosen.customer
  left join days_before on days_before.customer = chosen.customer
  group by chosen.customer
),
answers as (
  select
    feedback.customer,
    max(case
      when feedback.kind <> 'ticket' then 0
      when feedback.resolved is not null then case when day_of(feedback.resolved) > $as_of then 1 else 0 end
      when feedback.resolved_hours is not null then case when add_days(feedback.day, cast(ceil(feedback.resolved_hours / 24) as integer)) > $as_of then 1 else 0 end
      -- Where no file says when, what it says of the state.
      when lower(feedback.status) in ('closed', 'resolved', 'solved', 'done', 'complete', 'completed', '已关闭', '关闭', '已解决', '解决', '已完成', '完成', '已处理', '已结案') then 0
      else 1 end) as open_tickets,
    max(case when feedback.day > add_days($as_of, -180) and ((feedback.kind = 'nps' and feedback.score <= 6) or (feedback.kind = 'csat' and feedback.score <= 2))
      then 1 else 0 end) as bad_scores
  from feedback
  join chosen on chosen.customer = feedback.customer
  group by feedback.customer
)
select
  chosen.customer,
  coalesce(answers.open_tickets = 1, false) as has_open_ticket,
  coalesce(answers.bad_scores = 1, false) as is_unhappy,
  order_facts.refunds = 1 as is_last_refunded,
  coalesce(chosen.frequency >= 4 and baskets.falls = 3, false) as is_basket_falling,
  coalesce(order_facts.last_channel <> order_facts.channel_before, false) as has_moved,
  chosen.frequency = 1 as is_once,
  chosen.frequency > 1 and order_facts.discounts = 1 as is_always_discounted,
  order_facts.last_channel,
  order_facts.channel_before
from chosen
join order_facts on order_facts.customer = chosen.customer
left join baskets on baskets.customer = chosen.customer
left join answers on answers.customer = chosen.customer
