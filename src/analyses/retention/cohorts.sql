-- one row per cohort and period since its first purchase: how many of its customers came back, their orders and their money.
-- $kind: 'in-period' bought in that period; 'rolling' in that period or later; 'cumulative' had bought a second time by its end.
with
counted_cohorts as (
  select period_of(first_day, $grain) as cohort, count(*) as size
  from customers
  group by period_of(first_day, $grain)
),
cohorts as (
  select cohort, size, periods_between(cohort, $as_of, $grain) as last_age
  from counted_cohorts
  where periods_between(cohort, $as_of, $grain) < $cohorts
),
-- A customer's first purchase of each period is the one whose purchase before lies in an earlier period.
marks as (
  select first_day, day from purchases
  where $kind = 'in-period' and (nth = 1 or period_of(add_days(day, -gap), $grain) < period_of(day, $grain))
  union all
  select first_day, last_day as day from customers where $kind = 'rolling'
  union all
  select first_day, day from purchases where $kind = 'cumulative' and nth = 2
),
placed_marks as (
  select period_of(first_day, $grain) as cohort, periods_between(first_day, day, $grain) as age from marks
),
counted_marks as (
  select cohort, age, count(*) as customers from placed_marks group by cohort, age
),
placed_purchases as (
  select period_of(first_day, $grain) as cohort, periods_between(first_day, day, $grain) as age, orders, amount from purchases
),
sales as (
  select cohort, age, sum(orders) as orders, sum(amount) as amount from placed_purchases group by cohort, age
),
cells as (
  select
    cohorts.cohort, cohorts.size, numbers.n as age, add_periods(cohorts.cohort, numbers.n, $grain) as starts,
    add_periods(cohorts.cohort, numbers.n + 1, $grain) <= add_days($as_of, 1) as is_complete,
    coalesce(counted_marks.customers, 0) as customers, coalesce(sales.orders, 0) as orders, coalesce(sales.amount, 0) as amount
  from cohorts
  join numbers on numbers.n <= cohorts.last_age
  left join counted_marks on counted_marks.cohort = cohorts.cohort and counted_marks.age = numbers.n
  left join sales on sales.cohort = cohorts.cohort and sales.age = numbers.n
),
summed_cells as (
  select
    cohort, size, age, starts, is_complete,
    case $kind when 'in-period' then customers when 'rolling' then sum(customers) over later else sum(customers) over earlier end as customers,
    case $kind when 'in-period' then orders when 'rolling' then sum(orders) over later else sum(orders) over earlier end as orders,
    case $kind when 'in-period' then amount when 'rolling' then sum(amount) over later else sum(amount) over earlier end as amount
  from cells
  window
    later as (partition by cohort order by age desc),
    earlier as (partition by cohort order by age)
)
select
  cohort,
  cast(size as integer) as size,
  cast(age as integer) as age,
  starts,
  is_complete,
  cast(customers as integer) as customers,
  share_of(customers, size) as share,
  wilson_low(customers, size) as low,
  wilson_high(customers, size) as high,
  cast(orders as integer) as orders,
  cast(amount as double) as amount,
  share_of(orders, size) as orders_each,
  share_of(amount, size) as amount_each
from summed_cells
where age <= $periods
order by cohort, age
