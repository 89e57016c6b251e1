-- one row per cohort and period since its first purchase: how many of its customers came back, their orders and their money; beside it the
-- weighted average of that period over all cohorts that completed it. The latest $cohorts cohorts, periods 0 to $periods.
-- $kind: 'in-period' bought in that period; 'rolling' in that period or later; 'cumulative' had bought a second time by its end.
with
placed_purchases as (
  select
    period_of(first_day, $grain) as cohort, period_of(day, $grain) as period, orders, amount,
    case when nth = 1 then 1 else 0 end as newcomers,
    -- A customer's first purchase of a period is the one whose gap reaches back beyond the period's first day.
    case $kind
      when 'in-period' then case when nth = 1 or gap > days_between(period_of(day, $grain), day) then 1 else 0 end
      when 'cumulative' then case when nth = 2 then 1 else 0 end
      else 0 end as customers
  from purchases
),
counted_purchases as (
  select cohort, period, sum(newcomers) as newcomers, sum(customers) as customers, sum(orders) as orders, sum(amount) as amount
  from placed_purchases
  group by cohort, period
),
last_purchases as (
  select period_of(first_day, $grain) as cohort, period_of(last_day, $grain) as period, count(*) as customers
  from customers
  where $kind = 'rolling'
  group by period_of(first_day, $grain), period_of(last_day, $grain)
),
cohorts as (
  select cohort, newcomers as size, periods_between(cohort, $as_of, $grain) as last_age, row_number() over (order by cohort desc) as place
  from counted_purchases
  where period = cohort
),
calendar as (
  select cohorts.cohort, cohorts.size, cohorts.place, numbers.n as age, add_periods(cohorts.cohort, numbers.n, $grain) as starts
  from cohorts
  -- Only rolling needs what comes after the last period shown.
  join numbers on numbers.n <= cohorts.last_age and (numbers.n <= $periods or $kind = 'rolling')
),
cells as (
  select
    calendar.cohort, calendar.size, calendar.place, calendar.age, calendar.starts,
    add_periods(calendar.starts, 1, $grain) <= add_days($as_of, 1) as is_complete,
    case when $kind = 'rolling' then coalesce(last_purchases.customers, 0) else coalesce(counted_purchases.customers, 0) end as customers,
    coalesce(counted_purchases.orders, 0) as orders, coalesce(counted_purchases.amount, 0) as amount
  from calendar
  left join counted_purchases on counted_purchases.cohort = calendar.cohort and counted_purchases.period = calendar.starts
  left join last_purchases on last_purchases.cohort = calendar.cohort and last_purchases.period = calendar.starts
),
summed_cells as (
  select
    cohort, size, place, age, starts, is_complete,
    case $kind when 'in-period' then customers when 'rolling' then sum(customers) over later else sum(customers) over earlier end as customers,
    case $kind when 'in-period' then orders when 'rolling' then sum(orders) over later else sum(orders) over earlier end as orders,
    case $kind when 'in-period' then amount when 'rolling' then sum(amount) over later else sum(amount) over earlier end as amount
  from cells
  window
    later as (partition by cohort order by age desc),
    earlier as (partition by cohort order by age)
),
averages as (
  select age, count(*) as cohorts, sum(size) as size, sum(customers) as customers, sum(orders) as orders, sum(amount) as amount
  from summed_cells
  where is_complete
  group by age
)
select
  summed_cells.cohort,
  cast(summed_cells.size as integer) as size,
  cast(summed_cells.age as integer) as age,
  summed_cells.starts,
  summed_cells.is_complete,
  cast(summed_cells.customers as integer) as customers,
  share_of(summed_cells.customers, summed_cells.size) as share,
  wilson_low(summed_cells.customers, summed_cells.size) as low,
  wilson_high(summed_cells.customers, summed_cells.size) as high,
  cast(summed_cells.orders as integer) as orders,
  cast(summed_cells.amount as double) as amount,
  share_of(summed_cells.orders, summed_cells.size) as orders_each,
  share_of(summed_cells.amount, summed_cells.size) as amount_each,
  cast(averages.cohorts as integer) as average_cohorts,
  cast(averages.size as integer) as average_size,
  cast(averages.customers as integer) as average_customers,
  share_of(averages.customers, averages.size) as average_share,
  wilson_low(averages.customers, averages.size) as average_low,
  wilson_high(averages.customers, averages.size) as average_high,
  share_of(averages.orders, averages.size) as average_orders_each,
  share_of(averages.amount, averages.size) as average_amount_each
from summed_cells
left join averages on averages.age = summed_cells.age
where summed_cells.place <= $cohorts and summed_cells.age <= $periods
order by summed_cells.cohort, summed_cells.age
