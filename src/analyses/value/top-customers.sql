-- One row per customer among the first `$top` hundredths, by the money so far or by the value expected.
with ranked as (
  select
    customers.customer,
    row_number() over (
      order by case when $order = 'future' then customer_values.value else cast(customers.monetary as double) end desc nulls last, customers.customer
    ) as place,
    count(*) over () as everybody
  from customers
  join customer_values on customer_values.customer = customers.customer
)
select customer
from ranked
where place <= ceil(everybody * $top / 100.0)
order by customer
