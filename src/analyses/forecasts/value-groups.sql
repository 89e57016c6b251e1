-- One row per group of customers: what they brought so far, and what is expected of them within the horizon with the 95 % interval of the value: the error of the parameters (delta method) and every customer's chance.
with sums as (
  select
    customer_groups.place, customer_groups.name, count(*) as customers,
    sum(customers.orders) as orders, sum(customers.frequency) as purchases, sum(cast(customers.monetary as double)) as monetary,
    sum(customer_values.buys) as buyers, sum(customer_values.expected) as expected, sum(customer_values.value) as value,
    sum(cast(step_1 as double)) as step_1, sum(cast(step_2 as double)) as step_2, sum(cast(step_3 as double)) as step_3,
    sum(cast(step_4 as double)) as step_4, sum(cast(step_5 as double)) as step_5, sum(cast(step_6 as double)) as step_6,
    sum(cast(step_7 as double)) as step_7, sum(cast(chance as double)) as chance
  from customer_groups
  join customers on customers.customer = customer_groups.customer
  join customer_values on customer_values.customer = customer_groups.customer
  group by customer_groups.place, customer_groups.name
),
errors as (
  select
    place, name, customers, orders, purchases, monetary, buyers, expected, value,
    sqrt(
      step_1 * step_1 + step_2 * step_2 + step_3 * step_3 + step_4 * step_4 + step_5 * step_5 + step_6 * step_6 + step_7 * step_7 + chance
    ) as error
  from sums
),
totals as (
  select sum(customers) as customers, sum(monetary) as monetary, sum(value) as value
  from errors
)
select
  cast(errors.place as integer) as place,
  cast(errors.name as varchar) as name,
  cast(errors.customers as integer) as customers,
  cast(share_of(errors.customers, totals.customers) as double) as share,
  cast(errors.orders as integer) as orders,
  cast(errors.purchases as integer) as purchases,
  cast(errors.monetary as double) as monetary,
  cast(share_of(errors.monetary, totals.monetary) as double) as monetary_share,
  cast(errors.buyers as double) as buyers,
  cast(errors.expected as double) as expected,
  cast(errors.value as double) as value,
  cast(case when errors.value is not null then greatest(0, errors.value - 1.959963984540054 * errors.error) end as double) as value_low,
  cast(errors.value + 1.959963984540054 * errors.error as double) as value_high,
  cast(share_of(errors.value, totals.value) as double) as value_share,
  cast(share_of(errors.value, errors.customers) as double) as value_each
from errors
cross join totals
order by errors.place
