-- One row per customer among the best `$top` hundredths by monetary.
with ranked as (
  select customer, row_number() over (order by monetary desc, customer) as place, count(*) over () as everybody
  from customers
)
select customer
from ranked
where place <= ceil(everybody * $top / 100.0)
order by customer
