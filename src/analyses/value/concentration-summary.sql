-- One row: how unevenly the money so far and the value expected are spread (Gini: 0 all equal, towards 1 all with one; 2 * sum(place * value) / (n * sum(value)) - (n + 1) / n, the smallest first), what the best fifth holds, and how many of it are in both.
with known_values as (
  select
    customers.customer,
    case when customers.monetary > 0 then cast(customers.monetary as double) else 0 end as past,
    customer_values.value as future
  from customers
  join customer_values on customer_values.customer = customers.customer
),
ranked as (
  select
    past, future,
    row_number() over (order by past, customer desc) as past_place,
    row_number() over (order by future nulls first, customer desc) as future_place,
    count(*) over () as everybody
  from known_values
),
totals as (
  select
    count(*) as customers, sum(past) as past, sum(future) as future,
    sum(past * past_place) as past_weighted, sum(future * future_place) as future_weighted,
    sum(case when past_place > everybody - ceil(everybody * 20 / 100.0) then past else 0 end) as past_top,
    sum(case when future_place > everybody - ceil(everybody * 20 / 100.0) then future end) as future_top,
    sum(case when past_place > everybody - ceil(everybody * 20 / 100.0) then 1 else 0 end) as top_customers,
    sum(
      case when past_place > everybody - ceil(everybody * 20 / 100.0) and future_place > everybody - ceil(everybody * 20 / 100.0) then 1 else 0 end
    ) as in_both
  from ranked
)
select
  cast(customers as integer) as customers,
  cast(coalesce(top_customers, 0) as integer) as top_customers,
  cast(coalesce(in_both, 0) as integer) as in_both,
  cast(share_of(past_top, past) as double) as past_top_share,
  cast(share_of(future_top, future) as double) as future_top_share,
  cast(share_of(2 * past_weighted, customers * past) - share_of(customers + 1, customers) as double) as past_gini,
  cast(share_of(2 * future_weighted, customers * future) - share_of(customers + 1, customers) as double) as future_gini
from totals
order by customers
