-- One row per hundredth of the customers, the best first: the share of the money so far, and of the value expected, that they hold together.
with known_values as (
  select
    customers.customer,
    case when customers.monetary > 0 then cast(customers.monetary as double) else 0 end as past,
    customer_values.value as future
  from customers
  join customer_values on customer_values.customer = customers.customer
),
past_order as (
  select
    row_number() over (order by past desc, customer) as place,
    sum(past) over (order by past desc, customer rows between unbounded preceding and current row) as money
  from known_values
),
future_order as (
  select
    row_number() over (order by future desc nulls last, customer) as place,
    sum(future) over (order by future desc nulls last, customer rows between unbounded preceding and current row) as money
  from known_values
),
totals as (
  select count(*) as customers, sum(past) as past, sum(future) as future
  from known_values
),
hundredths as (
  select numbers.n as hundredth, cast(ceil(totals.customers * numbers.n / 100.0) as bigint) as place, totals.customers, totals.past, totals.future
  from numbers
  cross join totals
  where numbers.n <= 100 and totals.customers > 0
)
select
  cast(hundredths.hundredth as integer) as hundredth,
  cast(hundredths.place as integer) as customers,
  cast(share_of(hundredths.place, hundredths.customers) as double) as customer_share,
  cast(case when hundredths.past > 0 then share_of(coalesce(past_order.money, 0), hundredths.past) end as double) as past_share,
  cast(case when hundredths.future > 0 then share_of(coalesce(future_order.money, 0), hundredths.future) end as double) as future_share
from hundredths
left join past_order on past_order.place = hundredths.place
left join future_order on future_order.place = hundredths.place
order by hundredths.hundredth
