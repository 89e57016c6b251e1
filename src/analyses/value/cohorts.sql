-- One row per cohort and completed stretch of 30 days since the first purchase: the money after margin that one customer has brought by its end. For all (null) it is the sum of what one customer brought in each stretch, among the cohorts that completed that one: so nothing falls where a cohort drops out.
with started_customers as (
  select customer, period_of(first_day, $grain) as cohort, first_day
  from customers
),
sizes as (
  select cohort, count(*) as customers, max(first_day) as last_start
  from started_customers
  group by cohort
),
spent as (
  select started_customers.cohort, cast(floor(days_between(started_customers.first_day, purchases.day) / 30.0) as integer) as age, sum(cast(purchases.amount as double)) as amount
  from purchases
  join started_customers on started_customers.customer = purchases.customer
  group by started_customers.cohort, cast(floor(days_between(started_customers.first_day, purchases.day) / 30.0) as integer)
),
calendar as (
  -- Complete: the youngest of the cohort has been seen for the whole stretch.
  select sizes.cohort, sizes.customers, numbers.n as age
  from sizes
  join numbers on 30 * (numbers.n + 1) <= days_between(sizes.last_start, $as_of) + 1 and numbers.n < $most_ages
),
stretches as (
  select calendar.cohort, calendar.customers, calendar.age, coalesce(spent.amount, 0) as amount
  from calendar
  left join spent on spent.cohort = calendar.cohort and spent.age = calendar.age
),
together as (
  select cohort, customers, age, amount
  from stretches
  union all
  select cast(null as date) as cohort, sum(customers) as customers, age, sum(amount) as amount
  from stretches
  group by age
)
select
  cast(cohort as date) as cohort,
  cast(customers as integer) as customers,
  cast(age + 1 as integer) as months,
  cast(sum(share_of(amount, customers)) over (partition by cohort order by age rows between unbounded preceding and current row) * $margin as double) as value_each
from together
order by cohort nulls last, age
