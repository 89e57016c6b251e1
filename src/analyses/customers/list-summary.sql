-- One row: how many customers the list holds, and their revenue with its share of all.
with found as (
  select customers.customer, customers.monetary
  from customers
  join listed on listed.customer = customers.customer
  where $search = '' or text_contains(customers.customer_id, $search)
),
totals as (
  select count(*) as customers, sum(monetary) as revenue
  from customers
),
sums as (
  select count(*) as customers, sum(monetary) as revenue
  from found
)
select
  cast(sums.customers as integer) as customers,
  cast(share_of(sums.customers, totals.customers) as double) as share,
  cast(coalesce(sums.revenue, 0) as double) as revenue,
  cast(share_of(coalesce(sums.revenue, 0), totals.revenue) as double) as revenue_share
from sums
cross join totals
order by sums.customers
