-- One row per customer: the tier by the stated rules, why, and what the rules look at. Orders and messages of the last 365 days where it says year.
with order_facts as (
  select
    customer, count(*) as orders, sum(cast(amount as double)) as amount,
    sum(case when discount > 0 then 1 else 0 end) as discounted, sum(cast(coalesce(discount, 0) as double)) as discount,
    sum(case when day > add_days($as_of, -365) then cast(coalesce(discount, 0) as double) else 0 end) as discount_year
  from orders
  where customer is not null
  group by customer
),
touch_facts as (
  select
    customer, count(*) as messages, sum(case when responded then 1 else 0 end) as responses, sum(cast(coalesce(cost, 0) as double)) as message_cost
  from touches
  where customer is not null and day > add_days($as_of, -365)
  group by customer
),
facts as (
  select
    customers.customer, customers.frequency, customers.recency, order_facts.amount,
    share_of(order_facts.discounted, order_facts.orders) as discounted_share,
    -- Goods cost their share of the price before discount.
    order_facts.amount - (1 - $margin) * (order_facts.amount + order_facts.discount) as net,
    order_facts.discount_year, coalesce(touch_facts.messages, 0) as messages, coalesce(touch_facts.responses, 0) as responses,
    coalesce(touch_facts.message_cost, 0) as message_cost, ahead.buys, ahead.value,
    ahead.planned, ahead.is_unseen
  from customers
  join order_facts on order_facts.customer = customers.customer
  join ahead on ahead.customer = customers.customer
  left join touch_facts on touch_facts.customer = customers.customer
)
select
  customer, frequency, amount, discounted_share, net, discount_year, messages, message_cost, buys, value, planned,
  case
    when net < 0 then 'casual'
    when messages >= 3 and responses = 0 and recency >= 365 then 'casual'
    when value <= planned * $cost then 'casual'
    when frequency >= $loyal and discounted_share < $coupon and coalesce(buys >= 0.5, recency < 365) then 'core'
    else 'chance' end as tier,
  case
    when net < 0 then 'loses'
    when messages >= 3 and responses = 0 and recency >= 365 then 'deaf'
    when value <= planned * $cost then 'little'
    when frequency >= $loyal and discounted_share < $coupon and coalesce(buys >= 0.5, recency < 365) then 'core'
    when is_unseen = 1 then 'unseen'
    when frequency >= 2 and discounted_share >= $coupon then 'coupon'
    when frequency >= $loyal then 'fading'
    else 'young' end as reason
from facts
order by customer
