-- One row per customer among the `$most` of whom most is expected: what they brought, what is expected and what that follows from (x, t_x and T in days, the mean of repeat purchases), and when they come next if they still are customers.
with ranked as (
  select
    customers.customer, customers.customer_id, customers.frequency, customers.monetary, customers.first_day, customers.last_day,
    row_number() over (order by customer_values.value desc, customers.monetary desc, customers.customer) as place
  from customers
  join customer_values on customer_values.customer = customers.customer
  where customer_values.value is not null
),
repeats as (
  select ranked.customer, count(*) as purchases, avg(cast(purchases.amount as double)) as mean
  from ranked
  join purchases on purchases.customer = ranked.customer
  where ranked.place <= $most and purchases.nth > 1
  group by ranked.customer
),
errors as (
  select customer, value, price, buys, buys_low, buys_high, expected, wait_early, wait_half, wait_late,
    share_of(
      sqrt(
        cast(step_1 as double) * step_1 + cast(step_2 as double) * step_2 + cast(step_3 as double) * step_3 + cast(step_4 as double) * step_4
        + cast(step_5 as double) * step_5 + cast(step_6 as double) * step_6 + cast(step_7 as double) * step_7
      ),
      value
    ) as relative_error
  from customer_values
)
select
  cast(ranked.place as integer) as place,
  cast(ranked.customer_id as varchar) as customer_id,
  cast(ranked.frequency as integer) as purchases,
  cast(ranked.monetary as double) as monetary,
  cast(ranked.last_day as date) as last_day,
  cast(coalesce(repeats.purchases, 0) as integer) as x,
  cast(days_between(ranked.first_day, ranked.last_day) as integer) as recency,
  cast(days_between(ranked.first_day, $as_of) as integer) as age,
  cast(case when repeats.mean > 0 then repeats.mean end as double) as mean,
  cast(errors.price as double) as price,
  cast(errors.buys as double) as buys,
  cast(errors.buys_low as double) as buys_low,
  cast(errors.buys_high as double) as buys_high,
  cast(errors.expected as double) as expected,
  cast(errors.value as double) as value,
  cast(errors.value * exp(-1.959963984540054 * errors.relative_error) as double) as value_low,
  cast(errors.value * exp(1.959963984540054 * errors.relative_error) as double) as value_high,
  cast(case when errors.wait_early < 3650 then add_days($as_of, ceil(errors.wait_early)) end as date) as next_early,
  cast(case when errors.wait_half < 3650 then add_days($as_of, ceil(errors.wait_half)) end as date) as next_half,
  cast(case when errors.wait_late < 3650 then add_days($as_of, ceil(errors.wait_late)) end as date) as next_late
from ranked
join errors on errors.customer = ranked.customer
left join repeats on repeats.customer = ranked.customer
where ranked.place <= $most
order by ranked.place
