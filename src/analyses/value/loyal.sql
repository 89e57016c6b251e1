-- One row for the loyal (so many purchases or more) and one for all others: who they are, how they buy, what is expected of them.
with sides as (
  select customer, case when frequency >= $loyal then 1 else 2 end as place
  from customers
),
order_sums as (
  select
    sides.place, count(*) as orders, count(orders.discount) as known_discounts,
    sum(case when orders.discount > 0 then 1 else 0 end) as discounted,
    sum(cast(orders.amount as double)) as amount, sum(cast(coalesce(orders.refund, 0) as double)) as refund
  from orders
  join sides on sides.customer = orders.customer
  group by sides.place
),
gaps as (
  select sides.place, median_of(rhythms.usual_gap) as usual_gap
  from rhythms
  join sides on sides.customer = rhythms.customer
  group by sides.place
),
people as (
  select
    sides.place, count(*) as customers, sum(cast(customers.monetary as double)) as monetary, sum(customer_values.buys) as buyers,
    sum(customer_values.value) as value
  from sides
  join customers on customers.customer = sides.customer
  join customer_values on customer_values.customer = sides.customer
  group by sides.place
),
totals as (
  select sum(customers) as customers, sum(monetary) as monetary, sum(value) as value
  from people
)
select
  cast(people.place as integer) as place,
  cast(people.customers as integer) as customers,
  cast(share_of(people.customers, totals.customers) as double) as share,
  cast(people.monetary as double) as monetary,
  cast(share_of(people.monetary, totals.monetary) as double) as monetary_share,
  cast(people.value as double) as value,
  cast(share_of(people.value, totals.value) as double) as value_share,
  cast(share_of(people.monetary, people.customers) as double) as monetary_each,
  cast(share_of(people.value, people.customers) as double) as value_each,
  cast(share_of(people.buyers, people.customers) as double) as buys,
  cast(share_of(order_sums.amount, order_sums.orders) as double) as order_amount,
  cast(gaps.usual_gap as double) as usual_gap,
  cast(case when order_sums.known_discounts > 0 then share_of(order_sums.discounted, order_sums.orders) end as double) as discounted_share,
  cast(share_of(order_sums.refund, order_sums.amount + order_sums.refund) as double) as refund_share
from people
cross join totals
left join order_sums on order_sums.place = people.place
left join gaps on gaps.place = people.place
order by people.place
