-- One row: what the best fifth of the customers brings, and the Gini coefficient of revenue among customers
-- (0 all equal, 1 all from one; Gini = 2 * sum(place * value) / (n * sum(value)) - (n + 1) / n, the smallest first).
with ranked as (
  select monetary, row_number() over (order by monetary, customer) as place, count(*) over () as everybody
  from customers
),
totals as (
  select
    count(*) as customers,
    sum(monetary) as revenue,
    sum(case when place > everybody - ceil(everybody * 20 / 100.0) then 1 else 0 end) as top_customers,
    sum(case when place > everybody - ceil(everybody * 20 / 100.0) then monetary else 0 end) as top_revenue,
    sum(cast(monetary as double) * place) as weighted
  from ranked
)
select
  cast(customers as integer) as customers,
  cast(coalesce(top_customers, 0) as integer) as top_customers,
  cast(coalesce(top_revenue, 0) as double) as top_revenue,
  cast(share_of(top_revenue, revenue) as double) as top20,
  cast(share_of(2 * weighted, customers * cast(revenue as double)) - share_of(customers + 1, customers) as double) as gini
from totals
order by customers
