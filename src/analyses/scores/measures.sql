-- One row per customer: recency in days, frequency and monetary as chosen, and revenue.
select
  customer,
  recency,
  cast(case when $frequency = 'orders' then customers.orders else customers.frequency end as integer) as frequency,
  case
    when $monetary = 'sum' then cast(customers.monetary as double)
    when $frequency = 'orders' then share_of(customers.monetary, customers.orders)
    else share_of(customers.monetary, customers.frequency)
  end as monetary,
  customers.monetary as revenue
from customers
