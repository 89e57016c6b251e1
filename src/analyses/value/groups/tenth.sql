-- One row per customer: the tenth they belong to, the most expected value first, then the most money so far.
with ranked as (
  select
    customers.customer,
    row_number() over (order by customer_values.value desc nulls last, customers.monetary desc, customers.customer) as place,
    count(*) over () as everybody
  from customers
  join customer_values on customer_values.customer = customers.customer
)
select customer, cast(floor(10.0 * (place - 1) / nullif(everybody, 0)) + 1 as integer) as place, cast(cast(floor(10.0 * (place - 1) / nullif(everybody, 0)) + 1 as integer) as varchar) as name
from ranked
order by customer
